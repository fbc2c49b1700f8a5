import { createHash } from 'node:crypto'
import { bankFileText, type ClearLine } from '#rules/payout/bank-file'
import type { PayoutBatch, PayoutLine } from '#store/payouts'
import { unseal } from '#store/secrets'
import { unmask } from '#store/unmasking'
import type { Instant } from '#values/days'
import { encodeGb18030 } from '#values/gb18030'

/** The bank's file, and its SHA-256. */
interface PayoutFile {
  bytes: Buffer
  hash: string
}

function fileOf({ _id, title }: PayoutBatch, lines: readonly ClearLine[]): PayoutFile {
  const bytes = Buffer.from(encodeGb18030(bankFileText(_id, `${title}返还`, lines)))
  return { bytes, hash: createHash('sha256').update(bytes).digest('hex') }
}

/** The file's hash alone: nobody is shown what is in it. */
export const fileHashOf = (batch: PayoutBatch, lines: readonly PayoutLine[]): string =>
  fileOf(
    batch,
    lines.map((line) => ({
      ...line,
      name: unseal(line.sealedName).toString(),
      cardNumber: unseal(line.sealedPayee).toString(),
    })),
  ).hash

/** The file for the bank. Each account in it stands in the access log before anything is answered. */
export async function openFile(
  batch: PayoutBatch,
  lines: readonly PayoutLine[],
  access: { who: string; now: Instant; newId: () => string },
): Promise<PayoutFile> {
  const clear: ClearLine[] = []
  for (const line of lines) {
    const cardNumber = await unmask(line.sealedPayee, {
      _id: access.newId(),
      who: access.who,
      whose: line.holderId,
      field: '银行账号、姓名',
      why: `打款批次 ${batch._id} 的银行文件`,
      at: access.now,
    })
    clear.push({ ...line, name: unseal(line.sealedName).toString(), cardNumber })
  }
  return fileOf(batch, clear)
}
