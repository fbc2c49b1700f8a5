import { requestFailed } from './failure'
import { valuesAt } from './path'
import { compareValues, type Document, isDocument, type Value } from './value'

/** The order of a `$sort` in `$push`: 1 or -1 for the elements themselves, else by their fields. */
export function orderOf(specification: Value): (a: Value, b: Value) => number {
  if (specification === 1 || specification === -1) return (a, b) => specification * compareValues(a, b)
  const byFields = orderByFields(specification)
  return (a, b) => byFields(isDocument(a) ? a : {}, isDocument(b) ? b : {})
}

/**
 * MongoDB's order of documents by fields, e.g. `{ at: -1, name: 1 }`. An array sorts by its smallest element upwards and
 * by its greatest downwards; a missing field sorts as null.
 */
export function orderByFields(specification: Value): (a: Document, b: Document) => number {
  if (!isDocument(specification)) throw requestFailed('the order must be an object of fields')
  const keys = Object.entries(specification).map(([path, direction]) => {
    return { path, direction: directionOf(direction, path) }
  })
  return (a, b) => {
    for (const { path, direction } of keys) {
      const order = compareValues(sortValue(a, path, direction), sortValue(b, path, direction))
      if (order !== 0) return order * direction
    }
    return 0
  }
}

function directionOf(sent: Value, path: string): 1 | -1 {
  if (sent === 1 || sent === -1) return sent
  throw requestFailed(`the order of '${path}' must be 1 or -1`)
}

function sortValue(document: Document, path: string, direction: 1 | -1): Value | undefined {
  const [first, ...others] = valuesAt(document, path)
  if (others.length === 0 && !Array.isArray(first)) return first
  const values = [first, ...others].flatMap((value): (Value | undefined)[] => (Array.isArray(value) ? value : [value]))
  return values.reduce<Value | undefined>(
    (best, value) => (compareValues(value, best) * direction < 0 ? value : best),
    values[0],
  )
}
