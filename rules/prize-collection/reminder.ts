import type { Terms } from '#rules/campaign/terms'
import { addDays, type Day } from '#values/days'

/**
 * “截止前若干天提醒一次。” (§5.4.4) How many days before the last day the reminder is that it is time for; null when it is time for
 * none. After days without a timer only the latest one is due: nobody is reminded twice at once.
 */
export function reminderDue(
  { prizeDraw: { collection } }: { prizeDraw: Pick<Terms['prizeDraw'], 'collection'> },
  untilOn: Day,
  today: Day,
): number | null {
  if (today > untilOn) return null
  const reached = collection.remindDaysBefore.filter((days) => today >= addDays(untilOn, -days))
  return reached.length === 0 ? null : Math.min(...reached)
}
