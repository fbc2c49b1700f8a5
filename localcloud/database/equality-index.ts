import type { IndexDeclaration } from './declaration'
import { encode } from './ejson'
import { requestFailed } from './failure'
import { valuesAt } from './path'
import type { Document, Value } from './value'

/** Finds documents by equality on all keys of an index. An array indexes each of its elements; a missing field counts as null. */
export class EqualityIndex {
  readonly name: string
  readonly paths: string[]
  readonly unique: boolean
  /** How many look-ups it has answered. */
  uses = 0
  /** Entry to the key of the document under it, or to several keys. */
  private readonly keys = new Map<string, string | Set<string>>()

  constructor(declaration: IndexDeclaration) {
    this.name = declaration.name
    this.paths = declaration.keys
    this.unique = declaration.unique === true
  }

  /** The entries under which a document stands. Fails when two of the keys hold arrays, as MongoDB does. */
  entriesOf(document: Document): string[] {
    let entries = ['']
    let arrayPath: string | undefined
    for (const path of this.paths) {
      const reached = valuesAt(document, path)
      const [first] = reached
      if (reached.length === 1 && !Array.isArray(first)) {
        const part = entryPart(first)
        entries = entries.map((entry) => entry + part)
      } else {
        if (arrayPath !== undefined) throw requestFailed(`cannot index parallel arrays [${path}] [${arrayPath}]`)
        arrayPath = path
        const parts = elementParts(reached)
        entries = entries.flatMap((entry) => parts.map((part) => entry + part))
      }
    }
    return entries
  }

  /** How many different entries documents stand under. */
  get size(): number {
    return this.keys.size
  }

  add(key: string, entries: string[]): void {
    for (const entry of entries) {
      const present = this.keys.get(entry)
      if (present === undefined) this.keys.set(entry, key)
      else if (typeof present === 'string') this.keys.set(entry, new Set([present, key]))
      else present.add(key)
    }
  }

  remove(key: string, entries: string[]): void {
    for (const entry of entries) {
      const present = this.keys.get(entry)
      if (present instanceof Set) present.delete(key)
      if (present === key || (present instanceof Set && present.size === 0)) this.keys.delete(entry)
    }
  }

  /** Key of the document under a unique index's entry. */
  owner(entry: string): string | undefined {
    const present = this.keys.get(entry)
    if (!(present instanceof Set)) return present
    for (const key of present) return key
    return undefined
  }

  /** Keys of the documents under any of the entries, in no particular order. */
  under(entries: string[]): ReadonlySet<string> {
    const found = new Set<string>()
    for (const entry of entries) {
      const present = this.keys.get(entry)
      if (present instanceof Set) for (const key of present) found.add(key)
      else if (present !== undefined) found.add(present)
    }
    return found
  }

  /** The entry's values as the duplicate key error prints them. */
  describe(document: Document): string {
    const fields = this.paths.map((path) => `${path}: ${encode(valuesAt(document, path)[0] ?? null)}`)
    return `{ ${fields.join(', ')} }`
  }
}

const emptyArray = 'u|'

/** The parts of all elements that an array, or a path through one, reaches. */
function elementParts(reached: (Value | undefined)[]): string[] {
  const parts = new Set<string>()
  for (const value of reached) {
    if (!Array.isArray(value)) parts.add(entryPart(value))
    else if (value.length === 0) parts.add(emptyArray)
    else for (const item of value) parts.add(entryPart(item))
  }
  return parts.size === 0 ? [entryPart(null)] : [...parts]
}

/** One value's share of an entry; the length in front keeps compound entries from running into each other. */
export function entryPart(value: Value | undefined): string {
  switch (typeof value) {
    case 'string':
      return `s${value.length}:${value}|`
    case 'number':
      return `n${value === 0 ? 0 : value}|`
    case 'boolean':
      return value ? 't|' : 'f|'
    case 'undefined':
      return 'z|'
    default: {
      if (value === null) return 'z|'
      if (value instanceof Date) return `d${value.getTime()}|`
      const text = encode(value)
      return `o${text.length}:${text}|`
    }
  }
}
