import { type Document, fieldOf, isDocument, type Value } from './value'

const digits = /^\d+$/

/** Whether a step of a dotted path can be a place in an array. */
export const isPlace = (segment: string): boolean => digits.test(segment)

/**
 * What a dotted path reaches, walking into the documents of arrays on the way as MongoDB does. Undefined stands for a
 * missing field. An array at the path's end is returned whole.
 */
export function valuesAt(document: Document, path: string): (Value | undefined)[] {
  if (!path.includes('.')) return [fieldOf(document, path)]
  const reached: (Value | undefined)[] = []
  walk(document, path.split('.'), 0, reached)
  return reached
}

function walk(value: Value | undefined, segments: string[], at: number, reached: (Value | undefined)[]): void {
  const segment = segments[at]
  if (segment === undefined) {
    reached.push(value)
  } else if (Array.isArray(value)) {
    if (isPlace(segment)) walk(value[Number(segment)], segments, at + 1, reached)
    for (const item of value) if (isDocument(item)) walk(item, segments, at, reached)
  } else if (isDocument(value)) {
    walk(fieldOf(value, segment), segments, at + 1, reached)
  } else {
    reached.push(undefined)
  }
}
