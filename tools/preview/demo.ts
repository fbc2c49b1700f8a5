import type { LocalCloud } from '#localcloud/local-cloud'
import type { Terms } from '#rules/campaign/terms'
import { day, type Instant, startOf } from '#values/days'
import { step } from '../builds/progress'
import { publishCampaignFile } from '../campaign-publish'
import { demoCampaign, demoDay } from './demo-campaign'
import { appointTeam } from './demo-staff'
import { liveThroughHistory } from './history/history'
import { customers, type Person } from './people'

const HOUR_MS = 3_600_000
const at = (on: string, hour: number): Instant => startOf(day(on)) + hour * HOUR_MS

/** Before the start, so that the commitment to the draw's seeds is made when it has to be made. */
const publishedAt = at('2026-08-25', 10)
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

/**
 * Fills a fresh cloud with the demonstration: the campaign published before its start, its team appointed, two of the customers
 * following the official account, and the days before the demonstration opens. All of it through the same doors as in production.
 */
export async function prepareDemo(
  cloud: LocalCloud,
  terms: Terms,
  keys: Record<string, string>,
  folder: string,
): Promise<void> {
  await step('Publishing the demo campaign', async () => {
    cloud.clock.set(publishedAt)
    await cloud.timersSettled()
    await publishCampaignFile(cloud, demoCampaign)
    await appointTeam(cloud)
    for (const person of customers.filter(({ follows }) => follows)) {
      await cloud.push('intake', followPush(person, cloud.clock.now()))
    }
    return 'ready'
  })
  await liveThroughHistory(cloud, terms, keys, folder)
  cloud.clock.set(opensAt)
  await cloud.timersSettled()
}
