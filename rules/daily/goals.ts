import type { Terms } from '#rules/campaign/terms'
import type { Day } from '#values/days'
import { type Bps, bps } from '#values/money'
import type { DayFigures } from './day-figures'

/** The goals that can be reckoned from what the system knows (§2, §9); the others are known outside of it. */
export interface GoalStanding {
  /** Null where the new customers' discount is not part of the campaign: then nobody is judged to be a new customer. */
  newCustomers: { soFar: number | null; goal: number; before: number; growthBps: Bps }
  /** Null until the first policy fell due. */
  renewalRate: { soFarBps: Bps | null; goalBps: Bps; due: number; renewed: number }
}

type GoalTerms = { goals: Terms['goals']; newCustomerDiscount: Pick<Terms['newCustomerDiscount'], 'enabled'> }

/**
 * “新客户要增长多少，续保率要到多少，现在到了多少。” (§2, §9) The goal of new customers is rounded up to a whole one. A renewal
 * counts when it begins on the day after the old policy's last; only days that are over count.
 */
export function goalStanding(
  { goals, newCustomerDiscount }: GoalTerms,
  days: readonly Pick<DayFigures, 'on' | 'newCustomers' | 'due' | 'renewedInTime'>[],
  today: Day,
): GoalStanding {
  const sum = (of: (figures: (typeof days)[number]) => number, among = days) =>
    among.reduce((total, figures) => total + of(figures), 0)
  const over = days.filter(({ on }) => on < today)
  const due = sum((figures) => figures.due, over)
  const renewed = sum(({ renewedInTime }) => renewedInTime, over)
  const { newCustomersBefore: before, newCustomersGrowthBps: growthBps, renewalRateBps } = goals
  return {
    newCustomers: {
      soFar: newCustomerDiscount.enabled ? sum(({ newCustomers }) => newCustomers) : null,
      goal: Math.ceil((before * (10_000 + growthBps)) / 10_000),
      before,
      growthBps,
    },
    renewalRate: {
      soFarBps: due === 0 ? null : bps(Math.floor((renewed * 10_000) / due)),
      goalBps: renewalRateBps,
      due,
      renewed,
    },
  }
}
