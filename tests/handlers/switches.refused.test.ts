import { afterAll, beforeAll, expect, test } from 'vitest'
import { quotePremium } from '#contract/quote'
import { listSwitches, startSwitch, stopSwitch } from '#contract/switches'
import { SWITCH_LEAD_MS } from '#rules/switches/switch'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import { appoint } from './policy-book'
import { documentsOf } from './policy-feed'

const [chen, lin] = [person('chen'), person('lin')]
const why = '合作方停业，先停下来核实'
let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign([[['gift', 'enabled'], false]])
  await appoint(cloud, { openid: chen.openid, name: '陈演示', role: 'admin' })
  await appoint(cloud, { openid: lin.openid, name: '林演示', role: 'admin' })
})
afterAll(() => cloud.stop())

const rowOf = async (what: string) =>
  (await cloud.get(listSwitches, {}, chen)).switches.find((one) => one.what === what)

test.each([
  ['条款里没有的奖品', 'prize:yacht'],
  ['条款没有开放的优惠', 'gift'],
  ['没有这一项', 'weather'],
])('%s：不能停', async (_name, what) => {
  expect(await cloud.ask(stopSwitch, { what, why }, chen)).toMatchObject({ ok: false, code: 'switch-unknown' })
})

test('不写原因不能停，也不能恢复', async () => {
  for (const operation of [stopSwitch, startSwitch]) {
    expect(await cloud.ask(operation, { what: 'campaign', why: ' 停 ' }, chen)).toMatchObject({ code: 'input-invalid' })
  }
})

test('没停过的恢复：什么都不变，也不记一笔', async () => {
  expect(await cloud.get(startSwitch, { what: 'renewal-rebate', why }, chen)).toMatchObject({ state: 'on', stops: [] })
})

test('两个人同时停：只停一次，只记一笔，两个人看到的是同一条', async () => {
  const both = await Promise.all([chen, lin].map((by) => cloud.get(stopSwitch, { what: 'renewal-rebate', why }, by)))
  expect(both[0]?.stops).toEqual(both[1]?.stops)
  expect(both[0]?.stops).toHaveLength(1)
  const acts = (await documentsOf(cloud, 'auditLog')).filter(({ what }) => what === 'campaign.stop')
  expect(acts).toHaveLength(1)
})

test('两个人同时停两样：两样都停，一样都没丢', async () => {
  await Promise.all([
    cloud.get(stopSwitch, { what: 'first-year-rebate', why }, chen),
    cloud.get(stopSwitch, { what: 'renewal-discount', why }, lin),
  ])
  for (const what of ['first-year-rebate', 'renewal-discount']) {
    expect(await rowOf(what)).toMatchObject({ state: 'stopping' })
  }
})

test('优惠停了，试算说明暂停', async () => {
  await cloud.get(stopSwitch, { what: 'new-customer-discount', why }, chen)
  cloud.clock.advance(SWITCH_LEAD_MS)
  const vehicle = {
    vehicleType: 'passenger-car',
    usageNature: 'family',
    drivingRegion: 'province',
    claimsLastYear: 0,
  } as const
  expect(await cloud.ask(quotePremium, vehicle, person('guest'))).toMatchObject({ code: 'offer-stopped' })
  await cloud.get(stopSwitch, { what: 'campaign', why }, chen)
  cloud.clock.advance(SWITCH_LEAD_MS)
  expect(await cloud.ask(quotePremium, vehicle, person('guest'))).toMatchObject({ code: 'campaign-stopped' })
  expect(await rowOf('service-pack')).toMatchObject({ state: 'on', stoppedWith: '整个活动' })
})
