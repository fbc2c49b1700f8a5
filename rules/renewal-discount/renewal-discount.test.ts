import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bps, fen } from '#values/money'
import { anyPremium, anyRenewalTerms } from '../../tests/fixtures/offer-facts'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { addsUp } from '../benefit/statement'
import { decideRenewalDiscount } from './renewal-discount'

/** ¥4,400.00 by the demo's terms: base 9折, no claim 5 % less, one claim 2 % less, three or more 8 % more. */
function decide(claims: number | 'unknown', premium = 440_000, terms: TermsOverrides = {}) {
  return decideRenewalDiscount(demoTerms(terms), { commercialPremiumFen: fen(premium), claimsLastYear: claims })
}
const values = (answer: ReturnType<typeof decide>) =>
  answer.statement.flatMap(({ label, value, kind }) => (kind === 'part' ? [`${label} ${value}`] : []))
const adviceIn = (answer: ReturnType<typeof decide>) => answer.statement.find(({ kind }) => kind === 'advice')?.value

describe('续保折扣按上年出险次数', () => {
  test.each([
    ['未出险：9 折再减 5%，付 8.55 折', 0, 63_800],
    ['出险 1 次：9 折再减 2%，付 8.82 折', 1, 51_920],
    ['出险 2 次：维持 9 折', 2, 44_000],
    ['出险 3 次：9 折加 8%，付 9.72 折', 3, 12_320],
    ['出险 4 次与 3 次相同', 4, 12_320],
  ])('%s', (_name, claims, amount) => {
    const answer = decide(claims)
    expect(answer).toMatchObject({
      decision: { kind: 'granted' },
      amountFen: amount,
      costFen: amount,
      form: 'discount',
    })
    expect(addsUp(answer.statement, fen(amount))).toBe(true)
  })

  test('出险次数未知：待核实，不列金额', () => {
    const answer = decide('unknown')
    expect(answer).toMatchObject({
      decision: { kind: 'to-verify', missing: '上年出险次数' },
      amountFen: null,
      costFen: null,
    })
    expect(addsUp(answer.statement, null)).toBe(true)
    expect(answer.statement.map(({ value }) => value)).toEqual(['¥4,400.00', '待核实', '待核实'])
  })

  test('加价后高于原价的，按原价，没有折扣', () => {
    const answer = decide(3, 440_000, { renewalDiscount: { threeOrMoreClaimsRaiseBps: bps(5_000) } })
    expect(answer).toMatchObject({ decision: { kind: 'not-granted' }, amountFen: 0 })
    expect(addsUp(answer.statement, fen(0))).toBe(true)
  })

  test('没有开放：不给，也不算', () => {
    const answer = decide(0, 440_000, { renewalDiscount: { enabled: false } })
    expect(answer).toMatchObject({
      decision: { kind: 'not-granted', why: '本次活动没有开放续保保费折扣' },
      amountFen: 0,
    })
  })
})

describe('明细', () => {
  test('每一行写明从哪里来，加起来等于折扣', () => {
    expect(decide(0).statement.map(({ label, value, note }) => [label, value, note])).toEqual([
      ['商业险保费', '¥4,400.00', '本期保单活动优惠前的保费，以核心系统出单为准'],
      ['上年出险', '未出险', null],
      ['续保基准折扣', '¥440.00', '商业险保费 ¥4,400.00 按 9 折'],
      ['上年未出险再减', '¥198.00', '基准折后保费再减 5%'],
      ['续保保费折扣', '¥638.00', '优惠后商业险保费 ¥3,762.00'],
    ])
  })
  test('加价的一行是负数', () => {
    expect(values(decide(3))).toEqual(['续保基准折扣 ¥440.00', '上年出险 3 次及以上加 -¥316.80'])
  })
  test('除不尽时只取整一次，行与合计仍相等', () => {
    const answer = decide(0, 333_333)
    expect(answer.amountFen).toBe(48_333)
    expect(values(answer)).toEqual(['续保基准折扣 ¥333.33', '上年未出险再减 ¥150.00'])
  })

  test.each([
    ['未出险：已经最多', 0, undefined],
    ['出险 1 次', 1, '上年出险 1 次，在基准上少减；未出险可再减 ¥118.80。'],
    ['出险 2 次', 2, '上年出险 2 次，按基准折扣计算；未出险可再减 ¥198.00。'],
    ['出险 3 次', 3, '上年出险 3 次，在基准折扣上加价；未出险可再减 ¥514.80。'],
  ])('%s：说明怎样会更多', (_name, claims, sentence) => {
    expect(adviceIn(decide(claims))).toBe(sentence)
  })
})

describe('规律', () => {
  test('不超过保费，明细相加等于结果', () => {
    fc.assert(
      fc.property(anyRenewalTerms, anyPremium, fc.integer({ min: 0, max: 9 }), (terms, premium, claims) => {
        const answer = decideRenewalDiscount(terms, { commercialPremiumFen: premium, claimsLastYear: claims })
        expect(answer.amountFen).toBeGreaterThanOrEqual(0)
        expect(answer.amountFen).toBeLessThanOrEqual(premium)
        expect(addsUp(answer.statement, answer.amountFen)).toBe(true)
      }),
    )
  })
  test('出险越多，折扣不会更多', () => {
    fc.assert(
      fc.property(anyRenewalTerms, anyPremium, (terms, premium) => {
        const amounts = [0, 1, 2, 3, 4].map(
          (claims) => decideRenewalDiscount(terms, { commercialPremiumFen: premium, claimsLastYear: claims }).amountFen,
        )
        expect(amounts).toEqual([...amounts].sort((a, b) => Number(b) - Number(a)))
      }),
    )
  })
})
