import { addBusinessDays } from '#values/business-days'
import type { Day } from '#values/days'
import type { Terms } from './terms'

/**
 * Last day on which winners may fill in their collection details (§5.4.4), in working days after the campaign's end.
 * @throws BeyondCalendarError when the days are not known; a checked campaign file never gets there
 */
export function collectUntilOn({ period, prizeDraw, workingDays }: Terms): Day {
  return addBusinessDays(period.endsOn, prizeDraw.collection.withinWorkingDays, workingDays.overrides)
}

/**
 * Last day by which a prize is handed over, when its winner used the whole time to fill in the details (§5.4.4).
 */
export function handOverUntilOn(terms: Terms): Day {
  const { verifyWithinWorkingDays, handOverWithinWorkingDays } = terms.prizeDraw.collection
  return addBusinessDays(
    collectUntilOn(terms),
    verifyWithinWorkingDays + handOverWithinWorkingDays,
    terms.workingDays.overrides,
  )
}
