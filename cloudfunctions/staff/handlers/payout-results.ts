import { createHash } from 'node:crypto'
import { importPayoutResults as operation } from '#contract/payout'
import { applyResults, countsOf } from '#decisions/apply-results'
import { change } from '#decisions/finish-payout'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { mayImportResults } from '#rules/payout/payout'
import { readResults } from '#rules/payout/read-results'
import { changeBatch, findBatch, listLines, type PayoutBatch } from '#store/payouts'
import { decodeChinese } from '#values/gb18030'
import { shownBatch } from '../payouts/shown-batch'

/** More problems than this help nobody. */
const PROBLEMS_SHOWN = 50
/** How often somebody else may import at the same moment. */
const ATTEMPTS = 10

const importers = forStaff('finance')

export const importPayoutResults = handle(operation, importers, async ({ batchId, base64 }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const bytes = Buffer.from(base64, 'base64')
  const hash = createHash('sha256').update(bytes).digest('hex')
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const batch = await findBatch(batchId)
    if (!batch) return refuse('payout-unknown')
    if (!mayImportResults(batch, staff._id)) return refuse('payout-own-results')
    if (batch.imports.some((taken) => taken.hash === hash)) {
      await logImport(batch, hash, call)
      return { batch: shownBatch(batch, staff), problems: [], again: true }
    }
    if (batch.way !== 'bank-file' || !batch.released || !batch.settled) return refuse('payout-state')
    const lines = await listLines(batchId)
    const { rows, problems } = readResults(decodeChinese(bytes), batchId, lines, now)
    if (problems.length > 0) {
      return { batch: shownBatch(batch, staff), problems: problems.slice(0, PROBLEMS_SHOWN), again: false }
    }
    await applyResults(lines, rows)
    const counts = countsOf(await listLines(batchId))
    const done = counts.unknown === 0
    const taken = change(
      batch,
      {
        imports: [...batch.imports, { by: staff._id, name: staff.name, at: now, hash, ...counts }],
        ...(done ? { state: { kind: 'reconciled', at: now } } : {}),
      },
      now,
    )
    if (!(await changeBatch(taken, batch))) continue
    await logImport(taken, hash, call)
    return { batch: shownBatch(taken, staff), problems: [], again: false }
  }
  return refuse('busy')
})

/** Once for the file; nothing when this person did not import it. */
async function logImport({ _id, imports }: PayoutBatch, hash: string, call: CallBy<typeof importers>): Promise<void> {
  const taken = imports.find((one) => one.hash === hash && one.by === call.staff._id)
  if (!taken) return
  const { paid, failed, unknown } = taken
  await audit(call, {
    what: 'payout.import-results',
    object: { kind: 'payout-batch', id: _id },
    before: { state: 'released' },
    after: { state: unknown === 0 ? 'reconciled' : 'released', hash, paid, failed, unknown },
    why: '导入银行结果文件',
    deed: hash,
  })
}
