import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { fen } from '#values/money'
import { eventFacts, policy, renewal, written } from '../../tests/fixtures/policy'
import { demoTerms } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import { addsUp } from '../benefit/statement'
import { lapse } from '../first-year-rebate/lapse'
import type { Policy } from '../policy/policy'
import { decidePolicyEvent } from './decide-policy-event'

const terms = demoTerms({ firstYearRebate: { claimFree: 'first-year', renewWithinDays: 30 } })
const first = policy({ policyNumber: 'DEMO20260001' })
const promised = written([], decidePolicyEvent(terms, eventFacts({ policy: first })))

/** Next year's renewal, long after the campaign: it grants nothing of its own. */
const nextYear = (changes: Partial<Policy> = {}): Policy =>
  renewal({
    policyNumber: 'DEMO20270001',
    previousPolicyNumber: first.policyNumber,
    issuedAt: startOf(day('2027-09-10')),
    coverStartsOn: day('2027-09-15'),
    coverEndsOn: day('2028-09-14'),
    commercialPremiumFen: fen(400_000),
    ...changes,
  })
const ledgerAfter = (renewed: Policy, ledger: PolicyBenefit[] = promised): PolicyBenefit[] =>
  written(ledger, decidePolicyEvent(terms, eventFacts({ policy: renewed, previous: first, ledger })))
const promise = (ledger: readonly PolicyBenefit[]) => {
  const found = ledger.find(({ rule }) => rule === 'first-year-rebate')
  if (!found) throw new Error('no promise')
  return found
}

describe('次年续保时，首年的承诺', () => {
  test('没出险、按时续保：抵扣次年保费，记在首年那一笔上', () => {
    const ledger = ledgerAfter(nextYear())
    expect(ledger).toHaveLength(promised.length)
    expect(promise(ledger)).toMatchObject({
      policyNumber: 'DEMO20260001',
      settledByPolicyNumber: 'DEMO20270001',
      form: 'set-off',
      amountFen: 22_000,
      status: { kind: 'fulfilled', why: '续保保单 DEMO****0001 出单时抵扣' },
    })
    expect(addsUp(promise(ledger).statement, fen(22_000))).toBe(true)
  })

  test.each([
    ['最后一天起保', '2027-10-15', 'fulfilled'],
    ['晚一天起保', '2027-10-16', 'refused'],
  ])('%s', (_name, coverStartsOn, kind) => {
    expect(promise(ledgerAfter(nextYear({ coverStartsOn: day(coverStartsOn) }))).status.kind).toBe(kind)
  })

  test('到期后才得知按时续保了：恢复，并要人核对批改；晚续保的照旧过期', () => {
    const lapsed = promised.map((entry) =>
      entry.rule === 'first-year-rebate' ? lapse(entry, startOf(day('2027-10-19'))) : entry,
    )
    const late = promise(ledgerAfter(nextYear(), lapsed))
    expect(late).toMatchObject({
      settledByPolicyNumber: 'DEMO20270001',
      status: { kind: 'pending' },
      waitsFor: 'review',
    })
    expect(late.history.map(({ kind }) => kind)).toEqual(['pending', 'expired'])
    expect(promise(ledgerAfter(nextYear({ coverStartsOn: day('2027-10-16') }), lapsed))).toEqual(promise(lapsed))
  })

  test('出险一次：不抵扣', () => {
    expect(promise(ledgerAfter(nextYear({ claimsLastYear: 1 })))).toMatchObject({
      amountFen: 0,
      status: { kind: 'refused' },
    })
  })

  test('出险次数未知：待核实；后来知道没出险：要人核对批改', () => {
    const unknown = ledgerAfter(nextYear({ claimsLastYear: 'unknown' }))
    expect(promise(unknown)).toMatchObject({
      decision: { kind: 'to-verify' },
      amountFen: null,
      status: { kind: 'pending' },
    })
    const known = promise(ledgerAfter(nextYear({ sequence: 2 }), unknown))
    expect(known).toMatchObject({ amountFen: 22_000, status: { kind: 'pending' } })
    expect(known.needsReview).toContain('核对核心系统')
  })

  test('抵扣不超过次年保费', () => {
    expect(promise(ledgerAfter(nextYear({ commercialPremiumFen: fen(10_000) }))).amountFen).toBe(10_000)
  })

  test.each([
    ['上限正好等于礼包、折扣和承诺的合计', 104_000, 22_000, 22_000],
    ['上限少一分：承诺时就少一分，抵扣时不再少', 103_999, 21_999, 21_999],
    ['礼包和折扣已到上限：没有承诺，也没有抵扣', 82_000, 0, 0],
  ])('投保人合计有上限，承诺自己不再占一次：%s', (_name, most, promisedFen, setOffFen) => {
    const limited = { ...terms, offerLimits: { ...terms.offerLimits, totalPerCustomerFen: fen(most) } }
    const before = written([], decidePolicyEvent(limited, eventFacts({ policy: first })))
    expect(promise(before).amountFen).toBe(promisedFen)
    const facts = eventFacts({ policy: nextYear(), previous: first, ledger: before })
    const ledger = written(before, decidePolicyEvent(limited, facts))
    expect(promise(ledger).amountFen).toBe(setOffFen)
    expect(decidePolicyEvent(limited, { ...facts, ledger })).toEqual([])
  })

  test('抵扣后出险次数有更新：交人核对，不悄悄改', () => {
    const renewedLedger = ledgerAfter(nextYear())
    const reviewed = promise(ledgerAfter(nextYear({ claimsLastYear: 1, sequence: 2 }), renewedLedger))
    expect(reviewed).toMatchObject({ amountFen: 22_000, status: { kind: 'fulfilled' } })
    expect(reviewed.needsReview).toContain('按条款应为 ¥0.00')
  })

  test('续保的保单退保：收回', () => {
    expect(promise(ledgerAfter(nextYear({ state: 'cancelled' }), ledgerAfter(nextYear()))).status.kind).toBe(
      'clawed-back',
    )
  })

  test('首年保单在续保前退保：承诺作废，续保也不再抵扣', () => {
    const facts = eventFacts({ policy: { ...first, state: 'cancelled' }, ledger: promised })
    const ledger = written(promised, decidePolicyEvent(terms, facts))
    expect(promise(ledgerAfter(nextYear(), ledger)).status.kind).toBe('refused')
  })

  test('本来就不是新客户：续保时没有可抵扣的', () => {
    const related = [policy({ policyNumber: 'DEMO20250009', issuedAt: first.issuedAt - 30 * 86_400_000 })]
    const ledger = written([], decidePolicyEvent(terms, eventFacts({ policy: first, related })))
    expect(promise(ledgerAfter(nextYear(), ledger))).toEqual(promise(ledger))
  })

  test('已由一张续保保单抵扣，另一张不再抵扣', () => {
    const renewedLedger = ledgerAfter(nextYear())
    expect(promise(ledgerAfter(nextYear({ policyNumber: 'DEMO20270002' }), renewedLedger))).toEqual(
      promise(renewedLedger),
    )
  })

  test('首年保单的资料在抵扣后又有更新：不动已抵扣的', () => {
    const renewedLedger = ledgerAfter(nextYear())
    const facts = eventFacts({ policy: { ...first, sequence: 9, claimsLastYear: 4 }, ledger: renewedLedger })
    expect(decidePolicyEvent(terms, facts)).toEqual([])
  })
})
