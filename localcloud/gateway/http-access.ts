import type { IncomingMessage, ServerResponse } from 'node:http'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import {
  type HttpAccessAnswer,
  type HttpAccessRequest,
  httpAccessAnswer,
  httpAccessEvent,
} from '../functions/http-access'
import { PAYLOAD_LIMIT } from '../functions/invocation'
import { sendJson } from './answer'
import { readBody } from './body'
import { RequestError } from './request-error'

/** Bodies that travel to the function as text; any other travels base64-encoded. */
const TEXT = /^(?:text\/|application\/(?:json|xml|x-www-form-urlencoded|javascript)|[^;]*\+(?:json|xml))/i

/** A path that is bound to a function: its requests, and those below it, are the function's. */
export interface HttpPath {
  /** `/orders` */
  path: string
  function: string
}

/** `ANY /http/<function>/<rest>`: HTTP access to a function, which is told the rest as the path. */
export async function answerHttpAccess(
  host: FunctionHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, , name = '', ...rest] = addressOf(request).pathname.split('/')
  await answerBy(host, decodeURIComponent(name), `/${rest.join('/')}`, request, response)
}

/** A bound path; false when none has this address. The function is told the whole path. */
export async function answerHttpPath(
  host: FunctionHost,
  paths: readonly HttpPath[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname } = addressOf(request)
  const bound = paths.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  if (bound === undefined) return false
  await answerBy(host, bound.function, pathname, request, response)
  return true
}

const addressOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', 'http://127.0.0.1')

async function answerBy(
  host: FunctionHost,
  name: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, PAYLOAD_LIMIT)
  const text = body.length === 0 || TEXT.test(request.headers['content-type'] ?? 'text/plain')
  const headers = Object.entries(request.headers).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  try {
    const answer = await callByHttp(host, name, {
      path,
      httpMethod: request.method ?? 'GET',
      // As CloudBase's gateway says who it was, whatever the sender wrote there.
      headers: { ...Object.fromEntries(headers), 'x-real-ip': request.socket.remoteAddress ?? '' },
      queryStringParameters: Object.fromEntries(addressOf(request).searchParams),
      body: body.toString(text ? 'utf8' : 'base64'),
      isBase64Encoded: !text,
    })
    response.writeHead(answer.statusCode, { ...answer.headers, 'content-length': answer.body.length })
    response.end(answer.body)
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error
    const status = {
      PERMISSION_DENIED: 403,
      FUNCTION_NOT_FOUND: 404,
      FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
      FUNCTIONS_REQUEST_FAIL: 413,
    }
    const known = error.code === 'FUNCTIONS_EXECUTE_FAIL' ? 500 : status[error.code]
    sendJson(response, known, { code: error.code, message: error.reason, requestId: error.requestId })
  }
}

/** The same without a socket. Rejects with FunctionError when the function gives no answer. */
export async function callByHttp(
  host: FunctionHost,
  name: string,
  request: HttpAccessRequest,
): Promise<HttpAccessAnswer> {
  const answer = await host.invoke(name, httpAccessEvent(request), {})
  try {
    return httpAccessAnswer(answer.json)
  } catch (cause) {
    throw new RequestError(
      500,
      `the function's answer cannot be sent: ${cause instanceof Error ? cause.message : cause}`,
    )
  }
}
