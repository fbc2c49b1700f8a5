import type { Terms } from '#rules/campaign/terms'
import { addBusinessDays, BeyondCalendarError } from '#values/business-days'
import { addDays, type Day, dayOf, type Instant, startOf } from '#values/days'
import type { LedgerEntry } from '../benefit/benefit'

type ReviewTerms = { operations: Pick<Terms['operations'], 'reviewWithinWorkingDays'> } & Pick<Terms, 'workingDays'>

/** “进了待审核，几个工作日内审完。” (§7) Null where the working days are not known yet. */
export function reviewDueOn(terms: ReviewTerms, { waitsSinceAt }: Pick<LedgerEntry, 'waitsSinceAt'>): Day | null {
  return dueOnFrom(terms, dayOf(waitsSinceAt))
}

/** What began to wait before this instant should have been reviewed by yesterday. */
export function reviewOverdueBefore(terms: ReviewTerms, today: Day): Instant {
  let from = today
  for (;;) {
    const due = dueOnFrom(terms, from)
    if (due !== null && due < today) return startOf(addDays(from, 1))
    from = addDays(from, -1)
  }
}

/** What is late on a day: promised for an earlier one, or in review since before that instant. */
export interface Late {
  on: Day
  inReviewBefore: Instant
}

export const lateOn = (terms: ReviewTerms, today: Day): Late => ({
  on: today,
  inReviewBefore: reviewOverdueBefore(terms, today),
})

function dueOnFrom({ operations, workingDays }: ReviewTerms, on: Day): Day | null {
  try {
    return addBusinessDays(on, operations.reviewWithinWorkingDays, workingDays.overrides)
  } catch (error) {
    if (error instanceof BeyondCalendarError) return null
    throw error
  }
}
