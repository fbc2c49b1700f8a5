import { requestFailed } from './failure'
import { isPlace } from './path'
import { type Document, fieldOf, isDocument, type Value } from './value'

/** What becomes of the value at the path: the same value for no change, undefined for removal. */
export interface Change {
  path: string
  segments: string[]
  /** Whether a missing path is built. */
  creates: boolean
  apply(current: Value | undefined, document: Document): Value | undefined
  /** Whether there is anything to do for this document; there is when absent. */
  needed?: (document: Document) => boolean
}

const maximumPadding = 1_500_000

/** The document after the change (`original` is the document before all changes of the update); the document itself when nothing changes. Only containers on the path are copied. */
export function applyChange(document: Document, change: Change, original: Document): Document {
  if (change.needed?.(original) === false) return document
  const changed = changeWithin(document, 0, change, original)
  return isDocument(changed) ? changed : document
}

function changeWithin(container: Value, at: number, change: Change, document: Document): Value {
  const segment = change.segments[at] ?? ''
  const isArray = Array.isArray(container)
  if (!(isArray ? isPlace(segment) : isDocument(container))) {
    if (change.creates) throw cannotCreate(change, at, container)
    return container
  }
  const current = isArray ? container[Number(segment)] : isDocument(container) ? fieldOf(container, segment) : undefined
  const last = at === change.segments.length - 1
  if (!last && current === undefined && !change.creates) return container
  const next = last
    ? change.apply(current, document)
    : changeWithin(current ?? emptied(current), at + 1, change, document)
  if (next === current) return container
  return isArray ? withPlace(container, Number(segment), next) : withField(container, segment, next)
}

/** A missing step becomes an empty document; null stays null and is refused by the next step. */
const emptied = (current: undefined | null): Value => (current === undefined ? {} : null)

function withField(container: Value, name: string, value: Value | undefined): Value {
  if (!isDocument(container)) return container
  const copy = { ...container }
  if (value === undefined) delete copy[name]
  else copy[name] = value
  return copy
}

/** Removing a place of an array leaves null there; setting one beyond its end fills the gap with null. */
function withPlace(container: Value[], place: number, value: Value | undefined): Value[] {
  if (place > container.length + maximumPadding) {
    throw requestFailed(`can't backfill more than ${maximumPadding} elements`)
  }
  const copy = [...container]
  while (copy.length < place) copy.push(null)
  copy[place] = value ?? null
  return copy
}

const cannotCreate = (change: Change, at: number, element: Value): Error =>
  requestFailed(
    `Cannot create field '${change.segments[at]}' in element {${change.segments[at - 1] ?? ''}: ${JSON.stringify(element)}}`,
  )
