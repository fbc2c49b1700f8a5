import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#values/days'
import { bps, fen } from '#values/money'
import { anyPremium, anyRounding } from '../../tests/fixtures/offer-facts'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { addsUp } from '../benefit/statement'
import type { CustomerStanding } from '../new-customer-discount/new-customer'
import { decideFirstYearRebate, promiseFirstYearRebate, type SetOffFacts } from './first-year-rebate'

const isNew: CustomerStanding = { kind: 'new' }
const coverEndsOn = day('2027-09-15')
/** By the demo's terms: 5 % of the first year's premium, no claim in the first year, renewed without a gap. */
const promise = (premium: number, overrides: TermsOverrides = {}, standing: CustomerStanding = isNew) =>
  promiseFirstYearRebate(demoTerms(overrides), { commercialPremiumFen: fen(premium), standing, coverEndsOn })

interface Renewed {
  startsOn?: string
  left?: number
  claims?: number | 'unknown'
  premium?: number
}
function decide(
  { startsOn = '2027-09-16', left = 380_000, claims = 0, premium = 440_000 }: Renewed,
  overrides: TermsOverrides = {},
) {
  const facts: SetOffFacts = {
    first: { commercialPremiumFen: fen(premium), coverEndsOn, claims },
    renewal: { coverStartsOn: day(startsOn), premiumLeftFen: fen(left) },
  }
  return decideFirstYearRebate(demoTerms(overrides), facts)
}
const adviceIn = (answer: ReturnType<typeof decide>) => answer.statement.find(({ kind }) => kind === 'advice')?.value
const parts = (answer: ReturnType<typeof decide>) =>
  answer.statement.filter(({ kind }) => kind === 'part').map(({ label, value }) => `${label} ${value}`)

describe('出单时的承诺', () => {
  test('5%，次日起保为止，只抵扣', () => {
    const answer = promise(440_000)
    expect(answer).toMatchObject({
      decision: { kind: 'granted' },
      amountFen: 22_000,
      form: 'set-off',
      expiresOn: '2027-09-16',
    })
    expect(addsUp(answer.statement, fen(22_000))).toBe(true)
    expect(answer.statement.at(-1)?.note).toContain('不付现金')
  })
  test.each([
    ['可间隔 30 天', 30, '2027-10-16'],
    ['不得脱保', 0, '2027-09-16'],
  ])('%s：失效日随条款变', (_name, renewWithinDays, expiresOn) => {
    expect(promise(440_000, { firstYearRebate: { renewWithinDays } }).expiresOn).toBe(expiresOn)
  })
  test('不是新客户、没有开放：不承诺', () => {
    const existing: CustomerStanding = { kind: 'existing', why: '有过保单', advice: '满 12 个月才算。' }
    expect(promise(440_000, {}, existing)).toMatchObject({ decision: { kind: 'not-granted' }, expiresOn: null })
    expect(promise(440_000, { firstYearRebate: { enabled: false } }).decision.kind).toBe('not-granted')
  })
})

describe('次年续保时的决定', () => {
  test.each<[string, Renewed, TermsOverrides, number]>([
    ['没出险、首尾相接：抵扣 5%', {}, {}, 22_000],
    ['提前一天起保', { startsOn: '2027-09-15' }, {}, 22_000],
    ['可间隔 30 天，第 30 天', { startsOn: '2027-10-16' }, { firstYearRebate: { renewWithinDays: 30 } }, 22_000],
    ['次年应付正好够抵', { left: 22_000 }, {}, 22_000],
    ['次年应付差 1 分，只抵到 0', { left: 21_999 }, {}, 21_999],
  ])('%s', (_name, renewed, overrides, amount) => {
    const answer = decide(renewed, overrides)
    expect(answer).toMatchObject({ decision: { kind: 'granted' }, amountFen: amount, form: 'set-off', dueOn: null })
    expect(addsUp(answer.statement, fen(amount))).toBe(true)
    expect(adviceIn(answer)).toBeUndefined()
  })
  test('超出的部分单列一行', () => {
    expect(parts(decide({ left: 20_000 }))).toEqual(['返还 ¥220.00', '超出次年保费的部分 -¥20.00'])
  })

  test.each<[string, Renewed, TermsOverrides, RegExp, string]>([
    [
      '晚一天起保',
      { startsOn: '2027-09-17' },
      {},
      /晚于 2027 年 9 月 16 日/,
      '2027 年 9 月 16 日或以前起保、没有出险的，可抵扣 ¥220.00。',
    ],
    [
      '可间隔 30 天，第 31 天',
      { startsOn: '2027-10-17' },
      { firstYearRebate: { renewWithinDays: 30 } },
      /晚于 2027 年 10 月 16 日/,
      '2027 年 10 月 16 日或以前起保、没有出险的，可抵扣 ¥220.00。',
    ],
    ['首年出险 1 次', { claims: 1 }, {}, /首年保险期间出险 1 次/, '首年保险期间没有出险的，可抵扣 ¥220.00。'],
  ])('%s：不抵扣，写明怎样才能抵扣', (_name, renewed, overrides, why, help) => {
    const answer = decide(renewed, overrides)
    expect(answer).toMatchObject({ decision: { kind: 'not-granted', why: expect.stringMatching(why) }, amountFen: 0 })
    expect(adviceIn(answer)).toBe(help)
    expect(addsUp(answer.statement, fen(0))).toBe(true)
  })

  test('次年没有商业险保费可抵扣', () => {
    const answer = decide({ left: 0 })
    expect(answer).toMatchObject({
      decision: { kind: 'not-granted', why: '次年没有可以抵扣的商业险保费' },
      amountFen: 0,
    })
    expect(adviceIn(answer)).toBe('次年优惠后还有商业险保费要付的，才能抵扣。')
  })
})

describe('出险次数未知', () => {
  const byPeriod: TermsOverrides = { firstYearRebate: { claimFree: 'campaign-period' } }
  test.each<[string, Renewed, TermsOverrides, 'granted' | 'to-verify' | 'not-granted']>([
    ['按首年：未知', { claims: 'unknown' }, {}, 'to-verify'],
    ['按活动期间：首年未出险，活动期间也就没有', { claims: 0 }, byPeriod, 'granted'],
    ['按活动期间：首年出险，不知在活动期间还是之后', { claims: 1 }, byPeriod, 'to-verify'],
    ['起保已晚，不必再核实', { claims: 'unknown', startsOn: '2027-09-17' }, {}, 'not-granted'],
  ])('%s', (_name, renewed, overrides, kind) => {
    const answer = decide(renewed, overrides)
    expect(answer.decision.kind).toBe(kind)
    if (kind === 'to-verify') {
      expect(answer.amountFen).toBeNull()
      expect(addsUp(answer.statement, null)).toBe(true)
    }
  })
})

test('规律：抵扣不多于承诺、不多于次年应付，明细相加等于结果；按期没出险就给足', () => {
  const rate = fc.integer({ min: 0, max: 10_000 })
  const gap = fc.integer({ min: -3, max: 100 })
  fc.assert(
    fc.property(
      anyPremium,
      anyPremium,
      rate,
      anyRounding,
      fc.integer({ min: 0, max: 90 }),
      gap,
      fc.integer({ min: 0, max: 2 }),
      (premium, left, share, rounding, renewWithinDays, late, claims) => {
        const terms = demoTerms({ rounding, firstYearRebate: { rateBps: bps(share), renewWithinDays } })
        const promised = promiseFirstYearRebate(terms, { commercialPremiumFen: premium, standing: isNew, coverEndsOn })
        const answer = decideFirstYearRebate(terms, {
          first: { commercialPremiumFen: premium, coverEndsOn, claims },
          renewal: { coverStartsOn: addDays(coverEndsOn, 1 + late), premiumLeftFen: left },
        })
        const most = Math.min(promised.amountFen ?? Number.NaN, left)
        expect(promised.amountFen).toBeLessThanOrEqual(premium)
        expect(answer.amountFen).toBe(claims === 0 && late <= renewWithinDays ? most : 0)
        expect(addsUp(answer.statement, answer.amountFen)).toBe(true)
      },
    ),
  )
})
