import type { Terms } from '#rules/campaign/terms'
import type { Day } from '#values/days'
import type { DrawBook } from './draw-book'

/** A win, as far as the limits count it (§5.4.3). */
export interface Win {
  prizeId: string
  on: Day
}

/** The wins that stand in a book. */
export const winsIn = (book: DrawBook): Win[] =>
  book.draws.flatMap(({ outcome, on }) => (outcome.kind === 'won' ? [{ prizeId: outcome.prizeId, on }] : []))

/** “每人整个活动最多中奖几次，每天最多中奖几次。” (§5.4.3) */
export function customerAtLimit(terms: Terms, wins: readonly Win[], on: Day): boolean {
  const { winsPerCustomer, winsPerCustomerPerDay } = terms.prizeDraw
  if (winsPerCustomer !== null && wins.length >= winsPerCustomer) return true
  return winsPerCustomerPerDay !== null && wins.filter((win) => win.on === on).length >= winsPerCustomerPerDay
}

/** “同一种奖品每人最多中得几份。” (§5.4.3) */
export function prizeAtLimit(terms: Terms, wins: readonly Win[], prizeId: string): boolean {
  const limit = terms.prizeDraw.prizes.find((prize) => prize.prizeId === prizeId)?.perCustomer ?? null
  return limit !== null && wins.filter((win) => win.prizeId === prizeId).length >= limit
}
