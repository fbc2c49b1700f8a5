import { randomBytes } from 'node:crypto'
import type * as v from 'valibot'
import { parse } from 'valibot'
import type { Reply } from '#contract/envelope'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import { publishCampaign } from '#contract/publishing'
import type { RefusalCode } from '#contract/refusals'
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '#localcloud/local-cloud'
import { day, type Instant, startOf } from '#values/days'
import type { TimerReport } from '../../cloudfunctions/scheduled/index'
import { type CampaignEdits, campaignFile } from '../fixtures/edited-campaign'

const root = new URL('../../', import.meta.url).pathname

/** Keys of no real campaign. */
export const testKeys = {
  PSEUDONYM_KEY: '11'.repeat(32),
  FIELD_KEY: '22'.repeat(32),
  LOOKUP_KEY: '33'.repeat(32),
  POLICY_FEED_KEY: '44'.repeat(32),
}

/** The demo campaign's first day is 2026-09-01; tests draw on its eighth. */
export const beforeStart = startOf(day('2026-08-25')) + 10 * 3_600_000
export const onEighthDay = startOf(day('2026-09-08')) + 10 * 3_600_000

export interface Person {
  openid: string
  unionid?: string
  /** Of the phone's network; the local cloud's own when not said. */
  clientIp?: string
}

/** Plainly invented: `person('lin')`. */
export const person = (name: string): Person => ({ openid: `openid-${name}`, unionid: `unionid-${name}` })

export const newNonce = (): string => randomBytes(16).toString('hex')

/** The built doors on a local cloud, called as the mini-program calls them. */
export interface CampaignCloud extends LocalCloud {
  ask<O extends Operation>(operation: O, input: InputOf<O>, by: Person | null): Promise<Answer<O>>
  /** @throws Error when the door refuses */
  get<O extends Operation>(operation: O, input: InputOf<O>, by: Person | null): Promise<OutputOf<O>>
  /** Lets the timer do its work now. */
  runTimer(): Promise<TimerReport>
  publish(text?: string): Promise<Reply<v.InferOutput<typeof publishCampaign.output>>>
}

export type Answer<O extends Operation> =
  | { ok: true; data: OutputOf<O>; databaseOperations: number }
  | { ok: false; code: RefusalCode; message: string; databaseOperations: number }

export async function startCampaignCloud(options: Partial<LocalCloudOptions> = {}): Promise<CampaignCloud> {
  const cloud = await startLocalCloud({
    functions: `${root}dist/cloudfunctions`,
    collections: `${root}cloudfunctions/store/collections.json`,
    data: ':memory:',
    environment: { ...testKeys, SMS_PROVIDER: 'local' },
    timers: false,
    ...options,
  })
  return campaignCloud(cloud)
}

export function campaignCloud(cloud: LocalCloud): CampaignCloud {
  const ask: CampaignCloud['ask'] = async (operation, input, by) => {
    const request = { operation: operation.name, input }
    const { result, databaseOperations } = await cloud.call(operation.door ?? 'customer', request, by ?? {})
    const reply = result as Reply<unknown>
    if (!reply.ok) return { ok: false, code: reply.code, message: reply.message, databaseOperations }
    return { ok: true, data: parse(operation.output, reply.data), databaseOperations }
  }
  return Object.assign(cloud, {
    ask,
    async get<O extends Operation>(operation: O, input: InputOf<O>, by: Person | null): Promise<OutputOf<O>> {
      const answer = await ask(operation, input, by)
      if (!answer.ok) throw new Error(`${operation.name} was refused: ${answer.code}`)
      return answer.data
    },
    async runTimer() {
      return (await cloud.trigger('scheduled', 'every-five-minutes')).result as TimerReport
    },
    async publish(text: string = campaignFile()) {
      const { result } = await cloud.call('staff', {
        operation: publishCampaign.name,
        input: { file: 'campaigns/test.yaml', text },
      })
      return result as Reply<v.InferOutput<typeof publishCampaign.output>>
    },
  })
}

/** A running campaign on its eighth day, with some values of the demo campaign replaced. */
export async function runningCampaign(
  edits: CampaignEdits = [],
  options: Partial<LocalCloudOptions> & { at?: Instant } = {},
): Promise<CampaignCloud> {
  const { at = onEighthDay, ...cloudOptions } = options
  const cloud = await startCampaignCloud(cloudOptions)
  cloud.clock.set(beforeStart)
  const published = await cloud.publish(campaignFile(edits))
  if (!published.ok) throw new Error(`${published.message} ${JSON.stringify(published.details)}`)
  cloud.clock.set(at)
  return cloud
}
