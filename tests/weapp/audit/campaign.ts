import { bindPolicy } from '#contract/binding'
import { draw, openDrawPage } from '#contract/prize-draw'
import { DAY_MS, type Instant } from '#values/days'
import { type CampaignCloud, newNonce, onEighthDay, type Person, runningCampaign } from '../../handlers/campaign-cloud'
import { alwaysWins } from '../../handlers/odds'
import { buttonCode, li, liCar, tellOfBoth, zhang, zhangCar } from '../../handlers/policy-book'

const earlierDays = 6
const firstDraw: Instant = onEighthDay - earlierDays * DAY_MS

/**
 * A running campaign on its eighth day; the customers have drawn, and won, on each of the six days before, and each of
 * them sees a policy of theirs. Whatever a page of the mini-program shows has to be in here.
 */
export async function campaignWithHistory(customers: readonly Person[]): Promise<CampaignCloud> {
  const cloud = await runningCampaign(alwaysWins, { timers: true, at: firstDraw })
  await cloud.timersSettled()
  await tellOfBoth(cloud)
  for (const [index, customer] of customers.entries()) await bind(cloud, customer, index)
  for (let day = 0; day < earlierDays; day++) {
    for (const customer of customers) {
      await cloud.get(openDrawPage, {}, customer)
      await cloud.get(draw, { nonce: newNonce() }, customer)
    }
    cloud.clock.advance(DAY_MS)
    await cloud.timersSettled()
  }
  return cloud
}

/** By turns: one policy takes only a few bindings a day. */
async function bind(cloud: CampaignCloud, customer: Person, index: number): Promise<void> {
  const [holder, car] = index % 2 === 0 ? [li, liCar] : [zhang, zhangCar]
  const phone = { kind: 'wechat' as const, code: await buttonCode(cloud, holder.phone) }
  await cloud.get(bindPolicy, { phone, proof: { kind: 'plate', value: car.plate } }, customer)
}
