import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdminReply, AdminRequest, Database } from '../database/database'
import type { CollectionDeclaration } from '../database/declaration'
import { PAYLOAD_LIMIT } from '../functions/invocation'
import { sendJson } from './answer'
import { readJson } from './body'
import { readIdentity } from './client'
import { RequestError } from './request-error'
import { withinResultLimit } from './result-limit'

type Access = CollectionDeclaration['access']

/** A page gets at most so many documents at once. */
const CLIENT_LIMIT = 20
const reading = ['database.getDocument', 'database.calculateDocument', 'database.aggregateDocuments']
const writing = ['database.insertDocument', 'database.modifyDocument', 'database.removeDocument']

/**
 * `POST /client/database`: what `wx.cloud.database()` of a page may do, in the server SDK's actions. A collection's `access` decides:
 * `none` nothing, `read` reading, `owner` what the same person has added.
 */
export async function answerClientDatabase(
  database: Database,
  accessOf: ReadonlyMap<string, Access>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { openid } = readIdentity(request)
  if (request.method !== 'POST') throw new RequestError(405, 'database: use POST')
  const body = await readJson(request, PAYLOAD_LIMIT)
  if (!isRequest(body)) throw new RequestError(400, 'body.action: expected a string')
  const access = accessOf.get(String(body.collectionName)) ?? 'none'
  const allowed = openid === undefined ? undefined : allowedRequest(body, access, openid)
  sendJson(response, 200, allowed === undefined ? denied() : withinResultLimit(await answered(database, allowed)))
}

/** Adding under an `_id` that somebody else's document has is refused without telling that it is there. */
async function answered(database: Database, request: AdminRequest): Promise<AdminReply> {
  const reply = await database.handle(request)
  const hidden =
    'code' in reply && request.action === 'database.modifyDocument' && reply.message.includes('index: _id_')
  return hidden ? denied() : reply
}

/** The request as far as the person may make it; undefined when not at all. */
function allowedRequest(request: AdminRequest, access: Access, openid: string): AdminRequest | undefined {
  const { action } = request
  if (request.transactionId !== undefined || access === 'none') return undefined
  if (reading.includes(action)) {
    const limit = Math.min(typeof request.limit === 'number' ? request.limit : CLIENT_LIMIT, CLIENT_LIMIT)
    const bounded = action === 'database.getDocument' ? { ...request, limit } : request
    return access === 'read' ? bounded : ofOwner(bounded, openid)
  }
  if (!writing.includes(action) || access === 'read') return undefined
  if (action === 'database.insertDocument') {
    const sent: unknown[] = Array.isArray(request.data) ? request.data : [request.data]
    const data = sent.map((text) => owned(text, openid))
    return data.includes(undefined) ? undefined : { ...request, data }
  }
  // A page changes single documents only.
  if (request.queryType !== 'DOC') return undefined
  if (action === 'database.removeDocument') return ofOwner(request, openid)
  const data = request.merge === false ? owned(request.data, openid) : request.data
  const taken = data === undefined || (request.merge !== false && String(data).includes('"_openid"'))
  return taken ? undefined : ofOwner({ ...request, data }, openid)
}

/** The request about the person's own documents. */
function ofOwner(request: AdminRequest, openid: string): AdminRequest {
  const mine = JSON.stringify({ _openid: { $eq: openid } })
  if (request.action === 'database.aggregateDocuments') {
    const stages: unknown[] = Array.isArray(request.stages) ? request.stages : []
    return { ...request, stages: [{ stageKey: '$match', stageValue: mine }, ...stages] }
  }
  const query = typeof request.query === 'string' && request.query !== '' ? request.query : '{}'
  return { ...request, query: `{"$and":[${query},${mine}]}` }
}

/** A document with its owner; undefined when the page names one itself. */
function owned(text: unknown, openid: string): string | undefined {
  if (typeof text !== 'string' || !text.startsWith('{') || text.includes('"_openid"')) return undefined
  return `${text.slice(0, -1)}${text.length > 2 ? ',' : ''}"_openid":${JSON.stringify(openid)}}`
}

const denied = (): AdminReply => ({
  code: 'DATABASE_PERMISSION_DENIED',
  message: 'database permission denied',
  requestId: randomUUID(),
})

const isRequest = (value: unknown): value is AdminRequest =>
  typeof value === 'object' && value !== null && 'action' in value && typeof value.action === 'string'
