import { readBudget as budgetOperation } from '#contract/budget'
import { readDaily as dailyOperation } from '#contract/daily'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { budgetStanding } from '#rules/budget/budget-standing'
import { goalStanding } from '#rules/daily/goals'
import { findBudgetFigures } from '#store/budget-figures'
import { listDayFigures } from '#store/day-figures'
import { findTermsInForce } from '#store/terms'
import { dayOf } from '#values/days'

/** The whole campaign's figures are for those who see the whole campaign: a branch has its work lists. */
const readers = forStaff('admin', 'reviewer', 'finance', 'analyst')

/** “团队每天看进展。” (§7) One database operation beside those of any staff call: the timer has counted. */
export const readDaily = handle(dailyOperation, readers, async (_input, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  if (staff.branchCode !== null) return refuse('not-allowed')
  const { terms } = inForce
  const days = await listDayFigures(terms.campaignId)
  return {
    now,
    startsOn: terms.period.startsOn,
    endsOn: terms.period.endsOn,
    days: days.map(({ _id, campaignId, ...figures }) => figures),
    goals: goalStanding(terms, days, dayOf(now)),
  }
})

/** “九项预算各花了多少。” (§8) One database operation beside those of any staff call. */
export const readBudget = handle(budgetOperation, readers, async (_input, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  if (staff.branchCode !== null) return refuse('not-allowed')
  const { campaignId, budget } = inForce.terms
  const figures = await findBudgetFigures(campaignId)
  return {
    now,
    countedAt: figures?.countedAt ?? null,
    // Before the first count nothing is known, which is not zero.
    lines: budgetStanding(budget, figures?.sums ?? []).map((line) =>
      figures ? line : { ...line, promisedFen: null, paidFen: null, toRecoverFen: null },
    ),
    totalFen: budget.totalFen,
  }
})
