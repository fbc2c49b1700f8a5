import { draw, openDrawPage } from '#contract/prize-draw'
import { DAY_MS, type Instant } from '#values/days'
import { type CampaignCloud, newNonce, onEighthDay, type Person, runningCampaign } from '../../handlers/campaign-cloud'
import { alwaysWins } from '../../handlers/odds'

const earlierDays = 6
const firstDraw: Instant = onEighthDay - earlierDays * DAY_MS

/** A running campaign on its eighth day; the customers have drawn, and won, on each of the six days before. */
export async function campaignWithHistory(customers: readonly Person[]): Promise<CampaignCloud> {
  const cloud = await runningCampaign(alwaysWins, { timers: true, at: firstDraw })
  await cloud.timersSettled()
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
