import { invalidParameter, requestFailed } from './failure'
import type { Value } from './value'

/**
 * Reads a value from the SDK's canonical EJSON. `now` (epoch milliseconds) is what a server date means.
 * Types that CloudBase's own field types do not have (Binary, Decimal128, ObjectId …) are refused.
 */
export function decode(text: string, now: number): Value {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw invalidParameter(`not valid EJSON: ${text.slice(0, 200)}`)
  }
  // Nearly every string holds no typed value or only numbers, so the walk is worth avoiding when there is no `$`.
  return text.includes('"$') || text.includes('__proto__') ? revive(parsed, now) : trusted(parsed)
}

/** What JSON.parse returned holds nothing but the plain kinds of Value. */
const trusted = (parsed: unknown): Value => parsed as Value

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Replaces typed values in place; the parsed tree belongs to nobody else yet. */
function revive(value: unknown, now: number): Value {
  if (typeof value !== 'object' || value === null) return trusted(value)
  if (Array.isArray(value)) {
    const list: unknown[] = value
    for (let at = 0; at < list.length; at++) list[at] = revive(list[at], now)
    return trusted(list)
  }
  if (!isRecord(value)) return trusted(value)
  const names = Object.keys(value)
  const first = names[0]
  if (first?.startsWith('$')) {
    const typed = typedValue(first, value[first], now)
    if (typed !== undefined) return typed
  }
  for (const name of names) {
    if (name === '__proto__') throw requestFailed('a field must not be named __proto__')
    const child = value[name]
    if (typeof child === 'object' && child !== null) value[name] = revive(child, now)
  }
  return trusted(value)
}

/** The value an EJSON wrapper stands for, or undefined when `$name` is an operator. */
function typedValue(name: string, content: unknown, now: number): Value | undefined {
  switch (name) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return Number(content)
    case '$date':
      return new Date(typeof content === 'string' ? content : numberIn(content))
    case '$tcb_server_date':
      return new Date(now + (isRecord(content) ? numberIn(content.offset) : 0))
    case '$regularExpression':
      return isRecord(content) ? regularExpression(content.pattern, content.options) : undefined
    case '$undefined':
      return null
    case '$oid':
    case '$binary':
    case '$uuid':
    case '$numberDecimal':
    case '$timestamp':
    case '$symbol':
    case '$code':
    case '$dbPointer':
    case '$minKey':
    case '$maxKey':
      throw requestFailed(`the local database does not imitate the type ${name}`)
    default:
      return undefined
  }
}

const numberIn = (content: unknown): number => {
  if (!isRecord(content)) return Number(content)
  return Number(content.$numberInt ?? content.$numberLong ?? content.$numberDouble)
}

/** Only the flags MongoDB has; `g` would make a match depend on the one before. */
function regularExpression(pattern: unknown, options: unknown): RegExp {
  const flags = [...new Set(String(options ?? ''))].filter((flag) => 'ims'.includes(flag)).join('')
  try {
    return new RegExp(String(pattern), flags)
  } catch {
    throw requestFailed(`Regular expression is invalid: ${String(pattern)}`)
  }
}

/** The value as EJSON text that the SDK reads back as the same value; also what is kept on disk. */
export const encode = (value: Value): string => JSON.stringify(plain(value))

/** The value with its dates and the like wrapped; the value itself when it holds none. */
function plain(value: Value): unknown {
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return Object.is(value, -0) ? { $numberDouble: '-0.0' } : value
    return { $numberDouble: String(value) }
  }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (Array.isArray(value)) {
    let copy: unknown[] | undefined
    for (let at = 0; at < value.length; at++) {
      const item = value[at] ?? null
      const wrapped = plain(item)
      if (wrapped !== item) {
        copy ??= [...value]
        copy[at] = wrapped
      }
    }
    return copy ?? value
  }
  let copy: Record<string, unknown> | undefined
  for (const name of Object.keys(value)) {
    const item = value[name]
    if (item === undefined) continue
    const wrapped = plain(item)
    if (wrapped !== item) {
      copy ??= { ...value }
      copy[name] = wrapped
    }
  }
  return copy ?? value
}
