import { describe, expect, test } from 'vitest'
import { maskPolicyNumber } from '#values/masks'
import { eventFacts, lastYear, renewal } from '../../tests/fixtures/policy'
import { demoTerms } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import { alter, approve, clawBack, fulfil } from '../benefit/status'
import { settled } from '../payout/settle'
import { decidePolicyEvent } from './decide-policy-event'
import { withdraw } from './withdraw'

const facts = eventFacts({ policy: renewal(), previous: lastYear() })
const { now } = facts
const rebate = decidePolicyEvent(demoTerms(), facts)
  .map(({ benefit }) => benefit)
  .find(({ rule }) => rule === 'renewal-rebate')
if (!rebate) throw new Error('no rebate')
const decided = { at: now, by: 'reviewer-1', why: '核对无误' }
const approved: PolicyBenefit = approve(rebate, decided)
const held = (batchId: string | null): PolicyBenefit =>
  alter(approved, { payment: { batchId, attempt: 0, failure: null } }, now)
const cancelled = { now: now + 1, policy: { ...facts.policy, state: 'cancelled' as const, sequence: 7 } }
const why = `保单 ${maskPolicyNumber(facts.policy.policyNumber)} 已退保`

describe('退保时，返还走到哪一步', () => {
  test('已批准、不在批次里：不再给', () => {
    for (const entry of [approved, held(null)]) {
      expect(withdraw(entry, cancelled)).toMatchObject({
        kind: 'move',
        before: entry,
        benefit: { status: { kind: 'refused', by: 'system', why }, sequence: 7, waitsFor: null },
      })
    }
  })

  test('已在打款批次里：状态不动，交人核对；再来一次退保，不再重复', () => {
    const entry = held('batch-1')
    const change = withdraw(entry, cancelled)
    const asked = change?.benefit
    expect(change).toMatchObject({
      kind: 'review',
      before: entry,
      benefit: { status: entry.status, payment: { batchId: 'batch-1' }, sequence: 7, waitsFor: 'review' },
    })
    expect(asked?.needsReview).toContain('款项有结果后，付了的收回，没付的不再付')
    if (!asked) throw new Error('nothing was asked')
    expect(withdraw(asked, cancelled)).toBeNull()
    const paid = settled(asked, 'batch-1', { kind: 'paid', at: now, reference: 'REF' })
    const failed = settled(asked, 'batch-1', { kind: 'failed', at: now, why: '户名不符' })
    expect([paid, failed].map((entry) => [entry?.status.kind, entry?.waitsFor])).toEqual([
      ['fulfilled', 'review'],
      ['approved', 'review'],
    ])
  })

  test('已付：收回；已收回的不再动', () => {
    const paid = fulfil(held('batch-1'), decided)
    const done = alter(paid, { payment: { batchId: null, attempt: 1, failure: null } }, now)
    expect(withdraw(done, cancelled)?.benefit.status).toMatchObject({ kind: 'clawed-back', by: 'system', why })
    expect(withdraw(clawBack(done, decided), cancelled)).toBeNull()
  })
})
