import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdminReply, AdminRequest, Database, Rights } from '../database/database'
import type { CollectionDeclaration } from '../database/declaration'
import { type Document, fieldOf } from '../database/value'
import { PAYLOAD_LIMIT } from '../functions/invocation'
import { sendJson } from './answer'
import { readJson } from './body'
import { readIdentity } from './client'
import { RequestError } from './request-error'
import { withinResultLimit } from './result-limit'

type Access = CollectionDeclaration['access']

/** A page gets at most so many documents at once. */
const CLIENT_LIMIT = 20
/** The field in which the cloud keeps who added a document. */
const OWNER = '_openid'

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
  const rights = rightsOf(accessOf.get(String(body.collectionName)) ?? 'none', openid)
  const allowed = openid === undefined ? undefined : allowedRequest(body, openid)
  const reply =
    rights === undefined || allowed === undefined ? denied() : withinResultLimit(await database.handle(allowed, rights))
  sendJson(response, 200, reply)
}

/** What the person may do in a collection; undefined when it is closed. */
function rightsOf(access: Access, openid: string | undefined): Rights | undefined {
  if (access === 'none' || openid === undefined) return undefined
  if (access === 'read') return { sees: () => true, changes: () => false }
  const own = (document: Document): boolean => fieldOf(document, OWNER) === openid
  return { sees: own, changes: own }
}

/** The request as a page may make it; undefined when it may not. Which documents it reaches is for the rights to say. */
function allowedRequest(request: AdminRequest, openid: string): AdminRequest | undefined {
  const { action } = request
  if (request.transactionId !== undefined) return undefined
  if (action === 'database.getDocument') {
    const limit = Math.min(typeof request.limit === 'number' ? request.limit : CLIENT_LIMIT, CLIENT_LIMIT)
    return { ...request, limit }
  }
  if (action === 'database.calculateDocument' || action === 'database.aggregateDocuments') return request
  if (action === 'database.insertDocument') {
    const sent: unknown[] = Array.isArray(request.data) ? request.data : [request.data]
    const documents = sent.map(fieldsIn)
    return documents.some(namesOwner) ? undefined : { ...request, data: documents.map((one) => owned(one, openid)) }
  }
  // A page changes single documents only.
  if (request.queryType !== 'DOC') return undefined
  if (action === 'database.removeDocument') return { ...request, multi: false }
  if (action !== 'database.modifyDocument') return undefined
  const data = fieldsIn(request.data)
  if (request.merge === false) return namesOwner(data) ? undefined : { ...request, data: owned(data, openid) }
  return changesOwner(data) ? undefined : { ...request, multi: false }
}

/** What was sent, once read; what cannot be read stays as it is, for the database to refuse. */
function fieldsIn(sent: unknown): unknown {
  if (typeof sent !== 'string') return sent
  try {
    return JSON.parse(sent)
  } catch {
    return sent
  }
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The document as the person's own. What is none stays as it is, for the database to refuse. */
const owned = (document: unknown, openid: string): unknown =>
  isObject(document) ? { ...document, [OWNER]: openid } : document

/** Whether a page says itself whose a document is, which is for the cloud to say. */
const namesOwner = (document: unknown): boolean => isObject(document) && Object.hasOwn(document, OWNER)

/** Whether an update names the owner: as the field it changes, as a step to one, or as what another is renamed to. */
function changesOwner(update: unknown): boolean {
  if (!isObject(update)) return false
  return Object.entries(update).some(([operator, operands]: [string, unknown]) => {
    if (!isObject(operands)) return false
    const paths = [...Object.keys(operands), ...(operator === '$rename' ? Object.values(operands) : [])]
    return paths.some((path) => String(path).split('.')[0] === OWNER)
  })
}

const denied = (): AdminReply => ({
  code: 'DATABASE_PERMISSION_DENIED',
  message: 'database permission denied',
  requestId: randomUUID(),
})

const isRequest = (value: unknown): value is AdminRequest =>
  typeof value === 'object' && value !== null && 'action' in value && typeof value.action === 'string'
