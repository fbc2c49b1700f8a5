import { addBusinessDays, BeyondCalendarError, calendarYears } from '#values/business-days'
import { addDays, type Day, formatDay } from '#values/days'
import type { Terms } from './terms'

/** The State Council announces the next year's holidays in November: time enough to bring the calendar up to date. */
const LEAD_DAYS = 60

/**
 * “工作日历快用完时提前告警，不等到算不出到账日。” (§5.2.2, §5.2.3, §5.3.2, §5.4.4) A sentence for the campaign team when a promise
 * made so many days from now could not be counted any more; null while all is well. A campaign file whose own dates are beyond
 * the calendar is refused before it is published; this is for the calendar that ages afterwards.
 */
export function calendarAlert(
  { renewalRebate, gift, referralReward, prizeDraw, workingDays }: Terms,
  today: Day,
): string | null {
  const { withinWorkingDays, verifyWithinWorkingDays, handOverWithinWorkingDays } = prizeDraw.collection
  const longest = Math.max(
    renewalRebate.paidWithinWorkingDays,
    gift.handOverWithinWorkingDays,
    referralReward.paidWithinWorkingDays,
    withinWorkingDays + verifyWithinWorkingDays + handOverWithinWorkingDays,
  )
  const from = addDays(today, LEAD_DAYS)
  try {
    addBusinessDays(from, longest, workingDays.overrides)
    return null
  } catch (error) {
    if (!(error instanceof BeyondCalendarError)) throw error
    return (
      `工作日历只到 ${calendarYears.last} 年：${formatDay(from, true)}起算的 ${longest} 个工作日已经算不出来。` +
      '请在放假安排公布后更新日历，或在 workingDays.overrides 逐日写明。'
    )
  }
}
