import calendar from 'chinese-days/dist/chinese-days.json'
import { addDays, type Day, day } from './days'

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
  requireKnown(on)
  if (on in makeUpDays) return true
  if (on in holidays) return false
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

const yearOf = (on: Day): number => Number(on.slice(0, 4))

function requireKnown(on: Day): void {
  const year = yearOf(on)
  if (year < calendarYears.first || year > calendarYears.last) throw new BeyondCalendarError(on)
}

/**
 * The `count`-th working day after `from`; `from` itself is not counted (民法典 §201). 0 gives `from`.
 * @throws BeyondCalendarError as {@link isBusinessDay}
 * @throws RangeError unless `count` is a whole number, 0 or more
 */
export function addBusinessDays(from: Day, count: number, overrides: readonly BusinessDayOverride[] = []): Day {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a number of working days`)
  return overrides.length > 0 ? walk(from, count, overrides) : count === 0 ? from : lookUp(from, count)
}

function walk(from: Day, count: number, overrides: readonly BusinessDayOverride[]): Day {
  let on = from
  for (let left = count; left > 0; ) {
    on = addDays(on, 1)
    if (isBusinessDay(on, overrides)) left -= 1
  }
  return on
}

/** The same without overrides, year by year: a decision about a whole policy book asks for it a million times. */
function lookUp(from: Day, count: number): Day {
  let left = count
  const lastOfYear = from.endsWith('-12-31')
  for (let on = lastOfYear ? addDays(from, 1) : from; ; on = firstOfNextYear(on)) {
    requireKnown(on)
    const days = workingDaysOf(yearOf(on))
    const passed = countUntil(days, from)
    const found = days[passed + left - 1]
    if (found) return found
    left -= days.length - passed
  }
}

const firstOfNextYear = (on: Day): Day => day(`${yearOf(on) + 1}-01-01`)

const workingDays = new Map<number, readonly Day[]>()

/** All working days of a year that the calendar knows, in order. */
function workingDaysOf(year: number): readonly Day[] {
  const made = workingDays.get(year)
  if (made) return made
  const days: Day[] = []
  for (let on = day(`${year}-01-01`); yearOf(on) === year; on = addDays(on, 1)) if (isBusinessDay(on)) days.push(on)
  workingDays.set(year, days)
  return days
}

/** How many of the days are not later than `until`. */
function countUntil(days: readonly Day[], until: Day): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? until) <= until) low = middle + 1
    else high = middle
  }
  return low
}
