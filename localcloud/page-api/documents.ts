import * as v from 'valibot'
import type { AdminReply, AdminRequest, Database } from '../database/database'
import { DatabaseFailure } from '../database/failure'
import { RequestError } from '../gateway/request-error'
import { operation } from './operation'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Ejson = v.pipe(v.string(), v.nonEmpty())
const List = v.object({ list: v.array(v.string()) })
const Total = v.object({ total: v.number() })

/** A page of the documents that match, as EJSON, with how many there are and which index answers. */
export const documentsFind = operation(
  v.strictObject({
    collection: v.string(),
    filter: Ejson,
    sort: v.optional(v.strictObject({ field: v.string(), direction: v.picklist([1, -1]) })),
    offset: Count,
    limit: v.pipe(Count, v.maxValue(200)),
  }),
  async ({ database }, { collection, filter, sort, offset, limit }) => {
    const begun = performance.now()
    const order = sort === undefined ? '{}' : JSON.stringify({ [sort.field]: sort.direction })
    const where = { collectionName: collection, queryType: 'WHERE', query: filter }
    const reply = await database.handle({ ...where, action: 'database.getDocument', order, offset, limit })
    const { list } = v.parse(List, dataOf(reply))
    const durationMs = performance.now() - begun
    const counted = await database.handle({ ...where, action: 'database.calculateDocument' })
    // A search by distance finds but does not count.
    const total = 'code' in counted ? offset + list.length : v.parse(Total, dataOf(counted)).total
    return { list, total, durationMs, index: indexOf(database, collection, filter) }
  },
)

function indexOf(database: Database, collection: string, filter: string): string | null {
  try {
    return database.insight.indexFor(collection, filter) ?? null
  } catch (failure) {
    if (failure instanceof DatabaseFailure) return null
    throw failure
  }
}

export const documentsAdd = operation(
  v.strictObject({ collection: v.string(), document: Ejson }),
  async ({ database }, { collection, document }) => {
    const data = [document]
    dataOf(await database.handle({ action: 'database.insertDocument', collectionName: collection, data }))
    return {}
  },
)

/** `id` and `read`, the whole document, are EJSON as `documents.find` gave them. */
const Read = { collection: v.string(), id: Ejson, read: Ejson }

/** Puts a document in the place of the one that was read. Refused (409) when that has changed or gone meanwhile. */
export const documentsReplace = operation(
  v.strictObject({ ...Read, document: Ejson }),
  async ({ database }, { collection, id, read, document }) => {
    await whileAsRead(
      database,
      { collection, id, read },
      { action: 'database.modifyDocument', merge: false, data: document },
    )
    return {}
  },
)

/** Removes the document that was read. Refused (409) when it has changed or gone meanwhile. */
export const documentsRemove = operation(v.strictObject(Read), async ({ database }, { collection, id, read }) => {
  await whileAsRead(database, { collection, id, read }, { action: 'database.removeDocument' })
  return {}
})

/** Writes within a transaction that first sees the document as it was read, so that nobody's change is lost. */
async function whileAsRead(
  database: Database,
  { collection, id, read }: { collection: string; id: string; read: string },
  write: AdminRequest,
): Promise<void> {
  const started = await database.handle({ action: 'database.startTransaction' })
  const transactionId = 'transactionId' in started ? started.transactionId : undefined
  const one = { collectionName: collection, queryType: 'DOC', query: `{"_id":${id}}`, transactionId }
  try {
    const { list } = v.parse(List, dataOf(await database.handle({ ...one, action: 'database.getDocument' })))
    if (list[0] !== read) throw changedMeanwhile(list.length === 0)
    dataOf(await database.handle({ ...one, ...write }))
    dataOf(await database.handle({ action: 'database.commitTransaction', transactionId }))
  } catch (failure) {
    await database.handle({ action: 'database.abortTransaction', transactionId })
    throw failure
  }
}

const changedMeanwhile = (gone: boolean): RequestError =>
  new RequestError(409, gone ? 'the document has been removed meanwhile' : 'the document has been changed meanwhile')

function dataOf(reply: AdminReply): unknown {
  if (!('code' in reply)) return reply.data
  const conflict = reply.code === 'DATABASE_TRANSACTION_CONFLICT'
  throw conflict ? changedMeanwhile(false) : new RequestError(400, reply.message)
}
