import type { FunctionConfig } from '../functions/function-config'
import { parseMultipart } from './multipart'
import { RiskRanks } from './risk-control'
import { decodeParameters, encodeAnswer, encodeFailure, type OpenApiBytes, type OpenApiResult } from './wire'
import { getUnlimited } from './wxacode'

const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
const SYSTEM_ERROR = -604103
const ILLEGAL_SOURCE = -604104

/** `cloud.openapi.*`: WeChat's own APIs, as far as they are imitated here. */
export class OpenApi {
  readonly riskRanks = new RiskRanks()
  readonly #apis = new Map<string, (parameters: Record<string, unknown>) => OpenApiResult | Promise<OpenApiResult>>([
    ['wxacode.getUnlimited', getUnlimited],
    ['riskControl.getUserRiskRank', (parameters) => this.riskRanks.getUserRiskRank(parameters)],
  ])

  /**
   * Answers a `wx.openApi` form with protobuf bytes. `caller` is the function it comes from; only
   * functions may call.
   */
  async answer(body: Buffer, contentType: string, caller: FunctionConfig | undefined): Promise<Uint8Array> {
    const form = parseMultipart(body, contentType)
    const name = form.get('apiName')?.toString('utf8') ?? ''
    const api = form.get('action')?.toString('utf8') === 'wx.openApi' ? this.#apis.get(name) : undefined
    if (api === undefined) return encodeFailure(API_NOT_FOUND)
    if (caller === undefined) return encodeFailure(ILLEGAL_SOURCE)
    if (!caller.openapi.has(name)) return encodeFailure(NO_PERMISSION)
    let parameters: Record<string, unknown>
    try {
      parameters = decodeParameters(form.get('requestData') ?? Buffer.alloc(0))
    } catch {
      return encodeFailure(SYSTEM_ERROR)
    }
    const result = await api(parameters)
    if (isBytes(result)) return encodeAnswer(result)
    return encodeAnswer({ contentType: 'application/json', body: Buffer.from(JSON.stringify(result)) })
  }
}

function isBytes(result: OpenApiResult): result is OpenApiBytes {
  return result.body instanceof Uint8Array
}
