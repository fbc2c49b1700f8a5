import { encode } from './ejson'
import { type Document, isDocument, type Value } from './value'

/** One version of one document. */
export interface Stored {
  readonly key: string
  /** Where it stands in the collection's natural order, and its row on disk. Kept for the document's life. */
  readonly position: number
  readonly document: Document
  /** Number of the commit that wrote this version. */
  readonly commit: number
  /** Per index of the collection, the entries it stands under. */
  readonly entries: readonly string[][]
  /** Kept from the first time it was read, and not before: most documents of a large database are never read. */
  text: string | undefined
}

/** The document as EJSON for the disk; a version that is written once is not kept for it. */
export const rowTextOf = (stored: Stored): string => stored.text ?? encode(stored.document)

/** The document as EJSON for an answer, made once per version. */
export function textOf(stored: Stored): string {
  stored.text ??= encode(stored.document)
  return stored.text
}

/** The key of an `_id`: the string itself, so that the usual look-up costs nothing; other types cannot collide with one. */
export function keyOf(id: Value): string {
  if (typeof id === 'string') return id.charCodeAt(0) === 0 ? `\0s${id}` : id
  if (typeof id === 'number') return `\0n${id === 0 ? 0 : id}`
  return `\0${isDocument(id) ? 'o' : typeof id}${encode(id)}`
}
