import type { PolicyBenefit } from '../benefit/benefit'

/**
 * One entry of the ledger to write. Where there is a `before`, write only while the stored entry still is that one: it has
 * the same `_id`, `status.kind` and `sequence`; if not, load the facts anew and decide again.
 */
export type LedgerChange =
  /** A new entry. */
  | { kind: 'grant'; benefit: PolicyBenefit }
  /** A pending entry whose facts changed, decided again. */
  | { kind: 'decide-again'; before: PolicyBenefit; benefit: PolicyBenefit }
  /** Refused, clawed back, or set off: only the status (and where it was set off) moves on. */
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
