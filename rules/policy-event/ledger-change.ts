import type { PolicyBenefit } from '../benefit/benefit'

/**
 * One entry of the ledger to write. Where there is a `before`, write only while the stored entry has its `version`; where
 * there is none, only while there is no entry of that `_id`. Otherwise load the facts anew and decide again.
 */
export type LedgerChange =
  /** A new entry. */
  | { kind: 'grant'; benefit: PolicyBenefit }
  /** A pending entry whose facts changed, decided again; or a promised set-off, settled at the renewal. */
  | { kind: 'decide-again'; before: PolicyBenefit; benefit: PolicyBenefit }
  /** Refused or clawed back: only the status moves on. */
  | { kind: 'move'; before: PolicyBenefit; benefit: PolicyBenefit }
  /** What was given is no longer what the facts give: a person must look at it. The entry itself stays. */
  | { kind: 'review'; before: PolicyBenefit; benefit: PolicyBenefit }

/** The gifts whose stock a change takes a unit from, and gives one back to. */
export function giftUnits(change: LedgerChange): { take: string | null; giveBack: string | null } {
  const held = change.kind === 'grant' ? null : heldGift(change.before)
  const wanted = heldGift(change.benefit)
  if (held === wanted) return { take: null, giveBack: null }
  // What was handed over is not on the shelf again by being clawed back: staff take it in.
  const onShelf = change.kind !== 'grant' && change.before.status.kind !== 'fulfilled'
  return { take: wanted, giveBack: onShelf ? held : null }
}

const heldGift = ({ giftId, status }: PolicyBenefit): string | null =>
  status.kind === 'pending' || status.kind === 'approved' || status.kind === 'fulfilled' ? giftId : null
