import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, day } from '#values/days'
import { type Fen, fen } from '#values/money'
import type { LoyaltyGrade } from '#values/vehicle-words'
import { anyPremium, anyRenewalTerms } from '../../tests/fixtures/offer-facts'
import { eventFacts, lastYear, policy, renewal, written } from '../../tests/fixtures/policy'
import type { PolicyBenefit, PolicyRule } from '../benefit/benefit'
import { addsUp } from '../benefit/statement'
import type { ClaimsLastYear, Policy } from '../policy/policy'
import { decidePolicyEvent } from './decide-policy-event'
import type { PolicyEventFacts } from './facts'
import { isStanding } from './standing'

const anyClaims: fc.Arbitrary<ClaimsLastYear> = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.constant('unknown' as const),
)
const anyGrade: fc.Arbitrary<LoyaltyGrade | null> = fc.constantFrom('普通', '银卡', '金卡', null)
const rules: PolicyRule[] = ['gift', 'renewal-discount', 'renewal-rebate', 'service-pack', 'new-customer-discount']
/** Premiums near the worth of gifts and packs, where limits bite, as often as any other. */
const premium: fc.Arbitrary<Fen> = fc.oneof(fc.integer({ min: 0, max: 80_000 }).map(fen), anyPremium)
const terms = fc
  .tuple(anyRenewalTerms, fc.option(fc.integer({ min: 1, max: 200_000 }).map(fen)))
  .map(([any, totalPerCustomerFen]) => ({ ...any, offerLimits: { ...any.offerLimits, totalPerCustomerFen } }))

const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({ commercialPremiumFen: premium, claimsLastYear: anyClaims, loyaltyGrade: anyGrade, renews: fc.boolean() })
  .map(({ renews, ...one }) => (renews ? renewal(one) : policy(one)))

const anyFacts: fc.Arbitrary<PolicyEventFacts> = fc
  .record({
    policy: anyPolicy,
    previous: fc.option(premium.map((commercialPremiumFen) => lastYear({ commercialPremiumFen }))),
    invitedBy: fc.constantFrom(null, '李**'),
    giftsOut: fc.subarray(['vacuum-cleaner', 'dash-camera', 'air-purifier']).map((ids) => new Set(ids)),
    stopped: fc.subarray(rules).map((some) => new Set(some)),
  })
  .map((facts) => eventFacts({ ...facts, previous: facts.policy.businessKind === 'renewal' ? facts.previous : null }))

const after = (facts: PolicyEventFacts, changes: ReturnType<typeof decidePolicyEvent>) => written(facts.ledger, changes)
const total = (ledger: readonly PolicyBenefit[]) =>
  ledger.filter(isStanding).reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

/** The policy as later events could leave it. */
const later = fc.record({
  claimsLastYear: anyClaims,
  loyaltyGrade: anyGrade,
  state: fc.constantFrom('in-force', 'cancelled'),
})

test('规律：停过再恢复，得到的一分不比没停过的少', () => {
  fc.assert(
    fc.property(terms, anyFacts, (any, facts) => {
      const never = { ...facts, stopped: new Set<PolicyRule>() }
      const meanwhile = after(facts, decidePolicyEvent(any, facts))
      const started = { ...never, now: facts.now + 1, ledger: meanwhile }
      expect(total(meanwhile)).toBeLessThanOrEqual(total(after(never, decidePolicyEvent(any, never))))
      expect(total(after(started, decidePolicyEvent(any, started)))).toBe(
        total(after(never, decidePolicyEvent(any, never))),
      )
    }),
  )
})

test('规律：对自己的结果再决定一次，什么都不变，无论中间发生过什么', () => {
  fc.assert(
    fc.property(terms, anyFacts, fc.array(later, { maxLength: 3 }), (any, first, events) => {
      let facts = { ...first, ledger: after(first, decidePolicyEvent(any, first)) }
      for (const [index, event] of events.entries()) {
        facts = { ...facts, now: facts.now + 1, policy: { ...facts.policy, ...event, sequence: index + 2 } }
        facts = { ...facts, ledger: after(facts, decidePolicyEvent(any, facts)) }
        expect(decidePolicyEvent(any, { ...facts, now: facts.now + 1 })).toEqual([])
      }
      expect(decidePolicyEvent(any, { ...facts, now: facts.now + 1 })).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('规律：优惠合计不超过保费，也不超过每人上限；每一项的明细加起来等于金额', () => {
  fc.assert(
    fc.property(terms, anyFacts, (any, facts) => {
      const ledger = after(facts, decidePolicyEvent(any, facts))
      expect(total(ledger)).toBeLessThanOrEqual(facts.policy.commercialPremiumFen)
      expect(total(ledger)).toBeLessThanOrEqual(any.offerLimits.totalPerCustomerFen ?? Number.MAX_SAFE_INTEGER)
      for (const { statement, amountFen } of ledger) expect(addsUp(statement, amountFen)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('规律：没给的，都写明怎样才有；超出上限的，写明上限怎样才有余', () => {
  fc.assert(
    fc.property(terms, anyFacts, later, fc.constantFrom('2026-09-14', '2026-11-01'), (any, facts, event, dueOn) => {
      const previous = facts.previous && { ...facts.previous, coverEndsOn: day(dueOn) }
      const elsewhere = policy({ policyNumber: 'DEMO20260099', vehicleId: 'c'.repeat(32) })
      const others = after(eventFacts({ policy: elsewhere }), decidePolicyEvent(any, eventFacts({ policy: elsewhere })))
      const first = { ...facts, previous, ledger: others }
      const ledger = after(first, decidePolicyEvent(any, first))
      const changed = { ...first, ledger, policy: { ...facts.policy, ...event, sequence: 2 } }
      for (const { rule, decision, statement } of [...ledger, ...after(changed, decidePolicyEvent(any, changed))]) {
        const said = statement.filter(({ kind }) => kind === 'advice').map(({ value }) => value)
        if (decision.kind === 'not-granted') expect([rule, said]).not.toEqual([rule, []])
        if (statement.some(({ label }) => label === '超出上限的部分')) expect(said.join()).toContain('上限')
      }
    }),
    { numRuns: 200 },
  )
})

test('规律：出险越多，合计不会更多', () => {
  fc.assert(
    fc.property(terms, anyFacts, (any, facts) => {
      const totals = [0, 1, 2, 3, 4].map((claimsLastYear) => {
        // What is stopped has no figure yet, so only the whole can be compared.
        const one = { ...facts, policy: { ...facts.policy, claimsLastYear }, stopped: new Set<PolicyRule>() }
        return total(after(one, decidePolicyEvent(any, one)))
      })
      expect(totals).toEqual([...totals].sort((a, b) => b - a))
    }),
    { numRuns: 300 },
  )
})

/** The renewal of a policy that brought a promise, in the same campaign or long after it. */
const anyNextYear = fc.record({
  premiums: fc.tuple(premium, premium),
  claimsLastYear: fc.constantFrom(0, 'unknown' as const, 1),
  later: fc.constantFrom(0, 2),
})

test('规律：没出险、按时续保，抵扣的就是承诺的，每人上限不再减一次；只有次年保费不够才少', () => {
  fc.assert(
    fc.property(terms, anyNextYear, (any, { premiums: [firstFen, nextFen], claimsLastYear, later }) => {
      const first = policy({ commercialPremiumFen: firstFen, coverEndsOn: day('2026-09-30') })
      const promised = after(eventFacts({ policy: first }), decidePolicyEvent(any, eventFacts({ policy: first })))
      const next = renewal({
        policyNumber: 'DEMO20270001',
        previousPolicyNumber: first.policyNumber,
        coverStartsOn: day('2026-10-01'),
        commercialPremiumFen: nextFen,
        issuedAt: first.issuedAt + later * 365 * DAY_MS,
      })
      const told = (renewed: Policy, ledger: PolicyBenefit[]): PolicyBenefit[] => {
        const facts = eventFacts({ policy: renewed, previous: first, ledger })
        const settled = after(facts, decidePolicyEvent(any, facts))
        expect(decidePolicyEvent(any, { ...facts, ledger: settled })).toEqual([])
        expect(total(settled)).toBeLessThanOrEqual(any.offerLimits.totalPerCustomerFen ?? Number.MAX_SAFE_INTEGER)
        return settled
      }
      const atIssue = told({ ...next, claimsLastYear }, promised)
      const known = told({ ...next, claimsLastYear: claimsLastYear === 1 ? 1 : 0, sequence: 2 }, atIssue)
      const given = (ledger: readonly PolicyBenefit[]) =>
        ledger.find(({ rule }) => rule === 'first-year-rebate')?.amountFen
      const ownFen = total(known.filter(({ policyNumber }) => policyNumber === next.policyNumber))
      const promisedFen = claimsLastYear === 1 ? 0 : (given(promised) ?? 0)
      expect(given(known)).toBe(Math.min(promisedFen, nextFen - ownFen))
    }),
    { numRuns: 300 },
  )
})

test('规律：退保后什么都不剩', () => {
  fc.assert(
    fc.property(terms, anyFacts, (any, facts) => {
      const granted = { ...facts, ledger: after(facts, decidePolicyEvent(any, facts)) }
      const cancelled: PolicyEventFacts = { ...granted, policy: { ...facts.policy, state: 'cancelled', sequence: 2 } }
      expect(after(cancelled, decidePolicyEvent(any, cancelled)).filter(isStanding)).toEqual([])
    }),
  )
})

test('规律：已经给付的一项，事件只能让它待核对或收回，金额不变', () => {
  fc.assert(
    fc.property(terms, anyFacts, later, (any, facts, event) => {
      const ledger = after(facts, decidePolicyEvent(any, facts))
      const next: PolicyEventFacts = { ...facts, ledger, policy: { ...facts.policy, ...event, sequence: 2 } }
      for (const change of decidePolicyEvent(any, next)) {
        if (change.kind === 'grant' || change.before.status.kind !== 'fulfilled') continue
        expect(['review', 'move']).toContain(change.kind)
        expect(change.benefit.amountFen).toBe(change.before.amountFen)
      }
    }),
  )
})
