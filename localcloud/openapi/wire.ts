import { fileURLToPath } from 'node:url'
import protobuf from 'protobufjs'
import * as v from 'valibot'

const root = protobuf.loadSync(fileURLToPath(new URL('./openapi.proto', import.meta.url)))
const requestType = root.lookupType('CommApiData')
const responseType = root.lookupType('CommOpenApiResp')
const openDataRequestType = root.lookupType('OpenDataRequest')
const openDataAnswerType = root.lookupType('OpenDataAnswer')

const Decoded = v.object({
  openapiData: v.optional(v.object({ pairs: v.array(v.object({ key: v.string(), value: v.instance(Uint8Array) })) })),
  svrkitData: v.optional(v.object({ reqData: v.instance(Uint8Array) })),
})
const CloudIds = v.object({ cloudidList: v.array(v.string()) })

/** The parameters of an openapi call by their snake_case names. Throws when the bytes are not such a message. */
export function decodeParameters(bytes: Uint8Array): Record<string, unknown> {
  const { openapiData } = v.parse(Decoded, requestType.toObject(requestType.decode(bytes), { arrays: true }))
  const pairs = openapiData?.pairs ?? []
  return Object.fromEntries(pairs.map(({ key, value }) => [key, parseValue(value)]))
}

/** The cloud IDs that `cloud.getOpenData` asks for. Throws when the bytes are not such a message. */
export function decodeCloudIds(bytes: Uint8Array): string[] {
  const { svrkitData } = v.parse(Decoded, requestType.toObject(requestType.decode(bytes), { arrays: true }))
  if (svrkitData === undefined) throw new Error('getOpenData: no svrkitData')
  const asked = openDataRequestType.toObject(openDataRequestType.decode(svrkitData.reqData), { arrays: true })
  return v.parse(CloudIds, asked).cloudidList
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

/** The answer to `cloud.getOpenData`, one item per cloud ID in the order asked. */
export function encodeOpenData(items: readonly { cloudId: string; json: string }[]): Uint8Array {
  const body = openDataAnswerType.encode(openDataAnswerType.create({ dataList: items })).finish()
  return encodeAnswer({ contentType: 'application/octet-stream', body })
}

/** An answer that never reached the API, e.g. -604101. */
export function encodeFailure(errorCode: number): Uint8Array {
  return responseType.encode(responseType.create({ errorCode })).finish()
}
