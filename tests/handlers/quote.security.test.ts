import { afterAll, beforeAll, expect, test } from 'vitest'
import { quotePremium } from '#contract/quote'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
})
afterAll(() => cloud.stop())

const familyCar = { vehicleType: 'passenger-car', usageNature: 'family', drivingRegion: 'province', claimsLastYear: 0 }
const raw = async (input: object, by: object = person('lin')) =>
  (await cloud.call('customer', { operation: quotePremium.name, input }, by)).result

test.each([
  ['夹带折扣', { ...familyCar, discountBps: 1 }, 'discountBps'],
  ['夹带推荐人', { ...familyCar, invited: true }, 'invited'],
  ['没有的车型', { ...familyCar, vehicleType: 'tank' }, 'vehicleType'],
  ['对象的内置名字', { ...familyCar, usageNature: 'constructor' }, 'usageNature'],
  ['负的出险次数', { ...familyCar, claimsLastYear: -1 }, 'claimsLastYear'],
  ['出险次数是小数', { ...familyCar, claimsLastYear: 0.5 }, 'claimsLastYear'],
  ['出险次数太多', { ...familyCar, claimsLastYear: 21 }, 'claimsLastYear'],
])('%s：拒绝并说明哪一项', async (_name, input, field) => {
  expect(await raw(input)).toMatchObject({ ok: false, code: 'input-invalid', details: [{ field }] })
})

test('车型不在费率表里：不能在线试算，不是零', async () => {
  expect(await raw({ ...familyCar, vehicleType: 'heavy-truck' })).toMatchObject({
    ok: false,
    code: 'rating-unavailable',
  })
})

test('没有登录不能试算', async () => {
  expect(await raw(familyCar, {})).toMatchObject({ ok: false, code: 'not-signed-in' })
})
