import type { PayoutBatch as ShownBatch } from '#contract/payout'
import { mayImportResults, type PayoutAct } from '#rules/payout/payout'
import type { PayoutBatch } from '#store/payouts'
import type { StaffMember } from '#store/staff'

const act = ({ name, at }: PayoutAct) => ({ name, at })

/** A batch as this member of staff sees it. */
export function shownBatch(batch: PayoutBatch, { _id }: StaffMember): ShownBatch {
  const { state, imports } = batch
  const last = imports.at(-1)
  const released = batch.released
  return {
    batchId: batch._id,
    way: batch.way,
    state: state.kind,
    count: batch.count,
    grossFen: batch.grossFen,
    withheldFen: batch.withheldFen,
    netFen: batch.netFen,
    hash: batch.hash,
    built: act(batch.built),
    approvals: batch.approvals.map(act),
    needed: batch.needed,
    released: released && act(released),
    fileHash: released?.fileHash ?? null,
    cancelled: state.kind === 'cancelled' ? { ...act(state), why: state.why } : null,
    paid: last?.paid ?? 0,
    failed: last?.failed ?? 0,
    unknown: released ? (last?.unknown ?? batch.count) : 0,
    own: batch.built.by === _id,
    approvedByMe: batch.approvals.some(({ by }) => by === _id),
    resultsByAnother: !mayImportResults(batch, _id),
  }
}
