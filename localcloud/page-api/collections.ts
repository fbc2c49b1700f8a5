import * as v from 'valibot'
import { RequestError } from '../gateway/request-error'
import { operation } from './operation'

/** The collections with their size, their indexes, and what the declaration says of them. */
export const collectionsList = operation(v.strictObject({}), ({ database, declaration }) =>
  database.insight.collections().map((collection) => {
    const declared = declaration.collections.find(({ name }) => name === collection.name)
    return { ...collection, access: declared?.access ?? null }
  }),
)

/** A collection that nothing declares: it lives in this cloud's data only. */
export const collectionsAdd = operation(v.strictObject({ name: v.string() }), async ({ database }, { name }) => {
  const reply = await database.handle({ action: 'database.addCollection', collectionName: name })
  if ('code' in reply) throw new RequestError(400, reply.message)
  return {}
})
