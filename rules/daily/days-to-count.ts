import { addDays, type Day, dayOf, earlier, endOf, type Instant } from '#values/days'

/** The day that is under way is counted anew after so long, 15 min. */
export const FRESH_FOR_MS = 15 * 60_000
/** The core system tells of some policies days later: then the day is counted for the last time. */
const LATE_DAYS = 3
/** Days that one run of the timer counts at most: the missed ones of a long pause have the next runs. */
const AT_ONCE = 8

/**
 * “每天一张日报：当天的随时更新，过后定稿。” (§7) The days to count now, the earliest first: those never counted, today's when
 * it is no longer fresh, one that was counted before it ended, and once more each when late policies have come in.
 */
export function daysToCount(
  period: { startsOn: Day; endsOn: Day },
  counted: readonly { on: Day; countedAt: Instant }[],
  now: Instant,
): Day[] {
  const at = new Map(counted.map(({ on, countedAt }) => [on, countedAt]))
  const until = earlier(dayOf(now), period.endsOn)
  const wanted: Day[] = []
  for (let on = period.startsOn; on <= until && wanted.length < AT_ONCE; on = addDays(on, 1)) {
    const countedAt = at.get(on)
    if (countedAt === undefined || isOutdated(on, countedAt, now)) wanted.push(on)
  }
  return wanted
}

function isOutdated(on: Day, countedAt: Instant, now: Instant): boolean {
  if (now < endOf(on)) return now - countedAt >= FRESH_FOR_MS
  const final = endOf(addDays(on, LATE_DAYS))
  return countedAt < endOf(on) || (now >= final && countedAt < final)
}
