import type { Benefit } from '#rules/benefit/benefit'
import type { LedgerSum } from '#rules/budget/budget-standing'
import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** What the ledger's entries cost by line, form and status, as last counted. */
export interface BudgetFigures {
  /** The campaign's id. */
  _id: string
  countedAt: Instant
  sums: LedgerSum[]
}

const figures = collection<BudgetFigures>('budgetFigures')
const benefits = collection<Benefit>('benefits')
const $ = command.aggregate

export const findBudgetFigures = (campaignId: string): Promise<BudgetFigures | null> => figures.find(campaignId)

/** Counts anew, in one database operation over the campaign's whole ledger: for the timer, not for a person who waits. */
export async function countBudget(campaignId: string, now: Instant): Promise<void> {
  const groups = await benefits.groups<{ _id: Pick<LedgerSum, 'line' | 'form' | 'status'>; costFen: number }>(
    { campaignId },
    { _id: { line: '$budgetLine', form: '$form', status: '$status.kind' }, costFen: $.sum('$costFen') },
  )
  const sums = groups.map(({ _id, costFen }) => ({ line: _id.line, form: _id.form, status: _id.status, costFen }))
  const added = await figures.add({ _id: campaignId, countedAt: now, sums })
  if (!added) await figures.updateWhere({ _id: campaignId }, { countedAt: now, sums: command.set(sums) })
}
