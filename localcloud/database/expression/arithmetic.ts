import { requestFailed } from '../failure'
import { typeName } from '../value'
import { binary, isNullish, isWhole, listOperator, type Operator, type Result, unary } from './operator'

const anyNumber = [0, Number.POSITIVE_INFINITY] as const

const notNumeric = (name: string, value: Result): Error =>
  requestFailed(`${name} only supports numeric types, not ${typeName(value)}`)

/** Of one number; null and missing give null. */
const ofNumber = (name: string, calculate: (value: number) => number): Operator =>
  unary(name, (value) => {
    if (isNullish(value)) return null
    if (typeof value !== 'number') throw notNumeric(name, value)
    return calculate(value)
  })

/** Of two numbers; null and missing give null. */
const ofNumbers = (name: string, calculate: (a: number, b: number) => number): Operator =>
  binary(name, (a, b) => {
    if (isNullish(a) || isNullish(b)) return null
    if (typeof a === 'number' && typeof b === 'number') return calculate(a, b)
    throw requestFailed(`${name} only supports numeric types, not ${typeName(a)} and ${typeName(b)}`)
  })

function positive(name: string, value: number): number {
  if (value > 0 || Number.isNaN(value)) return value
  throw requestFailed(`${name}'s argument must be a positive number, but is ${value}`)
}

function add(values: Result[]): Result {
  if (values.some(isNullish)) return null
  let sum = 0
  let isDate = false
  for (const value of values) {
    if (value instanceof Date) {
      if (isDate) throw requestFailed('only one date allowed in an $add expression')
      isDate = true
      sum += value.getTime()
    } else if (typeof value === 'number') sum += value
    else throw requestFailed(`$add only supports numeric or date types, not ${typeName(value)}`)
  }
  return isDate ? new Date(sum) : sum
}

function subtract(a: Result, b: Result): Result {
  if (isNullish(a) || isNullish(b)) return null
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (a instanceof Date && typeof b === 'number') return new Date(a.getTime() - b)
  throw requestFailed(`cant $subtract a ${typeName(b)} from a ${typeName(a)}`)
}

function multiply(values: Result[]): Result {
  if (values.some(isNullish)) return null
  return values.reduce<number>((product, value) => {
    if (typeof value !== 'number') throw notNumeric('$multiply', value)
    return product * value
  }, 1)
}

function pow(base: Result, exponent: Result): Result {
  if (isNullish(base) || isNullish(exponent)) return null
  if (typeof base !== 'number') throw requestFailed(`$pow's base must be numeric, not ${typeName(base)}`)
  if (typeof exponent !== 'number') throw requestFailed(`$pow's exponent must be numeric, not ${typeName(exponent)}`)
  if (base === 0 && exponent < 0) throw requestFailed('$pow cannot take a base of 0 and a negative exponent')
  return base ** exponent
}

/** To a place after the decimal point, or before it when negative. */
const toPlace = (name: string, turn: (value: number) => number): Operator =>
  listOperator(name, [1, 2], (values) => {
    const [value] = values
    const place = values.length === 2 ? values[1] : 0
    if (isNullish(value) || isNullish(place)) return null
    if (typeof value !== 'number') throw notNumeric(name, value)
    if (!isWhole(place) || place < -20 || place > 100)
      throw requestFailed(`cannot apply ${name} with precision value ${String(place)}; it must be in [-20, 100]`)
    const [mantissa, exponent = '0'] = String(value).split('e')
    return Number(`${turn(Number(`${mantissa}e${Number(exponent) + place}`))}e${-place}`)
  })

/** To even, as MongoDB rounds a half. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}

export const arithmeticOperators: Readonly<Record<string, Operator>> = {
  $abs: ofNumber('$abs', Math.abs),
  $add: listOperator('$add', anyNumber, add),
  $ceil: ofNumber('$ceil', Math.ceil),
  $divide: ofNumbers('$divide', (a, b) => {
    if (b === 0) throw requestFailed("can't $divide by zero")
    return a / b
  }),
  $exp: ofNumber('$exp', Math.exp),
  $floor: ofNumber('$floor', Math.floor),
  $ln: ofNumber('$ln', (value) => Math.log(positive('$ln', value))),
  $log: ofNumbers('$log', (value, base) => {
    if (base <= 0 || base === 1)
      throw requestFailed(`$log's base must be a positive number not equal to 1, but is ${base}`)
    const exact = Math.log2(positive('$log', value)) / Math.log2(base)
    return exact
  }),
  $log10: ofNumber('$log10', (value) => Math.log10(positive('$log10', value))),
  $mod: ofNumbers('$mod', (a, b) => {
    if (b === 0) throw requestFailed("can't $mod by zero")
    return (a % b) + 0
  }),
  $multiply: listOperator('$multiply', anyNumber, multiply),
  $pow: binary('$pow', pow),
  $round: toPlace('$round', roundHalfEven),
  $sqrt: ofNumber('$sqrt', (value) => {
    if (value < 0) throw requestFailed(`$sqrt's argument must be greater than or equal to 0`)
    return Math.sqrt(value)
  }),
  $subtract: binary('$subtract', subtract),
  $trunc: toPlace('$trunc', Math.trunc),
}
