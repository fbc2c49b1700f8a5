const DAY_MS = 86_400_000

/** What a calendar and a clock show. */
export interface CalendarParts {
  year: number
  month: number
  dayOfMonth: number
  hour: number
  minute: number
  second: number
  millisecond: number
  /** 1 is Sunday. */
  dayOfWeek: number
  dayOfYear: number
  /** 0 to 53; week 1 begins with the year's first Sunday. */
  week: number
  /** 1 is Monday. */
  isoDayOfWeek: number
  isoWeek: number
  isoWeekYear: number
}

/** The parts of a wall time, given in milliseconds as if it were UTC. */
export function calendarParts(wall: number): CalendarParts {
  const date = new Date(wall)
  const year = date.getUTCFullYear()
  const day = Math.floor(wall / DAY_MS)
  const dayOfYear = day - Math.floor(utcTime(year, 0, 1) / DAY_MS) + 1
  const dayOfWeek = date.getUTCDay()
  const isoDayOfWeek = dayOfWeek === 0 ? 7 : dayOfWeek
  // The ISO week belongs to the year of its Thursday.
  const thursday = day - isoDayOfWeek + 4
  const isoWeekYear = new Date(thursday * DAY_MS).getUTCFullYear()
  const isoWeek = Math.floor((thursday - Math.floor(utcTime(isoWeekYear, 0, 1) / DAY_MS)) / 7) + 1
  return {
    year,
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    dayOfWeek: dayOfWeek + 1,
    dayOfYear,
    week: Math.floor((dayOfYear + 6 - dayOfWeek) / 7),
    isoDayOfWeek,
    isoWeek,
    isoWeekYear,
  }
}

/** As Date.UTC, but years 0 to 99 are themselves. */
export function utcTime(
  year: number,
  monthIndex: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  ms = 0,
): number {
  const date = new Date(0)
  date.setUTCFullYear(year, monthIndex, day)
  date.setUTCHours(hour, minute, second, ms)
  return date.getTime()
}

/** The day an ISO week date names, in milliseconds. */
export function isoWeekTime(year: number, week: number, dayOfWeek: number): number {
  const fourth = utcTime(year, 0, 4)
  const { isoDayOfWeek } = calendarParts(fourth)
  return fourth + ((week - 1) * 7 + dayOfWeek - isoDayOfWeek) * DAY_MS
}
