import { requestFailed } from '../failure'
import { typeName } from '../value'
import { parseDate } from './date-text'
import { isNullish, namedOperator, type Operator, type Result, unary } from './operator'

type Target = 'bool' | 'date' | 'double' | 'int' | 'long' | 'string'

const codes: Readonly<Record<number, Target>> = {
  1: 'double',
  2: 'string',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
}

const impossible = (value: Result, to: Target): Error =>
  requestFailed(`Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`)

const failedParse = (text: string, why: string): Error =>
  requestFailed(`Failed to parse number '${text}' in $convert with no onError value: ${why}`)

/** Converts as `$convert` does. Fails when it cannot be done. */
function convert(value: Result, to: Target): Result {
  if (isNullish(value)) return null
  switch (to) {
    case 'bool':
      return value !== false && value !== 0
    case 'string':
      if (typeof value === 'string') return value
      if (typeof value === 'boolean' || typeof value === 'number') return String(value)
      if (value instanceof Date) return value.toISOString()
      throw impossible(value, to)
    case 'date':
      if (value instanceof Date) return value
      if (typeof value === 'number') return new Date(value)
      if (typeof value === 'string') return parseDate(value)
      throw impossible(value, to)
    default:
      return toNumber(value, to)
  }
}

function toNumber(value: Result, to: 'double' | 'int' | 'long'): number {
  const bits = to === 'int' ? 31 : 63
  const checked = (number: number): number => {
    if (to === 'double') return number
    if (!Number.isFinite(number) || Math.abs(number) >= 2 ** bits)
      throw requestFailed(`Conversion would overflow target type in $convert with no onError value: ${number}`)
    return Math.trunc(number)
  }
  if (typeof value === 'number') return checked(value)
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date && to !== 'int') return value.getTime()
  if (typeof value !== 'string') throw impossible(value, to)
  const form = to === 'double' ? /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i : /^[-+]?\d+$/
  if (!form.test(value)) throw failedParse(value, to === 'double' ? 'Did not consume whole string.' : 'Bad digit')
  return checked(Number(value))
}

function targetOf(to: Result): Target {
  if (typeof to === 'number' && codes[to]) return codes[to]
  const named = Object.values(codes).find((name) => name === to)
  if (named) return named
  throw requestFailed(`the local database does not imitate $convert to ${String(to)}`)
}

const $convert = namedOperator(
  '$convert',
  ['input', 'to'],
  ['onError', 'onNull'],
  ({ input, to, onError, onNull }, given) => {
    if (isNullish(input)) return given.has('onNull') ? onNull : null
    const target = targetOf(to)
    try {
      return convert(input, target)
    } catch (failure) {
      if (given.has('onError')) return onError
      throw failure
    }
  },
)

const to = (name: string, target: Target): Operator => unary(name, (value) => convert(value, target))

export const conversionOperators: Readonly<Record<string, Operator>> = {
  $convert,
  $toBool: to('$toBool', 'bool'),
  $toDate: to('$toDate', 'date'),
  $toDouble: to('$toDouble', 'double'),
  $toInt: to('$toInt', 'int'),
  $toLong: to('$toLong', 'long'),
  $toString: to('$toString', 'string'),
  $type: unary('$type', (value) => typeName(value)),
}
