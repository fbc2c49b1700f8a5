import { afterAll, beforeAll, expect, test } from 'vitest'
import { quotePremium } from '#contract/quote'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign([], { instances: 1 })
})
afterAll(() => cloud.stop())

const familyCar = { vehicleType: 'passenger-car', usageNature: 'family', drivingRegion: 'nationwide' } as const
const quote = (claimsLastYear: number | 'unknown') =>
  cloud.get(quotePremium, { ...familyCar, claimsLastYear }, person('lin'))

test('新客户试算：商业险打 9.5 折，交强险另列，明细相加等于应付', async () => {
  const answer = await quote(0)
  const { commercialPremiumFen, discountFen, payableFen } = answer
  expect(commercialPremiumFen).toBeGreaterThan(0)
  expect(discountFen).toBe(Math.floor((commercialPremiumFen ?? 0) * 0.05 + 1e-6))
  expect(payableFen).toBe((commercialPremiumFen ?? 0) - (discountFen ?? 0))
  const parts = answer.statement.filter(({ kind }) => kind === 'part')
  expect(parts.reduce((sum, line) => sum + (line.amountFen ?? 0), 0)).toBe(payableFen)
  expect(answer.compulsoryPremiumFen).toBeGreaterThan(0)
  expect(answer.statement.some(({ note }) => note?.includes('以出单时核心系统的保费为准'))).toBe(true)
  expect(answer.also.map(({ rule }) => rule)).toEqual(['first-year-rebate', 'service-pack'])
})

test('出险越多越贵', async () => {
  const premiums = await Promise.all(
    [0, 1, 2, 3].map(async (claims) => (await quote(claims)).commercialPremiumFen ?? 0),
  )
  expect(premiums).toEqual([...premiums].sort((a, b) => a - b))
  expect(new Set(premiums).size).toBe(4)
})

test('出险次数不知道：待核实，商业险没有数字', async () => {
  const answer = await quote('unknown')
  expect(answer).toMatchObject({ commercialPremiumFen: null, discountFen: null, payableFen: null })
  expect(answer.statement.some(({ value }) => value === '待核实')).toBe(true)
})

test('试算只看有没有人邀请，不留下什么', async () => {
  await quote(1)
  const answer = await cloud.ask(quotePremium, { ...familyCar, claimsLastYear: 1 }, person('lin'))
  expect(answer.databaseOperations).toBe(1)
})
