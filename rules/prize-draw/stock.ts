import type { Instant } from '#values/days'

/**
 * A part of one prize's stock. Every write keeps `allotted + returned.length = left + reservations.length + settled`:
 * a draw moves a unit from `left` to `reservations` before it records its win, the reconciliation moves it on to
 * `settled` once the win stands in the ledger, or back to `left` when the draw never came to be. A prize that
 * nobody collected in time puts its unit back into `left`, and stays a win of the ledger, expired; passed on to the next
 * in line it moves to `settled` again, a win of its own.
 */
export interface StockShard {
  _id: string
  campaignId: string
  termsVersion: number
  prizeId: string
  allotted: number
  left: number
  /** Ids of draws that hold a unit and are not yet settled. */
  reservations: string[]
  settled: number
  /** At most so many units of this shard a day; null for no such limit. */
  perDay: number | null
  /** Units taken by day, kept only where `perDay` is set. */
  takenOn: Record<string, number>
  /** Counts reconciliations, so that two at once cannot both settle. */
  round: number
  /** Prizes of this shard whose unit came back, forfeited: benefit ids. */
  returned: string[]
  /** Which of them went on to whom, next in line: a unit of `left` became one of `settled`. Benefit ids. */
  passedOn: { from: string; to: string }[]
  openedAt: Instant
}

const MOST_SHARDS = 16
const SMALLEST_SHARD = 4

/** How a prize's quantity is split so that many winners at once do not all want the same document. Sums are kept. */
export function splitStock(quantity: number, perDay: number | null): { allotted: number; perDay: number | null }[] {
  const bound = Math.min(quantity, perDay ?? quantity)
  const shards = Math.max(1, Math.min(MOST_SHARDS, Math.floor(bound / SMALLEST_SHARD)))
  const days = perDay === null ? null : share(perDay, shards)
  return share(quantity, shards).map((allotted, index) => ({ allotted, perDay: days?.[index] ?? null }))
}

/**
 * How the prizes' stock was laid out before the start: the version whose shards there are, and what they were split by. It
 * never changes; a raised quantity goes into the same shards.
 */
export interface StockLayout {
  termsVersion: number
  /** By prize. */
  quantities: Readonly<Record<string, number>>
}

/** The layout that terms which have not begun get: their own. */
export const ownLayout = (
  prizes: readonly { prizeId: string; quantity: number }[],
  termsVersion: number,
): StockLayout => ({
  termsVersion,
  quantities: Object.fromEntries(prizes.map(({ prizeId, quantity }) => [prizeId, quantity])),
})

/**
 * What each shard is allotted when the prize's quantity is raised: never less than before, and in sum the new quantity.
 * @throws RangeError when the quantity was lowered
 */
export function raisedAllotments(laidOut: number, perDay: number | null, quantity: number): number[] {
  if (quantity < laidOut) throw new RangeError(`a stock of ${laidOut} cannot become ${quantity}`)
  return share(quantity, splitStock(laidOut, perDay).length)
}

function share(total: number, parts: number): number[] {
  const each = Math.floor(total / parts)
  const rest = total - each * parts
  return Array.from({ length: parts }, (_, index) => each + (index < rest ? 1 : 0))
}
