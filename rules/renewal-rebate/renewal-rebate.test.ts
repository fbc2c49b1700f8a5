import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BeyondCalendarError } from '#values/business-days'
import { day } from '#values/days'
import { type Fen, fen } from '#values/money'
import { anyPremium, anyRenewalTerms } from '../../tests/fixtures/offer-facts'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { addsUp } from '../benefit/statement'
import { decideRenewalRebate } from './renewal-rebate'

const issuedOn = day('2026-09-08')

/** By the demo's terms: below ¥3,000 3 %, below ¥6,000 4 %, else 5 %; one claim 2 %, two 1 %; 15 working days. */
function decide(premium: number | 'unknown', claims: number | 'unknown', terms: TermsOverrides = {}, on = issuedOn) {
  const previousPremiumFen: Fen | 'unknown' = premium === 'unknown' ? premium : fen(premium)
  return decideRenewalRebate(demoTerms(terms), { previousPremiumFen, claimsLastYear: claims, issuedOn: on })
}
const adviceIn = (answer: ReturnType<typeof decide>) => answer.statement.find(({ kind }) => kind === 'advice')?.value

describe('续保返还按上年保费和出险次数', () => {
  test.each([
    ['未出险，¥2,999.99：第一档 3%，舍去零头', 299_999, 0, 8_999],
    ['未出险，¥3,000.00：第二档 4%', 300_000, 0, 12_000],
    ['未出险，¥5,999.99：第二档 4%，舍去零头', 599_999, 0, 23_999],
    ['未出险，¥6,000.00：第三档 5%', 600_000, 0, 30_000],
    ['出险 1 次：2%', 600_000, 1, 12_000],
    ['出险 2 次：1%', 600_000, 2, 6_000],
  ])('%s', (_name, premium, claims, amount) => {
    const answer = decide(premium, claims)
    expect(answer).toMatchObject({ decision: { kind: 'granted' }, amountFen: amount, form: 'cash' })
    expect(addsUp(answer.statement, fen(amount))).toBe(true)
  })

  test.each([
    ['出险 3 次', 3],
    ['出险 5 次', 5],
  ])('%s：不返还', (_name, claims) => {
    const answer = decide(600_000, claims)
    expect(answer).toMatchObject({
      decision: { kind: 'not-granted', why: '上年出险 3 次及以上，不返还' },
      amountFen: 0,
      dueOn: null,
    })
  })

  test.each([
    ['出险次数未知', 600_000, 'unknown', '上年出险次数'],
    ['上年保费未知', 'unknown', 0, '上年商业险保费'],
    ['上年保费未知，出险 3 次也不先下结论', 'unknown', 3, '上年商业险保费'],
    ['都未知', 'unknown', 'unknown', '上年商业险保费、上年出险次数'],
  ] as const)('%s：待核实，不列金额', (_name, premium, claims, missing) => {
    const answer = decide(premium, claims)
    expect(answer).toMatchObject({
      decision: { kind: 'to-verify', missing },
      amountFen: null,
      costFen: null,
      dueOn: null,
    })
    expect(addsUp(answer.statement, null)).toBe(true)
  })
})

describe('到账期限', () => {
  test.each([
    ['9 月 8 日出单，15 个工作日，跨中秋', '2026-09-08', {}, '2026-09-29'],
    [
      '活动文件调整了一天',
      '2026-09-08',
      { workingDays: { overrides: [{ on: day('2026-09-09'), working: false, reason: '演示' }] } },
      '2026-09-30',
    ],
    ['国庆前一天出单，3 个工作日', '2026-09-30', { renewalRebate: { paidWithinWorkingDays: 3 } }, '2026-10-10'],
  ] satisfies [string, string, TermsOverrides, string][])('%s', (_name, on, terms, dueOn) => {
    expect(decide(600_000, 0, terms, day(on)).dueOn).toBe(dueOn)
  })
  test('日历以外的年份：报错，不按周末推算', () => {
    expect(() => decide(600_000, 0, {}, day('2030-01-04'))).toThrow(BeyondCalendarError)
  })
})

describe('怎样会更多', () => {
  test.each([
    ['第一档', 299_999, 0, '上年保费满 ¥3,000 的，按 4% 返还。'],
    ['最高一档', 600_000, 0, undefined],
    ['出险 1 次', 600_000, 1, '上年出险 1 次，返还 ¥120.00；未出险可返还 ¥300.00。'],
    ['出险 3 次', 600_000, 3, '上年出险 3 次，没有返还；未出险可返还 ¥300.00。'],
  ])('%s', (_name, premium, claims, sentence) => {
    expect(adviceIn(decide(premium, claims))).toBe(sentence)
  })
})

test('规律：不超过上年保费，出险越多返还不会更多，明细相加等于结果', () => {
  fc.assert(
    fc.property(anyRenewalTerms, anyPremium, (terms, premium) => {
      const answers = [0, 1, 2, 3, 4].map((claims) =>
        decideRenewalRebate(terms, { previousPremiumFen: premium, claimsLastYear: claims, issuedOn }),
      )
      for (const { amountFen, statement } of answers) {
        expect(amountFen).toBeLessThanOrEqual(premium)
        expect(addsUp(statement, amountFen)).toBe(true)
      }
      const amounts = answers.map(({ amountFen }) => Number(amountFen))
      expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
    }),
  )
})
