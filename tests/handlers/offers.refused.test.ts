import { afterEach, expect, test } from 'vitest'
import { openOffers } from '#contract/offers'
import { quotePremium } from '#contract/quote'
import { day, startOf } from '#values/days'
import { type CampaignCloud, person, runningCampaign, startCampaignCloud } from './campaign-cloud'
import { benefitDocument, bindBy, change, insert, li, liCar, policyDocument, tellOfBoth } from './policy-book'

let cloud: CampaignCloud
afterEach(() => cloud.stop())
const lin = person('lin')
const familyCar = {
  vehicleType: 'passenger-car',
  usageNature: 'family',
  drivingRegion: 'province',
  claimsLastYear: 0,
} as const

test('活动没有发布：不能看优惠，也不能试算', async () => {
  cloud = await startCampaignCloud()
  expect(await cloud.ask(openOffers, {}, lin)).toMatchObject({ ok: false, code: 'campaign-not-published' })
  expect(await cloud.ask(quotePremium, familyCar, lin)).toMatchObject({ ok: false, code: 'campaign-not-published' })
})

test('没有开放的优惠不提，也不预估', async () => {
  cloud = await runningCampaign([
    [['newCustomerDiscount', 'enabled'], false],
    [['renewalRebate', 'enabled'], false],
  ])
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  const { newCustomer, renewing, bound } = await cloud.get(openOffers, {}, lin)
  expect(newCustomer.map(({ rule }) => rule)).toEqual(['first-year-rebate', 'service-pack'])
  expect(renewing.map(({ rule }) => rule)).toEqual(['renewal-discount', 'gift'])
  expect(bound?.vehicles[0]?.renewal?.offers.map(({ rule }) => rule)).toEqual(['renewal-discount', 'gift'])
  expect(bound?.needsBankAccount).toBe(false)
})

test('续保预估：出险次数未知的待核实，没有数字；两次出险维持原折扣；不在活动期间到期的没有', async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  const { _id } = policyDocument(li, liCar)
  const renewal = async () => (await cloud.get(openOffers, {}, lin)).bound?.vehicles[0]?.renewal

  await change(cloud, 'policies', _id, { claimsSoFar: 'unknown' })
  const unknown = await renewal()
  expect(unknown?.premiumAfterFen).toBeNull()
  expect(unknown?.offers.map(({ rule, state, amountFen }) => [rule, state.kind, amountFen])).toEqual([
    ['renewal-discount', 'to-verify', null],
    ['renewal-rebate', 'to-verify', null],
    ['gift', 'foreseen', 19_900],
  ])

  await change(cloud, 'policies', _id, { claimsSoFar: 2 })
  expect((await renewal())?.premiumAfterFen).toBe(396_000)

  await change(cloud, 'policies', _id, { claimsSoFar: 3 })
  expect((await renewal())?.offers[1]).toMatchObject({ rule: 'renewal-rebate', state: { kind: 'not-given' } })

  await change(cloud, 'policies', _id, { coverEndsOn: '2026-11-01' })
  expect(await renewal()).toBeNull()
})

test('退保后权益收回：卡片写明已退保，优惠写明收回，不再预估续保', async () => {
  cloud = await runningCampaign()
  const policy = policyDocument(li, liCar, { state: 'cancelled' })
  const why = '保单已退保'
  const at = startOf(day('2026-09-07'))
  await tellOfBoth(cloud, [
    benefitDocument('renewal-discount', policy, { status: { kind: 'clawed-back', at, by: 'system', why } }),
    benefitDocument('renewal-rebate', policy, { status: { kind: 'refused', at, by: 'system', why } }),
  ])
  await bindBy(cloud, lin, li, liCar)
  await change(cloud, 'policies', policy._id, { state: 'cancelled', cancelledAt: at })
  const { bound } = await cloud.get(openOffers, {}, lin)
  expect(bound?.needsBankAccount).toBe(false)
  expect(bound?.vehicles[0]).toMatchObject({ policyState: 'cancelled', renewal: null })
  expect(bound?.vehicles[0]?.offers.map(({ state, next }) => [state, next])).toEqual([
    [{ kind: 'given', status: 'clawed-back', since: at }, '这项优惠已经收回：保单已退保。'],
    [{ kind: 'given', status: 'refused', since: at }, '这项优惠不再给付：保单已退保。'],
  ])
})

test('礼品送完后不再预估', async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  const stock = (giftId: string, left: number) => ({
    _id: `demo-2026-autumn.${giftId}`,
    campaignId: 'demo-2026-autumn',
    giftId,
    quantity: 900,
    left,
    holding: [],
    version: 1,
  })
  await insert(cloud, 'giftStock', [stock('vacuum-cleaner', 5), stock('dash-camera', 0), stock('air-purifier', 5)])
  await bindBy(cloud, lin, li, liCar)
  const { bound } = await cloud.get(openOffers, {}, lin)
  const gift = bound?.vehicles[0]?.renewal?.offers.find(({ rule }) => rule === 'gift')
  expect(gift?.state).toEqual({ kind: 'not-given', reason: '行车记录仪已经送完' })
})
