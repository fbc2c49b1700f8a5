import { requestFailed } from '../failure'
import { calendarParts, isoWeekTime, utcTime } from './calendar'
import { instantAt, offsetMinutes, type Timezone } from './timezone'

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** A date in MongoDB's format, e.g. `%Y-%m-%d`. Refuses unknown specifiers. */
export function formatDate(at: number, format: string, zone: Timezone): string {
  const offset = zone(at)
  const parts = calendarParts(at + offset)
  const minutes = Math.round(offset / 60_000)
  const sign = minutes < 0 ? '-' : '+'
  const written: Readonly<Record<string, string>> = {
    Y: digits(parts.year, 4),
    m: digits(parts.month, 2),
    d: digits(parts.dayOfMonth, 2),
    H: digits(parts.hour, 2),
    M: digits(parts.minute, 2),
    S: digits(parts.second, 2),
    L: digits(parts.millisecond, 3),
    j: digits(parts.dayOfYear, 3),
    w: String(parts.dayOfWeek),
    u: String(parts.isoDayOfWeek),
    U: digits(parts.week, 2),
    V: digits(parts.isoWeek, 2),
    G: digits(parts.isoWeekYear, 4),
    z: `${sign}${digits(Math.floor(Math.abs(minutes) / 60), 2)}${digits(Math.abs(minutes) % 60, 2)}`,
    Z: String(minutes),
    '%': '%',
  }
  return format.replace(/%([\s\S]?)/g, (_, name: string) => {
    const text = written[name]
    if (text === undefined) throw requestFailed(`Invalid format character '%${name}' in format string`)
    return text
  })
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i

/** Reads a date such as `2026-11-23T01:30:00+08:00`. `zone` counts when the text names none. */
export function parseDate(text: string, zone?: Timezone): Date {
  const match = ISO.exec(text.trim())
  if (!match)
    throw requestFailed(
      `Error parsing date string '${text}'; 0: passing a time zone identifier or an unexpected character`,
    )
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = match
  if (offset !== undefined && zone !== undefined)
    throw requestFailed('you cannot pass in a date/time string with GMT offset together with a timezone argument')
  const [m, d, h] = [Number(month), Number(day), Number(hour)]
  if (m < 1 || m > 12 || d < 1 || d > 31 || h > 24 || Number(minute) > 59 || Number(second) > 59)
    throw requestFailed(`Error parsing date string '${text}'; the parsed date was invalid`)
  const wall = utcTime(Number(year), m - 1, d, h, Number(minute), Number(second), Number(fraction.padEnd(3, '0')))
  if (offset !== undefined) return new Date(wall - (offsetMinutes(offset) ?? 0) * 60_000)
  return new Date(zone === undefined ? wall : instantAt(wall, zone))
}

const patterns: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  G: '\\d{4}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
  L: '\\d{1,3}',
  u: '\\d',
  V: '\\d{1,2}',
  z: '[+-]\\d{2}:?\\d{2}',
  Z: '[+-]?\\d+',
}

/** Reads a date by a format. */
export function parseDateBy(text: string, format: string, zone?: Timezone): Date {
  const names: string[] = []
  const source = format.replace(/%([\s\S]?)|[.*+?^${}()|[\]\\]/g, (found, name?: string) => {
    if (name === undefined) return `\\${found}`
    if (name === '%') return '%'
    const pattern = patterns[name]
    if (pattern === undefined) throw requestFailed(`Invalid format character '%${name}' in format string`)
    names.push(name)
    return `(${pattern})`
  })
  const match = new RegExp(`^${source}$`).exec(text)
  if (!match) throw requestFailed(`Error parsing date string '${text}'; it does not fit the format '${format}'`)
  const found = new Map(names.map((name, at) => [name, match[at + 1] ?? '']))
  const number = (name: string, absent: number): number => (found.has(name) ? Number(found.get(name)) : absent)
  const clock = [number('H', 0), number('M', 0), number('S', 0), number('L', 0)] as const
  const day = found.has('G')
    ? isoWeekTime(number('G', 1970), number('V', 1), number('u', 1))
    : utcTime(number('Y', 1970), number('m', 1) - 1, number('d', 1))
  const wall = day + ((clock[0] * 60 + clock[1]) * 60 + clock[2]) * 1000 + clock[3]
  const offset = found.has('z') ? offsetMinutes(found.get('z') ?? '') : found.has('Z') ? number('Z', 0) : undefined
  if (offset !== undefined) return new Date(wall - offset * 60_000)
  return new Date(zone === undefined ? wall : instantAt(wall, zone))
}
