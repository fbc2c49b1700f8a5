import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { draw, openDrawPage } from '#contract/prize-draw'
import type { LocalCloud } from '#localcloud/local-cloud'
import { day, type Instant, startOf } from '#values/days'
import { publishCampaignFile } from '../campaign-publish'
import { demoCampaign, demoDay } from './demo-campaign'
import { appointTeam } from './demo-staff'
import { customers, type Person } from './people'

const HOUR_MS = 3_600_000
const at = (on: string, hour: number): Instant => startOf(day(on)) + hour * HOUR_MS

/** Before the start, so that the commitment to the draw's seeds is made when it has to be made. */
const publishedAt = at('2026-08-25', 10)
/** Days on which the customer with a history has drawn. */
const earlierDays = ['2026-09-05', '2026-09-06', '2026-09-07'] as const
const opensAt = at(demoDay, 10)

const officialAccount = 'gh_demo_account'

/** The official account's push when somebody begins to follow it, as WeChat sends it. */
export function followPush(person: Person, createdAt: Instant) {
  return {
    ToUserName: officialAccount,
    FromUserName: person.officialAccountOpenid,
    CreateTime: Math.floor(createdAt / 1000),
    MsgType: 'event',
    Event: 'subscribe',
    UnionId: person.unionid,
  }
}

async function ask(cloud: LocalCloud, person: Person, operation: string, input: unknown): Promise<unknown> {
  const { openid, unionid } = person
  const { result } = await cloud.call('customer', { operation, input }, { openid, unionid })
  return answerOf(result, `${operation} of ${person.name}`)
}

const replySchema = v.object({ ok: v.boolean(), message: v.optional(v.string()), data: v.optional(v.unknown()) })

/** @throws Error when the door refused */
function answerOf(result: unknown, what: string): unknown {
  const reply = v.parse(replySchema, result)
  if (!reply.ok) throw new Error(`The demonstration could not be prepared: ${what}: ${reply.message}`)
  return reply.data
}

/**
 * Fills a fresh cloud with the demonstration: the campaign published before its start, two of the customers following the
 * official account, one of them with draws on earlier days. All of it through the same doors as in production.
 */
export async function prepareDemo(cloud: LocalCloud): Promise<void> {
  cloud.clock.set(publishedAt)
  await cloud.timersSettled()
  await publishCampaignFile(cloud, demoCampaign)
  await appointTeam(cloud)
  for (const person of customers.filter(({ follows }) => follows)) {
    await cloud.push('intake', followPush(person, cloud.clock.now()))
  }
  const [withHistory] = customers
  for (const on of earlierDays) {
    cloud.clock.set(at(on, 9))
    await cloud.timersSettled()
    await ask(cloud, withHistory, openDrawPage.name, {})
    await ask(cloud, withHistory, draw.name, { nonce: randomBytes(16).toString('hex') })
  }
  cloud.clock.set(opensAt)
  await cloud.timersSettled()
}
