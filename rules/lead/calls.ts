import { type CallOutcome, MOST_TRIES } from '#values/call-outcomes'
import type { Day } from '#values/days'

/** “打通了就算联系过；没有接通的再打，三次都没有接通就到此为止。” (§5.1) Whether the booking is dealt with after these calls. */
export const isDealtWith = (outcomes: readonly CallOutcome[]): boolean =>
  outcomes.some((outcome) => outcome !== 'no-answer') || outcomes.length >= MOST_TRIES

/** “过了说好回电的那一天还没有联系上，就是逾期；当天还不算。” (§5.1) */
export const isCallOverdue = (
  { state, callsUntilOn }: { state: 'open' | 'contacted'; callsUntilOn: Day },
  on: Day,
): boolean => state === 'open' && on > callsUntilOn
