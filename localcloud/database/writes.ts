import { randomBytes } from 'node:crypto'
import type { AdminRequest } from './admin'
import type { Holder } from './claims'
import type { Collection } from './collection'
import { invalidParameter, requestFailed } from './failure'
import { compileFilter, type Filter } from './filter'
import { documentIn, valueSent } from './parameters'
import { first, matching } from './reads'
import type { Session } from './session'
import { keyOf, type Stored } from './stored'
import { compileUpdate, refuseOperatorNames, type Update } from './update'
import { type Document, isDocument, sameValue, type Value } from './value'

/** database.insertDocument: adds the documents one after the other and returns their ids; stops at the first that fails. */
export async function insertDocuments(
  session: Session,
  collection: Collection,
  request: AdminRequest,
  now: number,
): Promise<Value[]> {
  const sent: unknown[] = Array.isArray(request.data) ? request.data : [request.data]
  const documents = sent.map((one) => newDocument(valueSent(one, now)))
  const ids: Value[] = []
  for (const document of documents) {
    const id = document._id ?? null
    await unblocked(() => session.write(collection, keyOf(id), undefined, document))
    ids.push(id)
  }
  return ids
}

/** The document with its `_id` in front, a new one when it has none. */
function newDocument(value: Value, id?: Value): Document {
  if (!isDocument(value)) throw invalidParameter('data must be an object')
  refuseOperatorNames(value)
  const given = id ?? value._id ?? randomBytes(16).toString('hex')
  if (Array.isArray(given) || given instanceof RegExp)
    throw requestFailed("The '_id' value cannot be of type array or regex")
  // Named twice: in front for its place, behind so that the document's own cannot differ.
  return Object.assign({ _id: given }, value, { _id: given })
}

export interface Modified {
  updated: number
  upsertedId: Value
}

/** database.modifyDocument: update by operators (`merge`) or replacement of one document, which creates it when `upsert`. */
export async function modifyDocuments(
  session: Session,
  collection: Collection,
  request: AdminRequest,
  now: number,
): Promise<Modified> {
  const filter = writeFilter(documentIn(request, 'query', now))
  const data = documentIn(request, 'data', now)
  if (request.merge === false) return replaceDocument(session, collection, filter, data, request.upsert === true)
  const update = compileUpdate(data, filter, now)
  const updated = await changeMatching(session, collection, filter, request.multi === true, update)
  return { updated, upsertedId: null }
}

async function replaceDocument(
  session: Session,
  collection: Collection,
  filter: Filter,
  data: Document,
  upsert: boolean,
): Promise<Modified> {
  const outcome: Modified = { updated: 0, upsertedId: null }
  await unblocked(() => {
    const before = first(session, collection, filter)
    if (!before && !upsert) return undefined
    const id = before?.document._id ?? filter.equalities.get('_id')?.[0]
    const after = newDocument(data, id)
    if (before && sameValue(before.document, after)) return undefined
    const blocker = session.write(collection, before?.key ?? keyOf(after._id ?? null), before, after)
    if (!blocker && before) outcome.updated = 1
    else if (!blocker) outcome.upsertedId = after._id ?? null
    return blocker
  })
  return outcome
}

/** The condition of a write, which cannot search by distance. */
function writeFilter(condition: Document): Filter {
  const filter = compileFilter(condition)
  if (filter.near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  return filter
}

/** database.removeDocument: removes the first or all that match. */
export function removeDocuments(
  session: Session,
  collection: Collection,
  request: AdminRequest,
  now: number,
): Promise<number> {
  const filter = writeFilter(documentIn(request, 'query', now))
  return changeMatching(session, collection, filter, request.multi === true, () => undefined)
}

/**
 * Changes what matches, one document after the other, and counts those that changed. A document that had to be waited
 * for is looked at again, as it may not match any more.
 */
async function changeMatching(
  session: Session,
  collection: Collection,
  filter: Filter,
  multi: boolean,
  change: Update | (() => undefined),
): Promise<number> {
  let changed = 0
  const attempt = (stored: Stored | undefined): Holder | undefined => {
    if (!stored) return undefined
    const after = change(stored.document)
    if (after === stored.document) return undefined
    const blocker = session.write(collection, stored.key, stored, after)
    if (!blocker) changed += 1
    return blocker
  }
  if (!multi) {
    await unblocked(() => attempt(first(session, collection, filter)))
    return changed
  }
  const keys = [...matching(session, collection, filter)].map(({ key }) => key)
  for (const key of keys) {
    const again = (): Holder | undefined => {
      const stored = session.get(collection, key)
      return attempt(stored && filter.test(stored.document) ? stored : undefined)
    }
    const blocker = again()
    if (blocker) {
      await blocker.finished
      await unblocked(again)
    }
  }
  return changed
}

/** Tries until no running transaction stands in the way. */
async function unblocked(attempt: () => Holder | undefined): Promise<void> {
  for (let blocker = attempt(); blocker; blocker = attempt()) await blocker.finished
}
