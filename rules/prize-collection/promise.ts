import type { Terms } from '#rules/campaign/terms'
import { addBusinessDays, BeyondCalendarError } from '#values/business-days'
import type { Day } from '#values/days'

/**
 * The promised day, so many working days after `from`; null when the calendar of that year is not known yet. A day that is
 * not known is never guessed, and never stops what is being done.
 */
function promise({ workingDays }: Pick<Terms, 'workingDays'>, from: Day, count: number): Day | null {
  try {
    return addBusinessDays(from, count, workingDays.overrides)
  } catch (error) {
    if (error instanceof BeyondCalendarError) return null
    throw error
  }
}

/** “填写后若干个工作日内核实。” (§5.4.4) */
export const verifyDueOn = (terms: Terms, submittedOn: Day): Day | null =>
  promise(terms, submittedOn, terms.prizeDraw.collection.verifyWithinWorkingDays)

/** “核实后若干个工作日内发放。” (§5.4.4) A coupon that needs nothing is verified as it is won. */
export const handOverDueOn = (terms: Terms, verifiedOn: Day): Day | null =>
  promise(terms, verifiedOn, terms.prizeDraw.collection.handOverWithinWorkingDays)

/** “退回后若干个工作日内改正。” (§5.4.4) */
export const correctUntilOn = (terms: Terms, returnedOn: Day): Day | null =>
  promise(terms, returnedOn, terms.prizeDraw.collection.correctWithinWorkingDays)

/** “补发后若干个工作日内填写。” (§5.4.4) Null where the terms pass nothing on. */
export function alternateUntilOn(terms: Terms, passedOnOn: Day): Day | null {
  const days = terms.prizeDraw.collection.alternateWithinWorkingDays
  return days === null ? null : promise(terms, passedOnOn, days)
}

/** A promise is kept on its day, and broken the day after. */
export const isOverdue = (dueOn: Day | null, today: Day): boolean => dueOn !== null && today > dueOn
