import * as v from 'valibot'
import { FunctionError } from '../functions/function-error'
import { callByHttp } from '../gateway/http-access'
import { pushMessage } from '../gateway/push'
import { operation } from './operation'

const Failed = (error: unknown) => {
  if (!(error instanceof FunctionError)) throw error
  return { ok: false as const, errCode: error.errCode, errMsg: error.errMsg, requestId: error.requestId }
}

/** A request to a function's HTTP access address. `path` may carry a query; the answer's body is text, or base64 when it is none. */
export const httpSend = operation(
  v.strictObject({
    function: v.string(),
    method: v.picklist(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']),
    path: v.pipe(v.string(), v.startsWith('/')),
    headers: v.record(v.string(), v.string()),
    body: v.string(),
  }),
  async ({ door }, sent) => {
    const { pathname, searchParams } = new URL(sent.path, 'http://127.0.0.1')
    const begun = performance.now()
    try {
      const { statusCode, headers, body } = await callByHttp(door.host, sent.function, {
        path: pathname,
        httpMethod: sent.method,
        headers: Object.fromEntries(Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value])),
        queryStringParameters: Object.fromEntries(searchParams),
        body: sent.body,
        isBase64Encoded: false,
      })
      const text = body.toString('utf8')
      const isText = Buffer.from(text, 'utf8').equals(body)
      return {
        ok: true as const,
        status: statusCode,
        headers,
        body: isText ? text : body.toString('base64'),
        isText,
        bytes: body.length,
        durationMs: performance.now() - begun,
      }
    } catch (error) {
      return Failed(error)
    }
  },
)

/** A message push; the answer is what the function returned, as JSON text. */
export const pushSend = operation(
  v.strictObject({ function: v.string(), message: v.record(v.string(), v.unknown()) }),
  async ({ door }, sent) => {
    try {
      return { ok: true as const, result: await pushMessage(door.host, sent.function, sent.message) }
    } catch (error) {
      return Failed(error)
    }
  },
)
