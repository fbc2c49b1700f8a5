import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bps, fen } from '#values/money'
import { anyPremium, anyRounding } from '../../tests/fixtures/offer-facts'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { addsUp } from '../benefit/statement'
import type { CustomerStanding } from './new-customer'
import { decideNewCustomerDiscount } from './new-customer-discount'

const isNew: CustomerStanding = { kind: 'new' }
const existing: CustomerStanding = { kind: 'existing', why: '有过保单', advice: '满 12 个月才算。' }

/** By the demo's terms: 9.5 折, invited a further 9.8 折, multiplied; rounded down to the fen. */
function decide(premium: number, invited = false, overrides: TermsOverrides = {}, standing: CustomerStanding = isNew) {
  const invitedBy = invited ? '李**' : null
  return decideNewCustomerDiscount(demoTerms(overrides), { commercialPremiumFen: fen(premium), standing, invitedBy })
}
const values = (answer: ReturnType<typeof decide>) =>
  answer.statement.filter(({ kind }) => kind === 'part').map(({ label, value, note }) => [label, value, note])
const adviceIn = (answer: ReturnType<typeof decide>) => answer.statement.find(({ kind }) => kind === 'advice')?.value

describe('新客户打折', () => {
  test.each<[string, number, boolean, TermsOverrides, number]>([
    ['9.5 折', 440_000, false, {}, 22_000],
    ['推荐来的，折上折：0.95 × 0.98', 440_000, true, {}, 30_360],
    ['推荐来的，折扣点相减：5% + 2%', 440_000, true, { referralReward: { stacking: 'subtract' } }, 30_800],
    ['不足 1 分舍去', 19, false, {}, 0],
    ['正好 1 分', 20, false, {}, 1],
    ['四舍五入到分：0.5 分进 1 分', 10, false, { rounding: { direction: 'half-up' } }, 1],
    ['四舍五入到分：0.45 分不进', 9, false, { rounding: { direction: 'half-up' } }, 0],
    ['舍去到元', 443_999, false, { rounding: { unit: 'yuan' } }, 22_100],
    ['没有开放推荐，推荐来的也只打一次', 440_000, true, { referralReward: { enabled: false } }, 22_000],
    [
      '相减到底也不倒贴',
      440_000,
      true,
      {
        newCustomerDiscount: { discountBps: bps(4_000) },
        referralReward: { inviteeDiscountBps: bps(5_000), stacking: 'subtract' },
      },
      440_000,
    ],
    [
      '进位到元，不超过保费',
      99,
      false,
      { newCustomerDiscount: { discountBps: bps(1) }, rounding: { unit: 'yuan', direction: 'half-up' } },
      99,
    ],
  ])('%s', (_name, premium, invited, overrides, amount) => {
    const answer = decide(premium, invited, overrides)
    expect(answer.amountFen).toBe(amount)
    expect(answer.decision.kind).toBe(amount === 0 ? 'not-granted' : 'granted')
    expect(addsUp(answer.statement, fen(amount))).toBe(true)
  })
})

describe('不给，并说明怎样才会有', () => {
  test('不是新客户', () => {
    const answer = decide(440_000, true, {}, existing)
    expect(answer).toMatchObject({ decision: { kind: 'not-granted', why: '有过保单' }, amountFen: 0 })
    expect(adviceIn(answer)).toBe('满 12 个月才算。')
  })
  test('没有开放', () => {
    expect(decide(440_000, false, { newCustomerDiscount: { enabled: false } })).toMatchObject({
      decision: { kind: 'not-granted', why: '本次活动没有开放新客户保费折扣' },
      amountFen: 0,
    })
  })
})

describe('明细', () => {
  const customer = (answer: ReturnType<typeof decide>) => answer.statement.find(({ label }) => label === '客户')?.value
  test('写明是谁推荐的，姓名遮住', () => {
    expect(customer(decide(440_000, true))).toBe('新客户，由 李** 推荐')
    expect(customer(decide(440_000))).toBe('新客户')
  })
  test('折上折：第二项从折后保费算起', () => {
    expect(values(decide(440_000, true))).toEqual([
      ['新客户折扣', '¥220.00', '商业险保费 ¥4,400.00 按 9.5 折'],
      ['推荐再享折扣', '¥83.60', '前一项折后 ¥4,180.00 按 9.8 折'],
    ])
  })
  test('先用推荐折扣：次序变，合计不变', () => {
    const answer = decide(440_000, true, { referralReward: { stackingOrder: 'invitee-first' } })
    expect(values(answer)).toEqual([
      ['推荐再享折扣', '¥88.00', '商业险保费 ¥4,400.00 按 9.8 折'],
      ['新客户折扣', '¥215.60', '前一项折后 ¥4,312.00 按 9.5 折'],
    ])
    expect(answer.amountFen).toBe(30_360)
  })
  test('折扣点相减：每一项都从原保费算起', () => {
    expect(values(decide(440_000, true, { referralReward: { stacking: 'subtract' } }))).toEqual([
      ['新客户折扣', '¥220.00', '商业险保费 ¥4,400.00 按 9.5 折'],
      ['推荐再享折扣', '¥88.00', '商业险保费 ¥4,400.00 按 9.8 折'],
    ])
  })
  test('没有人推荐：写明推荐可再减多少', () => {
    expect(adviceIn(decide(440_000))).toBe('由老客户推荐投保的，再享 9.8 折，可再减 ¥83.60。')
    expect(adviceIn(decide(440_000, true))).toBeUndefined()
    expect(adviceIn(decide(440_000, false, { referralReward: { enabled: false } }))).toBeUndefined()
  })
})

const anyTerms = fc
  .record({
    rounding: anyRounding,
    own: fc.integer({ min: 1, max: 10_000 }),
    further: fc.integer({ min: 1, max: 10_000 }),
    stacking: fc.constantFrom('multiply' as const, 'subtract' as const),
    stackingOrder: fc.constantFrom('new-customer-first' as const, 'invitee-first' as const),
  })
  .map(({ rounding, own, further, stacking, stackingOrder }) =>
    demoTerms({
      rounding,
      newCustomerDiscount: { discountBps: bps(own) },
      referralReward: { inviteeDiscountBps: bps(further), stacking, stackingOrder },
    }),
  )

describe('规律', () => {
  test('不超过保费，明细相加等于结果，有人推荐不会更少，次序不影响合计', () => {
    fc.assert(
      fc.property(anyTerms, anyPremium, (terms, commercialPremiumFen) => {
        const facts = { commercialPremiumFen, standing: isNew }
        const alone = decideNewCustomerDiscount(terms, { ...facts, invitedBy: null })
        const invited = decideNewCustomerDiscount(terms, { ...facts, invitedBy: '李**' })
        for (const answer of [alone, invited]) {
          expect(answer.amountFen).toBeGreaterThanOrEqual(0)
          expect(answer.amountFen).toBeLessThanOrEqual(commercialPremiumFen)
          expect(addsUp(answer.statement, answer.amountFen)).toBe(true)
          const parts = answer.statement.filter(({ kind }) => kind === 'part')
          expect(parts.every(({ amountFen }) => (amountFen ?? -1) >= 0)).toBe(true)
        }
        expect(invited.amountFen).toBeGreaterThanOrEqual(alone.amountFen ?? Number.NaN)
        const otherWay = terms.referralReward.stackingOrder === 'invitee-first' ? 'new-customer-first' : 'invitee-first'
        const swapped = { ...terms, referralReward: { ...terms.referralReward, stackingOrder: otherWay } as const }
        expect(decideNewCustomerDiscount(swapped, { ...facts, invitedBy: '李**' }).amountFen).toBe(invited.amountFen)
      }),
    )
  })
})
