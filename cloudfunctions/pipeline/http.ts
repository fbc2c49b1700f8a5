import * as v from 'valibot'

/** What CloudBase hands to a function behind HTTP access. A push of the official account never has a method. */
const httpRequest = v.object({
  path: v.string(),
  httpMethod: v.string(),
  headers: v.record(v.string(), v.union([v.string(), v.number()])),
  body: v.nullish(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
})
export type HttpRequest = v.InferOutput<typeof httpRequest>

export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** Null when the event is no HTTP request. */
export function httpRequestOf(event: unknown): HttpRequest | null {
  const request = v.safeParse(httpRequest, event)
  return request.success ? request.output : null
}

/** A header's value, whatever the case of its name; empty where it is not sent. */
export const headerOf = ({ headers }: HttpRequest, name: string): string =>
  String(Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '')

export const bodyOf = ({ body, isBase64Encoded }: HttpRequest): Buffer =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')
