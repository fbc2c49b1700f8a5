import { change, finishPayout } from '#decisions/finish-payout'
import { approvalsNeeded, type BatchLine, batchHash, type HashedLine, totalsOf } from '#rules/payout/build-batch'
import type { PayoutWay } from '#rules/payout/payout'
import { heldBy } from '#rules/payout/settle'
import { moveBenefit } from '#store/benefits'
import { addBatch, addLine, changeBatch, findBatch, type PayoutBatch, type PayoutLine } from '#store/payouts'
import { nameHashOf, unseal } from '#store/secrets'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'
import { choosePayables, type Payable } from './candidates'

export const batchIdOf = (requestKey: string): string => `P${requestKey.slice(0, 12).toUpperCase()}`

/**
 * Builds a batch: first it stands as being built, then it takes hold of its benefits one by one (whoever is second gets
 * none), then it has its lines, and last its totals and hash. Broken off anywhere, the timer cancels it and lets all go.
 * @returns null when nothing could be taken; `busy` when another call builds the same one
 */
export async function buildBatch(
  { terms }: Pick<TermsInForce, 'terms'>,
  { by, name, requestKey, way, now }: { by: string; name: string; requestKey: string; way: PayoutWay; now: Instant },
): Promise<PayoutBatch | null | 'busy'> {
  const chosen = await choosePayables(terms, way, now)
  if (chosen.lines.length === 0) return null
  const batch: PayoutBatch = {
    _id: batchIdOf(requestKey),
    campaignId: terms.campaignId,
    title: terms.title,
    way,
    state: { kind: 'building' },
    built: { by, name, at: now },
    requestKey,
    hash: '',
    ...totalsOf([]),
    needed: 1,
    approvals: [],
    released: null,
    imports: [],
    settled: false,
    changedAt: now,
    version: 1,
  }
  if (!(await addBatch(batch))) return 'busy'
  const held: (BatchLine & Payable)[] = []
  for (const line of chosen.lines) {
    if (await moveBenefit(heldBy(line.benefit, batch._id, now), line.benefit)) held.push(line)
  }
  const lines = held.map((line, index) => ({ ...line, number: index + 1, nameHash: nameHashIn(line) }))
  for (const line of lines) {
    if (!(await addLine(payoutLine(line, batch._id))))
      throw new Error(`a payment of ${line.benefitId} was begun before`)
  }
  if (lines.length === 0) {
    await finishPayout(batch, now)
    return null
  }
  const totals = totalsOf(lines)
  const built = change(
    batch,
    {
      ...totals,
      state: { kind: 'draft' },
      hash: batchHash(batch._id, lines),
      needed: approvalsNeeded(terms, totals.netFen),
      settled: true,
    },
    now,
  )
  return (await changeBatch(built, batch)) ? built : whatStands(batch, now)
}

/** The timer took it for broken off while it was being built, or the answer to its own last write was lost. */
async function whatStands({ _id }: PayoutBatch, now: Instant): Promise<PayoutBatch | 'busy'> {
  const batch = await findBatch(_id)
  if (!batch || batch.state.kind === 'building') return 'busy'
  // What it took hold of after that is let go too.
  return batch.state.kind === 'cancelled' ? ((await finishPayout(batch, now)) ?? batch) : batch
}

/** Of the very text that is sealed on the line. */
const nameHashIn = ({ holder }: Payable): string => (holder ? nameHashOf(unseal(holder.sealedName).toString()) : '')

/** What was sealed stays sealed: the line keeps the account as it was when the batch was built. */
function payoutLine({ benefit, account, holder, ...line }: HashedLine & Payable, batchId: string): PayoutLine {
  if (!account || !holder) throw new Error('a payment without an account')
  const { number, benefitId, attempt, cardHash, nameHash, grossFen, withheldFen, netFen } = line
  return {
    _id: `${benefitId}.${attempt}`,
    batchId,
    number,
    benefitId,
    attempt,
    holderId: benefit.holderId,
    nameMask: holder.nameMask,
    sealedName: holder.sealedName,
    nameHash,
    bankName: account.bankName,
    tail: account.tail,
    cardHash,
    sealedPayee: account.sealed,
    consent: account.consent,
    grossFen,
    withheldFen,
    netFen,
    state: { kind: 'waiting' },
  }
}
