import { requestFailed } from '../failure'
import { typeName } from '../value'
import { searchRange } from './arrays'
import { binary, isNullish, isWhole, listOperator, namedOperator, type Operator, type Result, unary } from './operator'

/** A value as a string where MongoDB coerces: numbers and dates too, null and missing to nothing. */
function coerced(value: Result): string {
  if (isNullish(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`)
}

function stringIn(value: Result, words: (type: string) => string): string {
  if (typeof value === 'string') return value
  throw requestFailed(words(typeName(value)))
}

function concat(values: Result[]): Result {
  if (values.some(isNullish)) return null
  return values.map((value) => stringIn(value, (type) => `$concat only supports strings, not ${type}`)).join('')
}

/** `$indexOfBytes` and `$indexOfCP` differ in what they count. */
const indexOf = (name: string, unitsOf: (text: string) => ArrayLike<unknown>): Operator =>
  listOperator(name, [2, 4], ([text, wanted, start, end]) => {
    if (isNullish(text)) return null
    const units = unitsOf(stringIn(text, (type) => `${name} requires a string as the first argument, found: ${type}`))
    const sought = unitsOf(
      stringIn(wanted, (type) => `${name} requires a string as the second argument, found: ${type}`),
    )
    const [from, to] = searchRange(name, start, end, units.length)
    for (let at = from; at + sought.length <= to; at++) {
      let same = 0
      while (same < sought.length && units[at + same] === sought[same]) same += 1
      if (same === sought.length) return at
    }
    return -1
  })

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8')
const pointsOf = (text: string): string[] => [...text]

const substrBytes = ([text, start, count]: Result[]): Result => {
  if (!isWhole(start))
    throw requestFailed(`$substrBytes:  starting index must be a numeric type (is ${typeName(start)})`)
  if (!isWhole(count)) throw requestFailed(`$substrBytes:  length must be a numeric type (is ${typeName(count)})`)
  const bytes = bytesOf(coerced(text))
  if (start < 0) throw requestFailed(`$substrBytes:  starting index must be non-negative (got: ${start})`)
  const end = count < 0 ? bytes.length : Math.min(start + count, bytes.length)
  const inside = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80
  if (inside(start)) throw requestFailed('$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.')
  if (inside(end))
    throw requestFailed('$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.')
  return bytes.toString('utf8', Math.min(start, end), end)
}

const substrCP = ([text, start, count]: Result[]): Result => {
  if (!isWhole(start) || start < 0) throw requestFailed(`$substrCP: the starting index must be a nonnegative integer.`)
  if (!isWhole(count) || count < 0) throw requestFailed(`$substrCP: length must be a nonnegative integer.`)
  return pointsOf(coerced(text))
    .slice(start, start + count)
    .join('')
}

const lengthOf = (name: string, unitsOf: (text: string) => ArrayLike<unknown>): Operator =>
  unary(
    name,
    (value) => unitsOf(stringIn(value, (type) => `${name} requires a string argument, found: ${type}`)).length,
  )

/** The characters MongoDB trims when none are named. */
const blanks = '\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

const trim = (name: string, atStart: boolean, atEnd: boolean): Operator =>
  namedOperator(name, ['input'], ['chars'], ({ input, chars }, given) => {
    if (isNullish(input) || (given.has('chars') && isNullish(chars))) return null
    const text = pointsOf(stringIn(input, (type) => `${name} requires its input to be a string, got ${type}`))
    const cut = pointsOf(
      given.has('chars') ? stringIn(chars, (type) => `${name} requires 'chars' to be a string, got ${type}`) : blanks,
    )
    let [from, to] = [0, text.length]
    while (atStart && from < to && cut.includes(text[from] ?? '')) from += 1
    while (atEnd && to > from && cut.includes(text[to - 1] ?? '')) to -= 1
    return text.slice(from, to).join('')
  })

/** Only A to Z change, as in MongoDB. */
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const upper = (text: string): string => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

export const stringOperators: Readonly<Record<string, Operator>> = {
  $concat: listOperator('$concat', [0, Number.POSITIVE_INFINITY], concat),
  $indexOfBytes: indexOf('$indexOfBytes', bytesOf),
  $indexOfCP: indexOf('$indexOfCP', pointsOf),
  $split: binary('$split', (text, separator) => {
    if (isNullish(text) || isNullish(separator)) return null
    const said = (place: string) => (type: string) =>
      `$split requires an expression that evaluates to a string as a ${place} argument, found: ${type}`
    const by = stringIn(separator, said('second'))
    if (by === '') throw requestFailed('$split requires a non-empty separator')
    return stringIn(text, said('first')).split(by)
  }),
  $strLenBytes: lengthOf('$strLenBytes', bytesOf),
  $strLenCP: lengthOf('$strLenCP', pointsOf),
  $strcasecmp: binary('$strcasecmp', (a, b) => {
    const [one, other] = [upper(coerced(a)), upper(coerced(b))]
    return one < other ? -1 : Number(one > other)
  }),
  $substr: listOperator('$substr', [3, 3], substrBytes),
  $substrBytes: listOperator('$substrBytes', [3, 3], substrBytes),
  $substrCP: listOperator('$substrCP', [3, 3], substrCP),
  $toLower: unary('$toLower', (value) => lower(coerced(value))),
  $toUpper: unary('$toUpper', (value) => upper(coerced(value))),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
}
