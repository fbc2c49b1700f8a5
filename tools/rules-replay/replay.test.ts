import { describe, expect, test } from 'vitest'
import { bps, fen } from '#values/money'
import { lastYear, policy, renewal } from '../../tests/fixtures/policy'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { decideBook } from './decide-book'
import { addedUpBy, differences } from './difference'

/** Last year's ¥5,000.00 renewed at ¥4,400.00 without a claim: discount 638.00, rebate 200.00, gift 199.00. */
const book = [lastYear(), renewal()]
const replay = (here: TermsOverrides, against: TermsOverrides = {}, policies = book) =>
  differences(demoTerms(here), policies, {
    here: decideBook(demoTerms(here), policies),
    against: decideBook(demoTerms(against), policies),
  })
const clauses = (rows: ReturnType<typeof replay>) =>
  [...addedUpBy(rows, ({ clause }) => clause)].map(([clause, { fen: amount }]) => [clause, amount.here, amount.against])

describe('同一批保单，两个活动文件', () => {
  test('条款相同：没有差异', () => {
    expect(clauses(replay({}))).toEqual([
      ['§5.2.1', 63_800, 63_800],
      ['§5.2.2', 20_000, 20_000],
      ['§5.2.3', 19_900, 19_900],
    ])
  })
  test('基准折扣从 9 折改为 8.5 折：只有折扣多出 ¥209.00', () => {
    const rows = replay({ renewalDiscount: { baseDiscountBps: bps(8_500) } })
    expect(clauses(rows)[0]).toEqual(['§5.2.1', 84_700, 63_800])
    expect(rows[0]).toMatchObject({ tier: '上年保费 ¥3,000（含）至 ¥6,000', branchCode: 'DEMO01' })
  })
  test('一边没有开放：那一边是零', () => {
    expect(clauses(replay({ renewalRebate: { enabled: false } }))[1]).toEqual(['§5.2.2', 0, 20_000])
  })
  test('上年保单不在文件里：待核实，另算一档，不算零', () => {
    const rows = replay({}, {}, [renewal()])
    expect(rows.map(({ clause, tier, toVerify }) => [clause, tier, toVerify.here])).toEqual([
      ['§5.2.1', '上年保费未知', 0],
      ['§5.2.2', '上年保费未知', 1],
      ['§5.2.3', '上年保费未知', 1],
    ])
  })
})

test('礼品只有一件：第二张保单没有', () => {
  const tiers = demoTerms().gift.tiers.map((tier) => ({ ...tier, quantity: 1 }))
  const second = { policyNumber: 'DEMO20260002', vehicleId: 'c'.repeat(32), holderId: 'd'.repeat(32) }
  const ledger = decideBook(demoTerms({ gift: { tiers } }), [...book, renewal(second)])
  expect(ledger.filter(({ rule }) => rule === 'gift').map(({ decision }) => decision.kind)).toEqual([
    'granted',
    'not-granted',
  ])
})

test('退保的不计；每辆车的上限照算', () => {
  expect(decideBook(demoTerms(), [renewal({ state: 'cancelled' })])).toEqual([])
  const again = policy({ policyNumber: 'DEMO20260003', commercialPremiumFen: fen(100_000) })
  const ledger = decideBook(demoTerms(), [...book, again])
  expect(
    ledger.filter(({ policyNumber, decision }) => policyNumber === again.policyNumber && decision.kind === 'granted'),
  ).toEqual([])
})
