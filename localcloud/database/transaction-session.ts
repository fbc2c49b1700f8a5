import type { Collection } from './collection'
import { duplicateKey, transactionConflict } from './failure'
import type { Filter } from './filter'
import type { Session } from './session'
import type { Stored } from './stored'
import type { Transaction } from './transaction'
import type { Document } from './value'

/**
 * Operations within a transaction, under snapshot isolation: reads see the snapshot and the transaction's own writes;
 * the first of two transactions to write a document wins and the other fails at once.
 */
export class TransactionSession implements Session {
  readonly joins = true

  constructor(
    private readonly transaction: Transaction,
    private readonly snapshot: number,
  ) {}

  get(collection: Collection, key: string): Stored | undefined {
    const written = this.transaction.writes.get(collection)?.get(key)
    return written ? written.stored : collection.visible(key, this.snapshot)
  }

  candidates(collection: Collection, filter: Filter): Iterable<Stored> {
    const keys = new Set(collection.narrowed(filter) ?? [...everyKey(collection, filter)])
    for (const key of collection.keysWithPast()) keys.add(key)
    for (const key of this.transaction.writes.get(collection)?.keys() ?? []) keys.add(key)
    const seen: Stored[] = []
    for (const key of keys) {
      const stored = this.get(collection, key)
      if (stored) seen.push(stored)
    }
    return seen.sort((a, b) => a.position - b.position)
  }

  sizeOf(): undefined {
    return undefined
  }

  write(collection: Collection, key: string, before: Stored | undefined, after: Document | undefined): undefined {
    const claim = collection.claims.onDocument(key)
    if (claim && claim.holder !== this.transaction) throw transactionConflict()
    if (after && !before && this.get(collection, key)) throw collection.idTaken(after)
    if (!claim && collection.get(key) !== before) throw transactionConflict()
    const entries = after ? collection.entriesOf(after) : []
    const writes = this.transaction.writesIn(collection)
    if (after) this.claimEntries(collection, key, after, entries)
    this.freeEntries(collection, before, entries)
    collection.claims.takeDocument(key, this.transaction)

    const committed = collection.get(key)
    // A new document stands behind all others until its commit gives it its place.
    const position = before?.position ?? Number.MAX_SAFE_INTEGER
    const stored = after && { key, position, document: after, commit: this.snapshot, entries, text: undefined }
    writes.set(key, { key, before: committed, after, entries, stored })
    return undefined
  }

  /** Takes the unique entries of a new version, or throws: a conflict when somebody else is at it, E11000 when it is taken. */
  private claimEntries(collection: Collection, key: string, after: Document, entries: string[][]): void {
    for (const [at, index] of collection.indexes.entries()) {
      if (!index.unique) continue
      for (const entry of entries[at] ?? []) {
        const claim = collection.claims.onEntry(index.name, entry)
        if (claim && claim.holder !== this.transaction) throw transactionConflict()
        const owner = claim ? claim.owner : index.owner(entry)
        if (owner !== undefined && owner !== key) {
          const changedSince = !claim && (collection.get(owner)?.commit ?? 0) > this.snapshot
          throw changedSince ? transactionConflict() : duplicateKey(collection.name, index.name, index.describe(after))
        }
        collection.claims.takeEntry(index.name, entry, this.transaction, key)
      }
    }
  }

  private freeEntries(collection: Collection, before: Stored | undefined, entries: string[][]): void {
    for (const [at, index] of collection.indexes.entries()) {
      if (!index.unique) continue
      for (const entry of before?.entries[at] ?? []) {
        if (!entries[at]?.includes(entry)) collection.claims.takeEntry(index.name, entry, this.transaction, undefined)
      }
    }
  }
}

function* everyKey(collection: Collection, filter: Filter): Iterable<string> {
  for (const { key } of collection.candidates(filter)) yield key
}
