const EIGHT_HOURS = 8 * 3_600_000
const WIDTH = 88

/** EJSON text, as the cloud gives it, in the notation that the editor reads back: dates as `ISODate("…")` in UTC+8, regular expressions as `/…/`. */
export function printEjson(ejson: string): string {
  return print(JSON.parse(ejson), '')
}

function print(value: unknown, indent: string): string {
  const line = flat(value)
  if (line.length + indent.length <= WIDTH && !holdsObjects(value)) return line
  const inner = `${indent}  `
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + print(item, inner)).join(',\n')}\n${indent}]`
  if (isPlainObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, inner)}`)
    return `{\n${entries.join(',\n')}\n${indent}}`
  }
  return line
}

/** An object is broken into lines when it is the document itself or holds others; small ones stay on one line. */
const holdsObjects = (value: unknown): boolean =>
  isPlainObject(value) && typedText(value) === undefined
    ? Object.keys(value).length > 4 || Object.values(value).some(isNested)
    : Array.isArray(value) && value.some(isNested)

const isNested = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isPlainObject(value) && typedText(value) === undefined

function flat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`
  if (!isPlainObject(value)) return JSON.stringify(value)
  const typed = typedText(value)
  if (typed !== undefined) return typed
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** A date, a regular expression or a number that JSON cannot write; undefined for any other object. */
export function typedText(value: Record<string, unknown>): string | undefined {
  const [name, ...more] = Object.keys(value)
  if (name === undefined || more.length > 0) return undefined
  const content = value[name]
  if (name === '$date') return dateText(content)
  if (name === '$numberDouble') return content === '-0.0' ? '-0.0' : String(content)
  if (name !== '$regularExpression' || !isPlainObject(content)) return undefined
  return `/${String(content.pattern).replace(/(?<!\\)\//g, '\\/')}/${String(content.options)}`
}

function dateText(content: unknown): string {
  const at = isPlainObject(content) ? Number(content.$numberLong) : Date.parse(String(content))
  const wall = new Date(at + EIGHT_HOURS)
  // Beyond what a date can hold the wrapper itself is the only way to write it.
  if (Number.isNaN(wall.getTime()) || wall.getUTCFullYear() > 9999 || wall.getUTCFullYear() < 0)
    return JSON.stringify({ $date: content })
  return `ISODate("${wall.toISOString().slice(0, -1)}+08:00")`
}

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
