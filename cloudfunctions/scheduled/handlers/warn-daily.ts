import { writeLog } from '#pipeline/log'
import { calendarAlert } from '#rules/campaign/calendar-alert'
import type { TermsInForce } from '#store/terms'
import { keepWarned, wasWarnedOn } from '#store/warnings'
import { dayOf, type Instant } from '#values/days'
import { warnOfOverdue } from './warn-of-overdue'

/**
 * Warnings are given once a day, by the first tick that gets so far: which one that is stands in the database, so a tick that
 * never ran or broke off takes none away. The environment's alarm reads the log.
 */
export async function warnDaily(inForce: TermsInForce, now: Instant, requestId: string): Promise<void> {
  const { terms } = inForce
  const today = dayOf(now)
  if (await wasWarnedOn(terms.campaignId, today)) return
  const alert = calendarAlert(terms, today)
  if (alert !== null) writeLog('warn', requestId, alert)
  await warnOfOverdue(inForce, now, requestId)
  await keepWarned(terms.campaignId, today)
}
