import { isPlainObject } from '../../ejson/print'

/** A document's top-level fields, parsed from EJSON. */
export function documentOf(ejson: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(ejson)
  return isPlainObject(parsed) ? parsed : {}
}

/** The fields of these documents: `_id`, then the most frequent ones, in the order of their first appearance. */
export function fieldsOf(list: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const ejson of list) {
    for (const name of Object.keys(documentOf(ejson))) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const others = [...counts].filter(([name]) => name !== '_id').sort(([, a], [, b]) => b - a)
  return [...(counts.has('_id') ? ['_id'] : []), ...others.map(([name]) => name)]
}

/** `{"_id":…}`'s value as EJSON text. */
export function idOf(ejson: string): string {
  return JSON.stringify(documentOf(ejson)._id ?? null)
}
