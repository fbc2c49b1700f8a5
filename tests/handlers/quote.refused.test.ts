import { afterAll, beforeAll, expect, test } from 'vitest'
import { quotePremium } from '#contract/quote'
import { day, startOf } from '#values/days'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign([[['newCustomerDiscount', 'enabled'], false]])
})
afterAll(() => cloud.stop())
const familyCar = { vehicleType: 'passenger-car', usageNature: 'family', drivingRegion: 'province' } as const

test('新客户折扣没有开放：不试算', async () => {
  expect(await cloud.ask(quotePremium, { ...familyCar, claimsLastYear: 0 }, person('lin'))).toMatchObject({
    ok: false,
    code: 'offer-not-enabled',
  })
})

test('活动结束后不试算', async () => {
  cloud.clock.set(startOf(day('2026-11-01')))
  expect(await cloud.ask(quotePremium, { ...familyCar, claimsLastYear: 0 }, person('lin'))).toMatchObject({
    ok: false,
    code: 'campaign-over',
  })
})
