import { Claims } from './claims'
import type { IndexDeclaration } from './declaration'
import { encode } from './ejson'
import { EqualityIndex, entryPart } from './equality-index'
import { duplicateKey, requestFailed } from './failure'
import type { Filter } from './filter'
import { shapeOf } from './geo/shape'
import type { Journal } from './journal'
import { PastVersions } from './past-versions'
import { valuesAt } from './path'
import { keyOf, rowTextOf, type Stored } from './stored'
import type { Document, Value } from './value'

/** One document's step from one version to the next; undefined before it exists and after it is removed. */
export interface Replacement {
  key: string
  before: Stored | undefined
  after: Document | undefined
  /** Per index, the entries the new version stands under. */
  entries: string[][]
}

const mostIndexLookups = 1000

/** The documents of one collection with their indexes and, while transactions run, the older versions these still see. */
export class Collection {
  readonly indexes: EqualityIndex[]
  /** The keys of its geo indexes; what stands there must be GeoJSON. */
  readonly geoPaths: string[]
  readonly claims = new Claims()
  /** The last commit that changed anything here. */
  lastCommit = 0
  private readonly documents = new Map<string, Stored>()
  private readonly past = new PastVersions()

  constructor(
    readonly name: string,
    declarations: IndexDeclaration[],
    private readonly journal: Journal,
    private readonly oldestSnapshot: () => number | undefined,
  ) {
    this.indexes = declarations.filter(({ geo }) => geo !== true).map((declaration) => new EqualityIndex(declaration))
    this.geoPaths = declarations.filter(({ geo }) => geo === true).flatMap(({ keys }) => keys)
  }

  get size(): number {
    return this.documents.size
  }

  get(key: string): Stored | undefined {
    return this.documents.get(key)
  }

  /** Documents that may match, in natural order: by `_id` or an index when the filter allows it, else all of them. */
  candidates(filter: Filter): Iterable<Stored> {
    const keys = this.narrowed(filter)
    if (!keys) return this.documents.values()
    const found: Stored[] = []
    for (const key of keys) {
      const stored = this.documents.get(key)
      if (stored) found.push(stored)
    }
    return found.length < 2 ? found : found.sort((a, b) => a.position - b.position)
  }

  /** Keys of all documents that may match, or undefined when neither `_id` nor an index narrows the filter. */
  narrowed(filter: Filter): ReadonlySet<string> | undefined {
    const ids = filter.equalities.get('_id')
    if (ids) return new Set(ids.map(keyOf))
    const best = this.bestIndex(filter)
    if (best) best.index.uses += 1
    return best?.keys
  }

  /** The index that narrows the filter most, with the keys it leaves. */
  bestIndex(filter: Filter): { index: EqualityIndex; keys: ReadonlySet<string> } | undefined {
    let best: { index: EqualityIndex; keys: ReadonlySet<string> } | undefined
    for (const index of this.indexes) {
      const entries = entriesWanted(index.paths, filter)
      const keys = entries && index.under(entries)
      if (keys && (!best || keys.size < best.keys.size)) best = { index, keys }
    }
    return best
  }

  /** The documents of this moment as EJSON; versions written later do not show. */
  texts(): () => Iterable<string> {
    const all = [...this.documents.values()].sort((a, b) => a.position - b.position)
    return function* () {
      for (const stored of all) yield rowTextOf(stored)
    }
  }

  entriesOf(document: Document): string[][] {
    for (const path of this.geoPaths) refuseBadGeometry(document, path)
    return this.indexes.map((index) => index.entriesOf(document))
  }

  /** The failure of adding a document whose `_id` is taken. */
  idTaken(document: Document): Error {
    return duplicateKey(this.name, '_id_', `{ _id: ${encode(document._id ?? null)} }`)
  }

  /** Throws E11000 when another document stands under a unique entry of the new version. */
  refuseDuplicates(key: string, document: Document, entries: string[][]): void {
    for (const [at, index] of this.indexes.entries()) {
      if (!index.unique) continue
      for (const entry of entries[at] ?? []) {
        const owner = index.owner(entry)
        if (owner !== undefined && owner !== key) throw duplicateKey(this.name, index.name, index.describe(document))
      }
    }
  }

  /** Makes the replacements one commit. The caller has refused duplicates. */
  apply(replacements: Iterable<Replacement>, commit: number): void {
    this.lastCommit = commit
    const remembered = this.oldestSnapshot() !== undefined
    const all = [...replacements]
    for (const { key, before, entries } of all) {
      if (!before) continue
      if (remembered) this.past.remember(before, commit)
      for (const [at, index] of this.indexes.entries()) {
        if (!sameEntries(before.entries[at], entries[at])) index.remove(key, before.entries[at] ?? [])
      }
    }
    for (const { key, before, after, entries } of all) {
      const position = before?.position ?? this.journal.nextPosition()
      const stored = after && { key, position, document: after, commit, entries, text: undefined }
      if (stored) this.place(stored, before)
      else this.documents.delete(key)
      this.journal.write(this.name, position, stored)
    }
  }

  /** Takes a document read from the file. Throws when it breaks a unique index. */
  load(position: number, document: Document): void {
    const key = keyOf(document._id ?? null)
    if (this.documents.has(key)) throw this.idTaken(document)
    const entries = this.entriesOf(document)
    this.refuseDuplicates(key, document, entries)
    this.place({ key, position, document, commit: 0, entries, text: undefined }, undefined)
  }

  /** The version that a snapshot of the state after `commit` sees. */
  visible(key: string, commit: number): Stored | undefined {
    const current = this.documents.get(key)
    return current && current.commit <= commit ? current : this.past.at(key, commit)
  }

  /** Keys of which a snapshot may see another version than the current one. */
  keysWithPast(): Iterable<string> {
    return this.past.keys()
  }

  /** Drops versions that no running transaction can see any more. */
  forgetPast(): void {
    this.past.forget(this.oldestSnapshot())
  }

  private place(stored: Stored, before: Stored | undefined): void {
    this.documents.set(stored.key, stored)
    for (const [at, index] of this.indexes.entries()) {
      const entries = stored.entries[at] ?? []
      if (!before || !sameEntries(before.entries[at], entries)) index.add(stored.key, entries)
    }
  }
}

function refuseBadGeometry(document: Document, path: string): void {
  for (const value of valuesAt(document, path).flat()) {
    if (value === undefined || value === null) continue
    try {
      shapeOf(value)
    } catch (cause) {
      throw requestFailed(`Can't extract geo keys: ${cause instanceof Error ? cause.message : cause}`)
    }
  }
}

function sameEntries(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((entry, at) => entry === b[at])
}

const indexable = (value: Value): boolean => value === null || typeof value !== 'object' || value instanceof Date

/** The index entries that a filter's equalities ask for, or undefined when they do not name every key of the index. */
function entriesWanted(paths: string[], filter: Filter): string[] | undefined {
  let entries = ['']
  for (const path of paths) {
    const wanted = filter.equalities.get(path)
    if (!wanted?.every(indexable) || entries.length * wanted.length > mostIndexLookups) return undefined
    const parts = wanted.map(entryPart)
    entries = entries.flatMap((entry) => parts.map((part) => entry + part))
  }
  return entries
}
