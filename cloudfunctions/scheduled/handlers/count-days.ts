import { daysToCount, FRESH_FOR_MS } from '#rules/daily/days-to-count'
import { countBudget, findBudgetFigures } from '#store/budget-figures'
import { countDay, keepDayFigures, listDayFigures } from '#store/day-figures'
import type { TermsInForce } from '#store/terms'
import type { Day, Instant } from '#values/days'

/** “每天一张日报。” (§7, §8) So that the console reads documents and counts nothing. The days counted now. */
export async function countDays({ terms }: TermsInForce, now: Instant): Promise<Day[]> {
  const { campaignId, period } = terms
  const wanted = daysToCount(period, await listDayFigures(campaignId), now)
  for (const on of wanted) await keepDayFigures(await countDay(campaignId, on, now))
  const budget = await findBudgetFigures(campaignId)
  if (!budget || now - budget.countedAt >= FRESH_FOR_MS) await countBudget(campaignId, now)
  return wanted
}
