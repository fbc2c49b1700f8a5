import type { IncomingMessage, ServerResponse } from 'node:http'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import { PAYLOAD_LIMIT } from '../functions/invocation'
import { sendJson, sendJsonText } from './answer'
import { readJson } from './body'
import { RequestError } from './request-error'

/** `POST /push/<function>`: a message push. The event is the message itself; the answer is what the function returned. */
export async function answerPush(
  host: FunctionHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') throw new RequestError(405, 'push: use POST')
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const message = await readJson(request, PAYLOAD_LIMIT)
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    throw new RequestError(400, 'body: expected the message as a JSON object')
  }
  try {
    sendJsonText(response, 200, await pushMessage(host, decodeURIComponent(pathname.slice('/push/'.length)), message))
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error
    sendJson(response, 200, { errCode: error.errCode, errMsg: error.errMsg, requestId: error.requestId })
  }
}

/** Delivers a message as WeChat does: its sender is the OPENID of the call. Returns the result as JSON text. */
export async function pushMessage(host: FunctionHost, name: string, message: object): Promise<string> {
  const sender =
    'FromUserName' in message && typeof message.FromUserName === 'string' ? message.FromUserName : undefined
  const identity = sender === undefined ? { source: 'wx_unknown' } : { openid: sender, source: 'wx_unknown' }
  const { json } = await host.invoke(name, JSON.stringify(message), identity)
  return json
}
