import { describe, expect, test } from 'vitest'
import { bps, fen } from '#values/money'
import { generatedCampaigns } from '../../tests/fixtures/generated-campaigns'
import { demoTerms } from '../../tests/fixtures/terms'
import type { Terms } from '../campaign/terms'
import { proveRules } from './prove'

const violationsOf = (terms: Terms) => proveRules(terms).flatMap(({ violations }) => violations)
const SEED = 20_260_901

/** Tens of thousands of cases each. */
const time = { timeout: 60_000 }

describe('成立', time, () => {
  test('演示活动：每条规律都有情形，没有一个不成立', () => {
    const proofs = proveRules(demoTerms())
    expect(proofs.flatMap(({ violations }) => violations)).toEqual([])
    expect(proofs.filter(({ cases }) => cases === 0)).toEqual([])
  })

  const campaigns = generatedCampaigns(10, SEED)
  test.each(campaigns.map((terms, index) => [index + 1, terms] as const))(
    `生成的第 %i 个活动（种子 ${SEED}）`,
    (_, terms) => {
      expect(violationsOf(terms)).toEqual([])
    },
  )
})

/** Terms that no check would let pass: what breaks is found, and named with its figures. */
describe('不成立的说出情形', time, () => {
  const { renewalRebate } = demoTerms()
  const [low, middle, high] = renewalRebate.noClaimTiers
  if (!low || !middle || !high) throw new Error('the demo campaign has three tiers')
  const withTiers = (tiers: typeof renewalRebate.noClaimTiers) => demoTerms({ renewalRebate: { noClaimTiers: tiers } })

  test('档次留空一分', () => {
    const terms = withTiers([{ ...low, premiumBelowFen: fen(299_999) }, middle, high])
    expect(violationsOf(terms).map(({ text }) => text)).toEqual(['上年保费 ¥2,999.99 落在 0 个返还档次里'])
  })

  test('档次重叠一分', () => {
    const terms = withTiers([{ ...low, premiumBelowFen: fen(300_001) }, middle, high])
    expect(violationsOf(terms).map(({ text }) => text)).toEqual(['上年保费 ¥3,000.00 落在 2 个返还档次里'])
  })

  test('出险一次反而返还更多', () => {
    const terms = demoTerms({ renewalRebate: { oneClaimRateBps: bps(2_000) } })
    const found = violationsOf(terms).filter(({ law }) => law === '续保：出险次数更多，得到的不会更多')
    expect(found[0]?.text).toMatch(/上年出险 1 次得 \d+ 分，多于上年未出险的 \d+ 分$/)
  })

  test('出险更多，试算的保费反而更低', () => {
    const [table] = demoTerms().newCustomerDiscount.rating.tables
    if (!table) throw new Error('the demo campaign has a rate table')
    const noClaimFactors = [...table.noClaimFactors, { claimsFrom: 6, factorBps: bps(1) }]
    const tables = [{ ...table, noClaimFactors }]
    const found = violationsOf(demoTerms({ newCustomerDiscount: { rating: { tables } } }))
    expect(new Set(found.map(({ law }) => law))).toEqual(new Set(['试算：出险次数更多，保费不会更低']))
    expect(found[0]?.text).toContain('上年出险 6 次')
  })

  test('保留期到承诺的到账日还没有结束', () => {
    const found = violationsOf(demoTerms({ referralReward: { holdDays: 30 } }))
    expect(new Set(found.map(({ law }) => law))).toEqual(new Set(['推荐奖励：保留期在承诺到账日之前结束']))
    expect(found[0]?.text).toMatch(/应到账，保留期还没有结束$/)
  })

  test('列出的车没有交强险保费', () => {
    const [table] = demoTerms().newCustomerDiscount.rating.tables
    if (!table) throw new Error('the demo campaign has a rate table')
    const tables = [{ ...table, compulsoryPremiums: table.compulsoryPremiums.slice(1) }]
    const found = violationsOf(demoTerms({ newCustomerDiscount: { rating: { tables } } }))
    expect(found[0]).toMatchObject({
      law: expect.stringContaining('都能算'),
      text: expect.stringContaining('unavailable'),
    })
  })
})
