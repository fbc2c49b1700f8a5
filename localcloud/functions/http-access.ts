import * as v from 'valibot'

/** A request to a function's HTTP access address. `path` is what follows the function's name. */
export interface HttpAccessRequest {
  path: string
  httpMethod: string
  headers?: Record<string, string>
  queryStringParameters?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

export interface HttpAccessAnswer {
  statusCode: number
  headers: Record<string, string>
  body: Buffer
}

/** The event that a function behind HTTP access receives, as JSON text. */
export function httpAccessEvent(request: HttpAccessRequest): string {
  return JSON.stringify({
    path: request.path,
    httpMethod: request.httpMethod,
    headers: request.headers ?? {},
    queryStringParameters: request.queryStringParameters ?? {},
    requestContext: { envId: 'local' },
    body: request.body ?? '',
    isBase64Encoded: request.isBase64Encoded ?? false,
  })
}

const Integrated = v.object({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  body: v.optional(v.unknown()),
  isBase64Encoded: v.optional(v.boolean(), false),
})

/** Turns a function's result into an HTTP answer: `{statusCode, headers, body}` is obeyed, anything else is the body itself. */
export function httpAccessAnswer(resultJson: string): HttpAccessAnswer {
  const result: unknown = JSON.parse(resultJson)
  const integrated = v.safeParse(Integrated, result)
  if (!integrated.success) return plain(result)
  const { statusCode, headers, body, isBase64Encoded } = integrated.output
  const content = plain(body ?? '')
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])
  return {
    statusCode,
    headers: { ...content.headers, ...Object.fromEntries(own) },
    body: isBase64Encoded ? Buffer.from(content.body.toString('latin1'), 'base64') : content.body,
  }
}

function plain(value: unknown): HttpAccessAnswer {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const contentType = typeof value === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  return { statusCode: 200, headers: { 'content-type': contentType }, body: Buffer.from(text) }
}
