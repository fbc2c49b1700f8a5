import type { Holder } from './claims'
import type { Collection } from './collection'
import type { Filter } from './filter'
import type { Journal } from './journal'
import type { Stored } from './stored'
import type { Document } from './value'

/** How an operation reaches documents: directly, or within a transaction. */
export interface Session {
  /** Whether `$lookup` and `$graphLookup` may reach other collections. */
  readonly joins: boolean
  get(collection: Collection, key: string): Stored | undefined
  /** Documents that may match the filter, in natural order. */
  candidates(collection: Collection, filter: Filter): Iterable<Stored>
  /** How many documents there are, when that is known without looking at them. */
  sizeOf(collection: Collection): number | undefined
  /**
   * Replaces a document's version (`before`, undefined when new) by `after` (undefined to remove it). Returns the
   * transaction to wait for when it could not; throws E11000, a conflict, or the failure of the file.
   */
  write(
    collection: Collection,
    key: string,
    before: Stored | undefined,
    after: Document | undefined,
  ): Holder | undefined
}

/** Operations outside any transaction: they see the last commit, and writing waits for documents a transaction has written. */
export class PlainSession implements Session {
  readonly joins = true

  constructor(private readonly journal: Journal) {}

  get(collection: Collection, key: string): Stored | undefined {
    return collection.get(key)
  }

  candidates(collection: Collection, filter: Filter): Iterable<Stored> {
    return collection.candidates(filter)
  }

  sizeOf(collection: Collection): number {
    return collection.size
  }

  write(
    collection: Collection,
    key: string,
    before: Stored | undefined,
    after: Document | undefined,
  ): Holder | undefined {
    const entries = after ? collection.entriesOf(after) : []
    const holder = collection.claims.none ? undefined : holderOf(collection, key, entries)
    if (holder) return holder
    if (after && !before && collection.get(key)) throw collection.idTaken(after)
    if (after) collection.refuseDuplicates(key, after, entries)
    collection.apply([{ key, before, after, entries }], this.journal.nextCommit())
    return undefined
  }
}

function holderOf(collection: Collection, key: string, entries: string[][]): Holder | undefined {
  const onDocument = collection.claims.onDocument(key)
  if (onDocument) return onDocument.holder
  for (const [at, index] of collection.indexes.entries()) {
    if (!index.unique) continue
    for (const entry of entries[at] ?? []) {
      const onEntry = collection.claims.onEntry(index.name, entry)
      if (onEntry) return onEntry.holder
    }
  }
  return undefined
}
