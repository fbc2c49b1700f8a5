import calendar from 'chinese-days/dist/chinese-days.json'
import { addDays, type Day } from './days'

/**
 * Working days follow the State Council's holiday and make-up-day calendar (chinese-days, MIT). Its own functions fall
 * back silently to plain weekends in years it does not know; here such a day throws.
 */
const holidays: Readonly<Record<string, string>> = calendar.holidays
const makeUpDays: Readonly<Record<string, string>> = calendar.workdays

const years = Object.keys(holidays).map((on) => Number(on.slice(0, 4)))
/** First and last year the calendar knows, both included. */
export const calendarYears = { first: Math.min(...years), last: Math.max(...years) } as const

/** A correction the campaign file may set for one day, e.g. an order announced after the calendar was made. */
export interface BusinessDayOverride {
  on: Day
  working: boolean
}

/** The day lies in a year whose holidays are not known, and no override settles it. */
export class BeyondCalendarError extends RangeError {
  override readonly name = 'BeyondCalendarError'
  constructor(readonly on: Day) {
    super(`${on} is outside the working-day calendar (${calendarYears.first} to ${calendarYears.last})`)
  }
}

/**
 * Whether offices work on that day.
 * @throws BeyondCalendarError when the year is unknown and no override settles the day
 */
export function isBusinessDay(on: Day, overrides: readonly BusinessDayOverride[] = []): boolean {
  const override = overrides.find((entry) => entry.on === on)
  if (override) return override.working
  const year = Number(on.slice(0, 4))
  if (year < calendarYears.first || year > calendarYears.last) throw new BeyondCalendarError(on)
  if (on in makeUpDays) return true
  if (on in holidays) return false
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The `count`-th working day after `from`; `from` itself is not counted (民法典 §201). 0 gives `from`.
 * @throws BeyondCalendarError as {@link isBusinessDay}
 * @throws RangeError unless `count` is a whole number, 0 or more
 */
export function addBusinessDays(from: Day, count: number, overrides: readonly BusinessDayOverride[] = []): Day {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a number of working days`)
  let on = from
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    if (isBusinessDay(on, overrides)) left -= 1
  }
  return on
}
