import type { Collection } from './collection'
import { compileFilter } from './filter'
import { textOf } from './stored'
import type { Document } from './value'

/** What a collection holds, for a developer's eyes. */
export interface CollectionInsight {
  name: string
  count: number
  /** Bytes of its documents as EJSON; above a thousand documents reckoned from the first thousand. */
  bytes: number
  indexes: IndexInsight[]
}

export interface IndexInsight {
  name: string
  keys: string[]
  unique: boolean
  geo: boolean
  /** Different entries that documents stand under, and how many look-ups it has answered since the start; not counted for a geo index. */
  entries: number | null
  uses: number | null
}

/** A running transaction, or one operation that ended in a conflict. */
export interface TransactionInsight {
  id: string
  /** Since its start, in milliseconds of real time. */
  ageMs: number
  /** How many documents it has written, by collection. */
  writes: Record<string, number>
}

export interface Conflict {
  /** The cloud's clock. */
  at: number
  collection: string
  action: string
}

const LOOKED_AT = 1000

export function insightOf(collection: Collection): CollectionInsight {
  const { name, size: count, indexes, geoPaths } = collection
  return {
    name,
    count,
    bytes: bytesOf(collection),
    indexes: [
      ...indexes.map((index) => ({
        name: index.name,
        keys: index.paths,
        unique: index.unique,
        geo: false,
        entries: index.size,
        uses: index.uses,
      })),
      ...geoPaths.map((path) => ({ name: path, keys: [path], unique: false, geo: true, entries: null, uses: null })),
    ],
  }
}

function bytesOf(collection: Collection): number {
  let bytes = 0
  let seen = 0
  for (const stored of collection.candidates(compileFilter({}))) {
    bytes += Buffer.byteLength(textOf(stored))
    seen += 1
    if (seen === LOOKED_AT) break
  }
  return seen === 0 ? 0 : Math.round((bytes / seen) * collection.size)
}

/** Which index a condition is answered by: `_id`, an index's name, or undefined when every document is looked at. */
export function indexFor(collection: Collection, condition: Document): string | undefined {
  const filter = compileFilter(condition)
  return filter.equalities.has('_id') ? '_id' : collection.bestIndex(filter)?.index.name
}
