import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { FunctionError } from '../functions/function-error'
import type { Identity } from '../functions/identity'
import { PAYLOAD_LIMIT } from '../functions/invocation'
import { sendJson, sendJsonText } from './answer'
import { checkFields, readJson } from './body'
import { type ClientDoor, callFromClient } from './client-call'
import { RequestError } from './request-error'

const IdentityHeader = v.strictObject({
  openid: v.optional(v.string()),
  unionid: v.optional(v.string()),
  appid: v.optional(v.string()),
  clientIp: v.optional(v.string()),
  source: v.optional(v.string()),
})

/** `POST /client/call`: what `wx.cloud.callFunction` of a page does. Body `{name, data}`; who calls is in the header `x-wx-identity`. */
export async function answerClientCall(
  door: ClientDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const identity = readIdentity(request)
  const body = await readJson(request, PAYLOAD_LIMIT + 1024)
  if (typeof body !== 'object' || body === null || !('name' in body) || typeof body.name !== 'string') {
    throw new RequestError(400, 'body.name: expected the name of a function')
  }
  const data = 'data' in body && body.data !== null ? body.data : {}
  try {
    const answer = await callFromClient(door, body.name, JSON.stringify(data), identity)
    const head = `{"requestId":"${answer.requestId}","databaseOperations":${answer.databaseOperations},"durationMs":${answer.durationMs}`
    sendJsonText(response, 200, `${head},"result":${answer.json}}`)
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error
    sendJson(response, 200, { errCode: error.errCode, errMsg: error.errMsg, requestId: error.requestId })
  }
}

/** Who calls, from the header `x-wx-identity`. */
export function readIdentity(request: IncomingMessage): Identity {
  const header = request.headers['x-wx-identity']
  if (header === undefined) return {}
  let stated: unknown
  try {
    stated = JSON.parse(String(header))
  } catch {
    throw new RequestError(400, 'header x-wx-identity: expected JSON such as {"openid":"…"}')
  }
  return checkFields(IdentityHeader, stated, 'header x-wx-identity') satisfies Identity
}
