import { requestFailed } from '../failure'
import { isDocument, typeName } from '../value'
import { type CalendarParts, calendarParts, isoWeekTime, utcTime } from './calendar'
import { formatDate, parseDate, parseDateBy } from './date-text'
import { isNullish, isWhole, namedOperator, type Operator, type Result, unary } from './operator'
import { instantAt, timezoneOf } from './timezone'

function dateIn(value: Result): Date {
  if (value instanceof Date) return value
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to Date`)
}

/** A part of a date, of `$date` alone or of `{date, timezone}`. */
function part(name: string, of: (parts: CalendarParts) => number): Operator {
  const calculate = (date: Result, timezone: Result, given: boolean): Result => {
    if (isNullish(date) || (given && isNullish(timezone))) return null
    const at = dateIn(date).getTime()
    return of(calendarParts(at + timezoneOf(given ? timezone : undefined)(at)))
  }
  const alone = unary(name, (date) => calculate(date, undefined, false))
  const named = namedOperator(name, ['date'], ['timezone'], ({ date, timezone }, given) =>
    calculate(date, timezone, given.has('timezone')),
  )
  return (operand, compiler) =>
    isDocument(operand) && !Object.keys(operand)[0]?.startsWith('$')
      ? named(operand, compiler)
      : alone(operand, compiler)
}

const units = [
  'year',
  'month',
  'day',
  'isoWeekYear',
  'isoWeek',
  'isoDayOfWeek',
  'hour',
  'minute',
  'second',
  'millisecond',
] as const
const isoUnits = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const

const dateFromParts = namedOperator('$dateFromParts', [], [...units, 'timezone'], (values, given) => {
  if (given.has('timezone') && isNullish(values.timezone)) return null
  for (const unit of units) {
    const value = values[unit]
    if (!given.has(unit)) continue
    if (isNullish(value)) return null
    if (!isWhole(value)) throw requestFailed(`'${unit}' must evaluate to an integer, found ${typeName(value)}`)
  }
  const number = (unit: (typeof units)[number], absent: number): number => Number(values[unit] ?? absent)
  const day = given.has('isoWeekYear')
    ? isoWeekTime(number('isoWeekYear', 1970), number('isoWeek', 1), number('isoDayOfWeek', 1))
    : utcTime(number('year', 1970), number('month', 1) - 1, number('day', 1))
  const clock = ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000
  return new Date(instantAt(day + clock + number('millisecond', 0), timezoneOf(values.timezone)))
})

const checkedDateFromParts: Operator = (operand, compiler) => {
  if (isDocument(operand)) {
    if (operand.year === undefined && operand.isoWeekYear === undefined)
      throw requestFailed(`$dateFromParts requires either 'year' or 'isoWeekYear' to be present`)
    if (operand.year !== undefined && isoUnits.some((unit) => operand[unit] !== undefined))
      throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates')
  }
  return dateFromParts(operand, compiler)
}

const dateFromString = namedOperator(
  '$dateFromString',
  ['dateString'],
  ['format', 'timezone', 'onError', 'onNull'],
  ({ dateString, format, timezone, onError, onNull }, given) => {
    if (isNullish(dateString)) return given.has('onNull') ? onNull : null
    if ((given.has('timezone') && isNullish(timezone)) || (given.has('format') && isNullish(format))) return null
    try {
      if (typeof dateString !== 'string')
        throw requestFailed(
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(dateString)} with value ${String(dateString)}`,
        )
      const zone = given.has('timezone') ? timezoneOf(timezone) : undefined
      return typeof format === 'string' ? parseDateBy(dateString, format, zone) : parseDate(dateString, zone)
    } catch (failure) {
      if (given.has('onError')) return onError
      throw failure
    }
  },
)

const dateToString = namedOperator(
  '$dateToString',
  ['date'],
  ['format', 'timezone', 'onNull'],
  ({ date, format, timezone, onNull }, given) => {
    if (isNullish(date)) return given.has('onNull') ? onNull : null
    if ((given.has('timezone') && isNullish(timezone)) || (given.has('format') && isNullish(format))) return null
    const zone = timezoneOf(given.has('timezone') ? timezone : undefined)
    const usual = given.has('timezone') && zone(0) !== 0 ? '%Y-%m-%dT%H:%M:%S.%L' : '%Y-%m-%dT%H:%M:%S.%LZ'
    if (format !== undefined && typeof format !== 'string')
      throw requestFailed(`$dateToString requires that 'format' be a string, found: ${typeName(format)}`)
    return formatDate(dateIn(date).getTime(), format ?? usual, zone)
  },
)

const dateToParts = namedOperator(
  '$dateToParts',
  ['date'],
  ['timezone', 'iso8601'],
  ({ date, timezone, iso8601 }, given) => {
    if (isNullish(date) || (given.has('timezone') && isNullish(timezone))) return null
    const at = dateIn(date).getTime()
    const p = calendarParts(at + timezoneOf(given.has('timezone') ? timezone : undefined)(at))
    const clock = { hour: p.hour, minute: p.minute, second: p.second, millisecond: p.millisecond }
    return iso8601 === true
      ? { isoWeekYear: p.isoWeekYear, isoWeek: p.isoWeek, isoDayOfWeek: p.isoDayOfWeek, ...clock }
      : { year: p.year, month: p.month, day: p.dayOfMonth, ...clock }
  },
)

export const dateOperators: Readonly<Record<string, Operator>> = {
  $dateFromParts: checkedDateFromParts,
  $dateFromString: dateFromString,
  $dateToParts: dateToParts,
  $dateToString: dateToString,
  $dayOfMonth: part('$dayOfMonth', (parts) => parts.dayOfMonth),
  $dayOfWeek: part('$dayOfWeek', (parts) => parts.dayOfWeek),
  $dayOfYear: part('$dayOfYear', (parts) => parts.dayOfYear),
  $hour: part('$hour', (parts) => parts.hour),
  $isoDayOfWeek: part('$isoDayOfWeek', (parts) => parts.isoDayOfWeek),
  $isoWeek: part('$isoWeek', (parts) => parts.isoWeek),
  $isoWeekYear: part('$isoWeekYear', (parts) => parts.isoWeekYear),
  $millisecond: part('$millisecond', (parts) => parts.millisecond),
  $minute: part('$minute', (parts) => parts.minute),
  $month: part('$month', (parts) => parts.month),
  $second: part('$second', (parts) => parts.second),
  $week: part('$week', (parts) => parts.week),
  $year: part('$year', (parts) => parts.year),
}
