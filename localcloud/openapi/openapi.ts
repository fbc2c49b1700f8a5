import { setTimeout as pause } from 'node:timers/promises'
import type { Faults } from '../faults/faults'
import { strikesCalls } from '../faults/struck'
import type { FunctionConfig } from '../functions/function-config'
import { MessageSecurity } from './message-security'
import { parseMultipart } from './multipart'
import { OpenData } from './open-data'
import { PhoneCodes } from './phone-number'
import { OpenApiRecord, type RecordEntry } from './record'
import { RiskRanks } from './risk-control'
import { Subscriptions } from './subscribe-message'
import { UrlLinks } from './url-link'
import {
  decodeCloudIds,
  decodeParameters,
  encodeAnswer,
  encodeFailure,
  encodeOpenData,
  type OpenApiBytes,
  type OpenApiResult,
} from './wire'
import { getUnlimited } from './wxacode'

const API_NOT_FOUND = -604100
const NO_PERMISSION = -604101
const TIMED_OUT = -604102
const SYSTEM_ERROR = -604103
const ILLEGAL_SOURCE = -604104
/** How the SDK calls `cloud.getOpenData`, which needs no declaration in config.json. */
const OPEN_DATA = 'ApiGetOpenDataByCloudId'

export interface OpenApiOptions {
  /** Folder for what was sent; `':memory:'` keeps nothing. */
  folder: string
  now: () => number
  /** The server's own address. */
  url: () => string
  appid: string
  faults: Faults
}

/** The function a call comes from. */
export interface OpenApiCaller {
  name: string
  config: FunctionConfig
}

type Api = (parameters: Record<string, unknown>) => OpenApiResult | Promise<OpenApiResult>

/** `cloud.openapi.*` and `cloud.getOpenData`: WeChat's own APIs, as far as they are imitated here. */
export class OpenApi {
  readonly riskRanks = new RiskRanks()
  readonly subscriptions = new Subscriptions()
  readonly security = new MessageSecurity()
  readonly openData = new OpenData()
  readonly phones: PhoneCodes
  readonly links: UrlLinks
  readonly #record: OpenApiRecord
  readonly #apis: ReadonlyMap<string, Api>

  constructor(readonly options: OpenApiOptions) {
    this.phones = new PhoneCodes(options.now, options.appid)
    this.links = new UrlLinks(options.now, options.url)
    this.#record = new OpenApiRecord(options.folder, (entry) => this.#replay(entry))
    this.#apis = new Map<string, Api>([
      ['wxacode.getUnlimited', getUnlimited],
      ['riskControl.getUserRiskRank', (parameters) => this.riskRanks.getUserRiskRank(parameters)],
      ['phonenumber.getPhoneNumber', (parameters) => this.phones.getPhoneNumber(parameters)],
      ['subscribeMessage.send', (parameters) => this.subscriptions.send(parameters)],
      ['security.msgSecCheck', (parameters) => this.security.msgSecCheck(parameters)],
      ['urllink.generate', (parameters) => this.links.generate(parameters)],
    ])
  }

  /** A person's yes to `count` messages of a template. Returns how many are now left. */
  acceptSubscription(openid: string, templateId: string, count: number): number {
    this.#record.add({ kind: 'acceptance', openid, templateId, count })
    return this.subscriptions.accept(openid, templateId, count)
  }

  bindPhone(openid: string, phone: string): void {
    this.#record.add({ kind: 'phone', openid, phone })
    this.phones.bind(openid, phone)
  }

  sent: OpenApiRecord['sent'] = (filter) => this.#record.sent(filter)

  /** What is kept of all this, to be taken by another cloud. */
  recorded(): RecordEntry[] {
    return this.#record.entries()
  }

  /** Grows with everything that is sent or accepted. */
  get revision(): number {
    return this.#record.revision
  }

  /** Forgets what was sent and accepted, and whose phone is whose. */
  clear(): void {
    this.#record.clear()
    this.subscriptions.clear()
    this.phones.clear()
  }

  take(entry: RecordEntry): void {
    this.#record.add(entry)
    this.#replay(entry)
  }

  /** Answers a `wx.openApi` form with protobuf bytes. `caller` is undefined for whoever is no function: only functions may call. */
  async answer(body: Buffer, contentType: string, caller: OpenApiCaller | undefined): Promise<Uint8Array> {
    const form = parseMultipart(body, contentType)
    const name = form.get('apiName')?.toString('utf8') ?? ''
    const known = form.get('action')?.toString('utf8') === 'wx.openApi'
    const api = known ? this.#apis.get(name) : undefined
    if (api === undefined && !(known && name === OPEN_DATA)) return encodeFailure(API_NOT_FOUND)
    if (caller === undefined) return encodeFailure(ILLEGAL_SOURCE)
    const bytes = form.get('requestData') ?? Buffer.alloc(0)
    if (api === undefined) return this.#openData(bytes)
    if (!caller.config.openapi.has(name)) return encodeFailure(NO_PERMISSION)
    let parameters: Record<string, unknown>
    try {
      parameters = decodeParameters(bytes)
    } catch {
      return encodeFailure(SYSTEM_ERROR)
    }
    const fault = this.options.faults.strike(`openapi.${name}`, caller.name, strikesCalls)
    if (fault?.kind === 'timeout' && fault.effect === 'before') return encodeFailure(TIMED_OUT)
    if (fault?.kind === 'latency') await pause(fault.ms)
    const result =
      fault?.kind === 'error' ? { errcode: Number(fault.code), errmsg: fault.message } : await api(parameters)
    this.#keep(caller.name, name, parameters, result)
    if (fault?.kind === 'timeout') return encodeFailure(TIMED_OUT)
    if (isBytes(result)) return encodeAnswer(result)
    return encodeAnswer({ contentType: 'application/json', body: Buffer.from(JSON.stringify(result)) })
  }

  #openData(bytes: Uint8Array): Uint8Array {
    try {
      return encodeOpenData(this.openData.read(decodeCloudIds(bytes)))
    } catch {
      return encodeFailure(SYSTEM_ERROR)
    }
  }

  #keep(functionName: string, api: string, parameters: Record<string, unknown>, result: OpenApiResult): void {
    const answer = isBytes(result) ? { contentType: result.contentType, bytes: result.body.length } : result
    const errcode = 'errcode' in answer && typeof answer.errcode === 'number' ? answer.errcode : 0
    const at = this.options.now()
    this.#record.add({ kind: 'call', at, function: functionName, api, parameters, errcode, answer })
  }

  #replay(entry: RecordEntry): void {
    if (entry.kind === 'acceptance') this.subscriptions.accept(entry.openid, entry.templateId, entry.count)
    else if (entry.kind === 'phone') this.phones.bind(entry.openid, entry.phone)
    else if (entry.api === 'subscribeMessage.send' && entry.errcode === 0) this.subscriptions.send(entry.parameters)
  }
}

function isBytes(result: OpenApiResult): result is OpenApiBytes {
  return result.body instanceof Uint8Array
}
