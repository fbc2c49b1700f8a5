import { fileURLToPath } from 'node:url'
import protobuf from 'protobufjs'
import * as v from 'valibot'

const root = protobuf.loadSync(fileURLToPath(new URL('./openapi.proto', import.meta.url)))
const requestType = root.lookupType('CommApiData')
const responseType = root.lookupType('CommOpenApiResp')

const Decoded = v.object({
  openapiData: v.optional(v.object({ pairs: v.array(v.object({ key: v.string(), value: v.instance(Uint8Array) })) })),
})

/** The parameters of an openapi call by their snake_case names. Throws when the bytes are not such a message. */
export function decodeParameters(bytes: Uint8Array): Record<string, unknown> {
  const { openapiData } = v.parse(Decoded, requestType.toObject(requestType.decode(bytes), { arrays: true }))
  const pairs = openapiData?.pairs ?? []
  return Object.fromEntries(pairs.map(({ key, value }) => [key, parseValue(value)]))
}

function parseValue(value: Uint8Array): unknown {
  const text = Buffer.from(value).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export interface OpenApiBytes {
  contentType: string
  body: Uint8Array
}

/** An API answers with bytes (an image) or with the object WeChat sends as JSON, `errcode` included. */
export type OpenApiResult = OpenApiBytes | Record<string, unknown>

export function encodeAnswer({ contentType, body }: OpenApiBytes): Uint8Array {
  return responseType.encode(responseType.create({ respData: body, contentType, httpCode: 200 })).finish()
}

/** An answer that never reached the API, e.g. -604101. */
export function encodeFailure(errorCode: number): Uint8Array {
  return responseType.encode(responseType.create({ errorCode })).finish()
}
