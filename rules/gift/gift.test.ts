import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen } from '#values/money'
import type { LoyaltyGrade } from '#values/vehicle-words'
import { anyPremium, anyRenewalTerms } from '../../tests/fixtures/offer-facts'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { addsUp } from '../benefit/statement'
import { decideGift } from './gift'

/** By the demo's terms: vacuum cleaner below ¥3,000, dash camera below ¥6,000, else air purifier; 金卡 one tier up. */
function decide(
  premium: number | 'unknown',
  grade: LoyaltyGrade | null,
  { out = [], terms = {} }: { out?: string[]; terms?: TermsOverrides } = {},
) {
  const previousPremiumFen = premium === 'unknown' ? premium : fen(premium)
  return decideGift(demoTerms(terms), { previousPremiumFen, loyaltyGrade: grade, giftsOut: new Set(out) })
}
const adviceIn = (answer: ReturnType<typeof decide>) => answer.statement.find(({ kind }) => kind === 'advice')?.value

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
    expect(decide(300_000, null, { out: ['dash-camera'] })).toMatchObject({
      decision: { kind: 'not-granted', why: '行车记录仪已经送完' },
      amountFen: 0,
      giftId: null,
    })
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
    ['普通，第一档', 299_999, '普通', '上年保费满 ¥3,000 的，礼品是行车记录仪。'],
    ['金卡，第一档', 299_999, '金卡', '上年保费满 ¥3,000 的，礼品是智能车载空气净化器。'],
    ['金卡，第二档：已经最高', 300_000, '金卡', undefined],
    ['最高一档', 600_000, '普通', undefined],
  ] as const)('%s：说明怎样会更多', (_name, premium, grade, sentence) => {
    expect(adviceIn(decide(premium, grade))).toBe(sentence)
  })
})

test('规律：保费更高、等级更高，礼品的档次不会更低；明细相加等于结果', () => {
  fc.assert(
    fc.property(anyRenewalTerms, anyPremium, anyPremium, (terms, one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one]
      const rank = (premium: typeof one, grade: LoyaltyGrade) => {
        const answer = decideGift(terms, { previousPremiumFen: premium, loyaltyGrade: grade, giftsOut: new Set() })
        expect(addsUp(answer.statement, answer.amountFen)).toBe(true)
        return terms.gift.tiers.findIndex(({ giftId }) => giftId === answer.giftId)
      }
      expect(rank(more, '普通')).toBeGreaterThanOrEqual(rank(less, '普通'))
      expect(rank(less, '金卡')).toBeGreaterThanOrEqual(rank(less, '普通'))
    }),
  )
})
