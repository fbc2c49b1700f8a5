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

/** `ANY /http/<function>/<rest>`: HTTP access to a function. */
export async function answerHttpAccess(
  host: FunctionHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, , name = '', ...rest] = pathname.split('/')
  const body = await readBody(request, PAYLOAD_LIMIT)
  const text = body.length === 0 || TEXT.test(request.headers['content-type'] ?? 'text/plain')
  const headers = Object.entries(request.headers).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  try {
    const answer = await callByHttp(host, decodeURIComponent(name), {
      path: `/${rest.join('/')}`,
      httpMethod: request.method ?? 'GET',
      headers: Object.fromEntries(headers),
      queryStringParameters: Object.fromEntries(searchParams),
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
