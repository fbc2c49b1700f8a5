import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { parse } from 'valibot'
import { beginLogin, confirmLogin, lookAtLogin, pollLogin, signatureHeaders, signedText } from '#contract/console-login'
import type { Reply } from '#contract/envelope'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import type { RefusalCode } from '#contract/refusals'
import type { CampaignCloud, Person } from './campaign-cloud'

type Asked<O extends Operation> = { ok: true; data: OutputOf<O> } | { ok: false; code: RefusalCode }

const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36'

/** A request as the console's browser sends it: a test may alter or repeat it. */
export interface DeskRequest {
  headers: Record<string, string>
  body: string
}

/** A browser at a desk: its key never leaves it, and it keeps the cookie that the cloud sends. */
export class Desk {
  readonly #key: KeyObject
  readonly publicKey: { x: string; y: string }
  cookie = ''

  constructor(
    readonly cloud: CampaignCloud,
    readonly address = '203.0.113.7',
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.publicKey = { x, y }
  }

  request(operation: string, input: unknown, time = Date.now()): DeskRequest {
    const body = JSON.stringify({ operation, input })
    const nonce = randomBytes(16).toString('hex')
    const key = { key: this.#key, dsaEncoding: 'ieee-p1363' } as const
    const signature = sign('sha256', Buffer.from(signedText(String(time), nonce, body)), key).toString('base64url')
    const headers = {
      'content-type': 'application/json',
      'user-agent': userAgent,
      'x-real-ip': this.address,
      'sec-fetch-site': 'same-origin',
      [signatureHeaders.time]: String(time),
      [signatureHeaders.nonce]: nonce,
      [signatureHeaders.signature]: signature,
      ...(this.cookie ? { cookie: this.cookie } : {}),
    }
    return { headers, body }
  }

  async send({ headers, body }: DeskRequest, how: { path?: string; httpMethod?: string } = {}) {
    const answer = await this.cloud.http('staff', { path: '/console-api', httpMethod: 'POST', ...how, headers, body })
    const set = answer.headers['set-cookie']
    if (set) this.cookie = set.split(';')[0] ?? ''
    return { ...answer, reply: JSON.parse(answer.body) as Reply<unknown> }
  }

  async ask<O extends Operation>(operation: O, input: InputOf<O>): Promise<Asked<O>> {
    const { reply } = await this.send(this.request(operation.name, input))
    return reply.ok ? { ok: true, data: parse(operation.output, reply.data) } : { ok: false, code: reply.code }
  }

  /** @throws Error when the door refuses */
  async get<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>> {
    const answer = await this.ask(operation, input)
    if (!answer.ok) throw new Error(`${operation.name} was refused: ${answer.code}`)
    return answer.data
  }

  begin = () => this.get(beginLogin, { publicKey: this.publicKey })

  /** Scanned and confirmed by somebody of staff with their telephone. */
  async enterAs(who: Person): Promise<this> {
    const { ticketId, number } = await this.begin()
    await this.cloud.get(lookAtLogin, { ticketId }, who)
    await this.cloud.get(confirmLogin, { ticketId, number }, who)
    const { state } = await this.get(pollLogin, { ticketId })
    if (state !== 'entered') throw new Error(`the login is ${state}`)
    return this
  }

  /** What the cloud may keep of the token at most: nothing that this finds. */
  tokenTraces(): string[] {
    const token = this.cookie.split('=')[1] ?? ''
    return [token, createHash('sha256').update(token).digest('hex')]
  }
}
