import type { AdminRequest } from './admin'
import type { Collection } from './collection'
import { encode } from './ejson'
import { requestFailed } from './failure'
import { compileFilter, type Filter } from './filter'
import { compileProjection } from './find-projection'
import { orderByFields } from './order'
import { countIn, documentIn } from './parameters'
import type { Session } from './session'
import { keyOf, type Stored, textOf } from './stored'
import type { Document } from './value'

const usualLimit = 100
const greatestLimit = 1000

export interface Found {
  list: string[]
  /** The last commit the answer depends on. */
  seen: number
}

/** database.getDocument: one document by `_id` (DOC) or a page of those that match (WHERE), as EJSON. */
export function getDocuments(session: Session, collection: Collection, request: AdminRequest, now: number): Found {
  const filter = compileFilter(documentIn(request, 'query', now))
  const shown = projection(documentIn(request, 'projection', now))
  if (request.queryType === 'DOC') {
    const stored = first(session, collection, filter)
    return { list: stored ? [shown(stored)] : [], seen: stored ? stored.commit : collection.lastCommit }
  }
  const order = documentIn(request, 'order', now)
  const offset = countIn(request, 'offset', 0)
  const limit = Math.min(countIn(request, 'limit', usualLimit), greatestLimit)
  const found = filter.near
    ? byDistance(collection, filter, [...matching(session, collection, filter)], order)
    : Object.keys(order).length === 0
      ? firstFew(session, collection, filter, offset + limit)
      : [...matching(session, collection, filter)].sort(byFields(order))
  return { list: found.slice(offset, offset + limit).map(shown), seen: collection.lastCommit }
}

/** database.calculateDocument: how many match. */
export function countDocuments(session: Session, collection: Collection, request: AdminRequest, now: number): number {
  const condition = documentIn(request, 'query', now)
  const size = Object.keys(condition).length === 0 ? session.sizeOf(collection) : undefined
  if (size !== undefined) return size
  let total = 0
  const filter = compileFilter(condition)
  if (filter.near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  for (const _ of matching(session, collection, filter)) total += 1
  return total
}

/** The first document that matches, in natural order. */
export function first(session: Session, collection: Collection, filter: Filter): Stored | undefined {
  const key = onlyKey(filter)
  if (key !== undefined) {
    const stored = session.get(collection, key)
    return stored && filter.test(stored.document) ? stored : undefined
  }
  for (const stored of matching(session, collection, filter)) return stored
  return undefined
}

/** The one document a filter with a single `_id` can match. */
function onlyKey(filter: Filter): string | undefined {
  const ids = filter.equalities.get('_id')
  const id = ids?.length === 1 ? ids[0] : undefined
  return id === undefined ? undefined : keyOf(id)
}

export function* matching(session: Session, collection: Collection, filter: Filter): Iterable<Stored> {
  for (const stored of session.candidates(collection, filter)) if (filter.test(stored.document)) yield stored
}

function firstFew(session: Session, collection: Collection, filter: Filter, count: number): Stored[] {
  const found: Stored[] = []
  if (count === 0) return found
  for (const stored of matching(session, collection, filter)) {
    found.push(stored)
    if (found.length === count) break
  }
  return found
}

/** A search by distance needs its geo index, as in production; an order that is asked for comes before the distance. */
function byDistance(collection: Collection, { near }: Filter, found: Stored[], order: Document): Stored[] {
  if (!near || !collection.geoPaths.includes(near.path)) throw requestFailed('unable to find index for $geoNear query')
  const far = new Map(found.map((stored) => [stored, near.distance(stored.document) ?? 0]))
  found.sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0))
  return Object.keys(order).length === 0 ? found : found.sort(byFields(order))
}

function byFields(order: Document): (a: Stored, b: Stored) => number {
  const compare = orderByFields(order)
  return (a, b) => compare(a.document, b.document)
}

/** How a document is shown: whole from its kept text, or the fields asked for. */
function projection(fields: Document): (stored: Stored) => string {
  if (Object.keys(fields).length === 0) return textOf
  const shown = compileProjection(fields)
  return (stored) => encode(shown(stored.document))
}
