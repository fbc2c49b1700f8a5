/**
 * CloudBase's timer expression: seven fields, second minute hour day month week year, in UTC+8.
 * A field is `*`, a number, a range `a-b`, a list `a,b`, each with an optional step `/n`; months and weekdays also by name.
 * When both day and week are given, a day that fits either is due.
 */
export interface Schedule {
  /** The first due instant after `at` (epoch ms), or undefined when none is left before 2100. */
  nextAfter(at: number): number | undefined
}

const UTC_PLUS_8_MS = 8 * 3_600_000
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

interface Field {
  name: string
  from: number
  to: number
  names?: readonly string[]
}
const FIELDS: readonly Field[] = [
  { name: 'second', from: 0, to: 59 },
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12, names: MONTHS },
  { name: 'week', from: 0, to: 6, names: WEEKDAYS },
  { name: 'year', from: 1970, to: 2099 },
]

/** Throws an Error that names the field which cannot be read. */
export function parseSchedule(expression: string): Schedule {
  const texts = expression.trim().split(/\s+/)
  if (texts.length !== FIELDS.length) {
    throw new Error(
      `"${expression}" has ${texts.length} fields; seven are needed: ${FIELDS.map((f) => f.name).join(' ')}`,
    )
  }
  const sets = FIELDS.map((field, index) => parseField(field, texts[index] ?? ''))
  const [seconds, minutes, hours, days, months, weekdays, years] = sets
  if (!seconds || !minutes || !hours || !days || !months || !weekdays || !years)
    throw new Error('seven fields are needed')
  const anyDay = texts[3] === '*'
  const anyWeekday = texts[5] === '*'

  const dayFits = (date: Date) => {
    const byDay = days.has(date.getUTCDate())
    const byWeek = weekdays.has(date.getUTCDay())
    return anyDay || anyWeekday ? byDay && byWeek : byDay || byWeek
  }

  return {
    nextAfter(at) {
      // Shifted by eight hours, the UTC getters read Beijing's wall clock, which has no summer time.
      const wall = new Date((Math.floor((at + UTC_PLUS_8_MS) / 1000) + 1) * 1000)
      while (wall.getUTCFullYear() <= 2099) {
        if (!years.has(wall.getUTCFullYear())) wall.setTime(Date.UTC(wall.getUTCFullYear() + 1, 0))
        else if (!months.has(wall.getUTCMonth() + 1)) {
          wall.setTime(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1))
        } else if (!dayFits(wall)) {
          wall.setTime(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate() + 1))
        } else if (!hours.has(wall.getUTCHours())) wall.setUTCHours(wall.getUTCHours() + 1, 0, 0)
        else if (!minutes.has(wall.getUTCMinutes())) wall.setUTCMinutes(wall.getUTCMinutes() + 1, 0)
        else if (!seconds.has(wall.getUTCSeconds())) wall.setUTCSeconds(wall.getUTCSeconds() + 1)
        else return wall.getTime() - UTC_PLUS_8_MS
      }
      return undefined
    },
  }
}

function parseField(field: Field, text: string): Set<number> {
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? []
    const every = step === undefined ? 1 : Number(step)
    const [first, last] = parseRange(field, range, step !== undefined)
    if (every < 1 || first === undefined || last === undefined || first > last) {
      throw new Error(`${field.name} "${text}" is not a value, list, range or step of ${field.from}-${field.to}`)
    }
    for (let value = first; value <= last; value += every) values.add(value)
  }
  return values
}

function parseRange(field: Field, range: string, stepped: boolean): [number | undefined, number | undefined] {
  if (range === '*') return [field.from, field.to]
  const [from = '', to, ...rest] = range.split('-')
  if (rest.length > 0) return [undefined, undefined]
  const first = parseValue(field, from)
  // "5/15" starts at 5 and goes on to the end of the field.
  if (to === undefined) return [first, stepped ? field.to : first]
  return [first, parseValue(field, to)]
}

function parseValue(field: Field, text: string): number | undefined {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1
  if (named >= 0) return named + field.from
  if (!/^\d{1,4}$/.test(text)) return undefined
  const value = Number(text)
  return value >= field.from && value <= field.to ? value : undefined
}
