import { expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { eventFacts, policy } from '../../tests/fixtures/policy'
import { demoTerms } from '../../tests/fixtures/terms'
import { decidePolicyEvent } from '../policy-event/decide-policy-event'
import { keepsInTime, lapse, lapsedBefore } from './lapse'

test('到期后等三天，第四天失效；写明谁、何时、为何', () => {
  const promise = decidePolicyEvent(demoTerms(), eventFacts({ policy: policy() }))
    .map(({ benefit }) => benefit)
    .find(({ rule }) => rule === 'first-year-rebate')
  if (!promise?.expiresOn) throw new Error('no promise')
  const lastDay = day('2027-10-15')
  expect([lapsedBefore(day('2027-10-18')) > lastDay, lapsedBefore(day('2027-10-19')) > lastDay]).toEqual([false, true])
  const at = startOf(day('2027-10-19'))
  const lapsed = lapse({ ...promise, expiresOn: lastDay }, at)
  const why = '没有最迟 2027 年 10 月 15 日起保的续保保单'
  expect(lapsed).toMatchObject({ status: { kind: 'expired', at, by: 'system', why }, waitsFor: null })
  expect(() => lapse({ ...promise, expiresOn: null }, at)).toThrow('does not expire')
})

test.each([
  ['最后一天起保', {}, true],
  ['晚一天起保', { coverStartsOn: day('2027-10-16') }, false],
  ['续的是别的保单', { previousPolicyNumber: 'DEMO20260009' }, false],
  ['不是续保', { businessKind: 'transfer' as const }, false],
  ['续保已退保', { state: 'cancelled' as const }, false],
])('按时续保了才算：%s', (_, changes, kept) => {
  const promise = { policyNumber: 'DEMO20260001', expiresOn: day('2027-10-15') }
  const renewal = policy({
    policyNumber: 'DEMO20270001',
    businessKind: 'renewal',
    previousPolicyNumber: promise.policyNumber,
    coverStartsOn: day('2027-10-15'),
    ...changes,
  })
  expect(keepsInTime(renewal, promise)).toBe(kept)
})
