/** A value as the database holds it. Stored values are never changed in place: a write builds a new document. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Document
export interface Document {
  [field: string]: Value
}

export const isDocument = (value: Value | undefined): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

/** The field's value, or undefined when the document itself (not its prototype) has no such field. */
export const fieldOf = (document: Document, name: string): Value | undefined =>
  Object.hasOwn(document, name) ? document[name] : undefined

/** A copy that may be changed in place. */
export function copyOf(value: Document): Document {
  const copy: Document = {}
  for (const name of Object.keys(value)) copy[name] = copyOfValue(value[name] ?? null)
  return copy
}

function copyOfValue(value: Value): Value {
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value
  if (value instanceof Date) return new Date(value)
  return Array.isArray(value) ? value.map(copyOfValue) : copyOf(value)
}

/** MongoDB's name of the type, as its error messages print it. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  if (typeof value === 'boolean') return 'bool'
  return typeof value
}

/** Equality as MongoDB means it: the order of an embedded document's fields counts, NaN equals NaN, 0 equals -0. */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) && Number.isNaN(b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return compareValues(a, b) === 0
}

const typeOrder = ['null', 'number', 'string', 'object', 'array', 'bool', 'date', 'regex']

/** The bracket in MongoDB's order of types; values of different brackets are never equal and never less or greater in a filter. */
export function bracket(value: Value | undefined): number {
  switch (typeof value) {
    case 'undefined':
      return 0
    case 'number':
      return 1
    case 'string':
      return 2
    case 'boolean':
      return 5
    default:
      return typeOrder.indexOf(typeName(value))
  }
}

const ascending = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0)

/** MongoDB's order over all values: first by type, then by value; a missing field counts as null. */
export function compareValues(a: Value | undefined, b: Value | undefined): number {
  const order = bracket(a) - bracket(b)
  if (order !== 0) return order
  if (typeof a === 'number' && typeof b === 'number') {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
    return ascending(a, b)
  }
  if (typeof a === 'string' && typeof b === 'string') return ascending(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date && b instanceof Date) return ascending(a.getTime(), b.getTime())
  if (a instanceof RegExp && b instanceof RegExp) return ascending(String(a), String(b))
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b)
  if (isDocument(a) && isDocument(b)) return compareDocuments(a, b)
  return 0
}

function compareArrays(a: Value[], b: Value[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const order = compareValues(a[at], b[at])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field in their order: type, then name, then value. */
function compareDocuments(a: Document, b: Document): number {
  const fieldsOfA = Object.entries(a)
  const fieldsOfB = Object.entries(b)
  for (const [at, [nameInA, inA]] of fieldsOfA.entries()) {
    const other = fieldsOfB[at]
    if (!other) return 1
    const order = bracket(inA) - bracket(other[1]) || ascending(nameInA, other[0]) || compareValues(inA, other[1])
    if (order !== 0) return order
  }
  return fieldsOfA.length - fieldsOfB.length
}
