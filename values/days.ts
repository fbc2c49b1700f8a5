/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. Fields of this type end in `On`. */
export type Day = string & { readonly __unit: 'Day' }

/** An instant in epoch milliseconds. Fields of this type end in `At`. */
export type Instant = number

const HOUR = 3_600_000
/** Asia/Shanghai keeps UTC+8 all the year (no summer time since 1991). */
const SHANGHAI = 8 * HOUR
export const DAY_MS = 24 * HOUR

/** @throws RangeError unless `text` is a real calendar day `YYYY-MM-DD` */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`${text} is not a day YYYY-MM-DD`)
  return text as Day
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** The day in Asia/Shanghai on which the instant falls. */
export function dayOf(at: Instant): Day {
  return new Date(at + SHANGHAI).toISOString().slice(0, 10) as Day
}

/** The first millisecond of the day in Asia/Shanghai. */
export function startOf(on: Day): Instant {
  return Date.parse(`${on}T00:00:00Z`) - SHANGHAI
}

/** The first millisecond after the day: the exclusive end of a period whose last day is `on`. */
export function endOf(on: Day): Instant {
  return startOf(on) + DAY_MS
}

export function addDays(on: Day, count: number): Day {
  return new Date(Date.parse(`${on}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10) as Day
}

/**
 * The same day of the month, `count` months later (earlier when negative); the month's last day where it has no such day:
 * 2026-08-31 plus 6 months is 2027-02-28.
 */
export function addMonths(on: Day, count: number): Day {
  const at = new Date(`${on}T00:00:00Z`)
  const date = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + count)
  const lastDate = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(date, lastDate))
  return at.toISOString().slice(0, 10) as Day
}

/** Whole days from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** Days sort as their text does. */
export function earlier(one: Day, other: Day): Day {
  return one.localeCompare(other) < 0 ? one : other
}

export function later(one: Day, other: Day): Day {
  return one.localeCompare(other) < 0 ? other : one
}

/** `9 月 1 日`, with the year when asked for. */
export function formatDay(on: Day, withYear = false): string {
  const [year, month, date] = on.split('-').map(Number)
  return `${withYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`
}

/** `2026-09-01 10:05` in Asia/Shanghai, with seconds when asked for. */
export function formatInstant(at: Instant, withSeconds = false): string {
  return new Date(at + SHANGHAI)
    .toISOString()
    .slice(0, withSeconds ? 19 : 16)
    .replace('T', ' ')
}
