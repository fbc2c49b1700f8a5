import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindPolicy } from '#contract/binding'
import { openOffers, type VehicleCard } from '#contract/offers'
import { day } from '#values/days'
import { policyBook } from '../../tools/policy-book/book'
import { type KnownHolder, knownHolders } from '../../tools/policy-book/known-people'
import { demoTerms } from '../fixtures/terms'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import { buttonCode } from './policy-book'
import { policyFeed } from './policy-feed'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  const book = policyBook(demoTerms(), { seed: 1, count: 500, on: day('2026-09-08') })
  for (let from = 0; from < book.length; from += 500) await policyFeed(cloud).tell(...book.slice(from, from + 500))
})
afterAll(() => cloud.stop())

/** Binds as the preview says one can, and opens 优惠. */
async function cardOf(holder: KnownHolder, proof: 'id-tail' | 'plate'): Promise<VehicleCard> {
  const who = person(holder.key)
  const phone = { kind: 'wechat' as const, code: await buttonCode(cloud, holder.phone) }
  const value = proof === 'plate' ? holder.plate : holder.idNumber.slice(-6)
  expect(await cloud.get(bindPolicy, { phone, proof: { kind: proof, value } }, who)).toEqual({ vehicles: 1 })
  const { bound } = await cloud.get(openOffers, {}, who)
  const [card, ...others] = bound?.vehicles ?? []
  if (!card || others.length > 0) throw new Error('one car was expected')
  return card
}
const amounts = (offers: VehicleCard['offers'] = []) =>
  Object.fromEntries(offers.map(({ rule, amountFen }) => [rule, amountFen]))
const [noClaim, twoClaims, newcomer] = knownHolders

test('林晓：上年没有出险，续保 8.55 折，返还 4%', async () => {
  const { renewal, claimsSoFar } = await cardOf(noClaim, 'id-tail')
  expect(claimsSoFar).toBe(0)
  expect(renewal).toMatchObject({ premiumBeforeFen: 440_000, premiumAfterFen: 376_200 })
  expect(amounts(renewal?.offers)).toMatchObject({ 'renewal-discount': 63_800, 'renewal-rebate': 17_600 })
})

test('陈默：上年出险 2 次，续保 9 折，返还 1%', async () => {
  const { renewal, claimsSoFar } = await cardOf(twoClaims, 'plate')
  expect(claimsSoFar).toBe(2)
  expect(renewal).toMatchObject({ premiumBeforeFen: 620_000, premiumAfterFen: 558_000 })
  expect(amounts(renewal?.offers)).toMatchObject({ 'renewal-discount': 62_000, 'renewal-rebate': 6_200 })
})

test('周岚：新客户 9.5 折，首年返还 5%，礼包 600 元', async () => {
  const { renewal, offers } = await cardOf(newcomer, 'plate')
  expect(renewal).toBeNull()
  expect(amounts(offers)).toEqual({
    'new-customer-discount': 18_400,
    'first-year-rebate': 18_400,
    'service-pack': 60_000,
  })
})
