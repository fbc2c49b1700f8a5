import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BeyondCalendarError } from '#values/business-days'
import { type Day, day } from '#values/days'
import { fen } from '#values/money'
import type { LoyaltyGrade } from '#values/vehicle-words'
import { anyPremium, anyRenewalTerms } from '../../tests/fixtures/offer-facts'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { addsUp } from '../benefit/statement'
import { decideGift } from './gift'

const issuedOn = day('2026-09-08')

/** By the demo's terms: vacuum cleaner below ¥3,000, dash camera below ¥6,000, else air purifier; 金卡 one tier up; ready in 20 working days. */
function decide(
  premium: number | 'unknown',
  grade: LoyaltyGrade | null,
  { out = [], terms = {}, on = issuedOn }: { out?: string[]; terms?: TermsOverrides; on?: Day } = {},
) {
  const previousPremiumFen = premium === 'unknown' ? premium : fen(premium)
  const facts = { previousPremiumFen, loyaltyGrade: grade, giftsOut: new Set(out), issuedOn: on }
  return decideGift(demoTerms(terms), facts)
}
const adviceIn = (answer: ReturnType<typeof decide>) =>
  answer.statement.filter(({ kind }) => kind === 'advice').map(({ value }) => value)

describe('礼品按上年保费和忠诚度等级', () => {
  test.each([
    ['普通，¥2,999.99', 299_999, '普通', 'vacuum-cleaner', 8_900],
    ['普通，¥3,000.00', 300_000, '普通', 'dash-camera', 19_900],
    ['普通，¥5,999.99', 599_999, '普通', 'dash-camera', 19_900],
    ['普通，¥6,000.00', 600_000, '普通', 'air-purifier', 32_900],
    ['没有等级，与普通相同', 300_000, null, 'dash-camera', 19_900],
    ['银卡不提高', 300_000, '银卡', 'dash-camera', 19_900],
    ['金卡提高一档', 299_999, '金卡', 'dash-camera', 19_900],
    ['金卡已在最高一档', 600_000, '金卡', 'air-purifier', 32_900],
  ] as const)('%s', (_name, premium, grade, giftId, cost) => {
    const answer = decide(premium, grade)
    expect(answer).toMatchObject({
      decision: { kind: 'granted' },
      giftId,
      amountFen: cost,
      costFen: cost,
      form: 'gift',
    })
    expect(addsUp(answer.statement, fen(cost))).toBe(true)
  })

  test('送完为止：没有礼品，说明原因', () => {
    const answer = decide(300_000, null, { out: ['dash-camera'] })
    expect(answer).toMatchObject({
      decision: { kind: 'not-granted', why: '行车记录仪已经送完' },
      amountFen: 0,
      giftId: null,
    })
    expect(adviceIn(answer)).toEqual([
      '数量有限，续保早的先得。',
      '上年保费满 ¥6,000 的，礼品是智能车载空气净化器。',
      '忠诚度等级是金卡的，礼品是智能车载空气净化器。',
    ])
  })
  test('别的礼品送完，不受影响', () => {
    expect(decide(300_000, null, { out: ['vacuum-cleaner'] })).toMatchObject({ giftId: 'dash-camera' })
  })

  test('上年保费未知：待核实，不预留礼品', () => {
    const answer = decide('unknown', '金卡')
    expect(answer).toMatchObject({
      decision: { kind: 'to-verify', missing: '上年商业险保费' },
      amountFen: null,
      giftId: null,
    })
    expect(addsUp(answer.statement, null)).toBe(true)
  })

  test.each([
    [
      '普通，第一档：保费或等级',
      299_999,
      '普通',
      ['上年保费满 ¥3,000 的，礼品是行车记录仪。', '忠诚度等级是金卡的，礼品是行车记录仪。'],
    ],
    ['金卡，第一档', 299_999, '金卡', ['上年保费满 ¥3,000 的，礼品是智能车载空气净化器。']],
    ['金卡，第二档：已经最高', 300_000, '金卡', []],
    ['最高一档', 600_000, '普通', []],
  ] as const)('%s：说明怎样会更多', (_name, premium, grade, sentences) => {
    expect(adviceIn(decide(premium, grade))).toEqual(sentences)
  })
})

describe('备好的期限', () => {
  test.each([
    ['9 月 8 日出单，20 个工作日，跨中秋和国庆', '2026-09-08', {}, '2026-10-12'],
    ['国庆前一天出单，3 个工作日', '2026-09-30', { gift: { handOverWithinWorkingDays: 3 } }, '2026-10-10'],
  ] satisfies [string, string, TermsOverrides, string][])('%s', (_name, on, terms, dueOn) => {
    expect(decide(300_000, null, { terms, on: day(on) }).dueOn).toBe(dueOn)
  })
  test('没有礼品，就没有期限', () => {
    expect(decide(300_000, null, { out: ['dash-camera'] }).dueOn).toBeNull()
    expect(decide('unknown', null).dueOn).toBeNull()
  })
  test('日历以外的年份：报错，不按周末推算', () => {
    expect(() => decide(300_000, null, { on: day('2030-01-04') })).toThrow(BeyondCalendarError)
  })
})

test('规律：保费更高、等级更高，礼品的档次不会更低；明细相加等于结果', () => {
  fc.assert(
    fc.property(anyRenewalTerms, anyPremium, anyPremium, (terms, one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one]
      const rank = (premium: typeof one, grade: LoyaltyGrade) => {
        const facts = { previousPremiumFen: premium, loyaltyGrade: grade, giftsOut: new Set<string>(), issuedOn }
        const answer = decideGift(terms, facts)
        expect(addsUp(answer.statement, answer.amountFen)).toBe(true)
        return terms.gift.tiers.findIndex(({ giftId }) => giftId === answer.giftId)
      }
      expect(rank(more, '普通')).toBeGreaterThanOrEqual(rank(less, '普通'))
      expect(rank(less, '金卡')).toBeGreaterThanOrEqual(rank(less, '普通'))
    }),
  )
})
