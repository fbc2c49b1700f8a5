import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { customerStanding, type KnownPolicy } from './new-customer'

const at = (on: string, hour = 10) => startOf(day(on)) + hour * 3_600_000
/** Issued on 15 September 2026: by the demo's 12 months, what counts is cover on or after 15 September 2025. */
const policy: KnownPolicy = {
  policyNumber: 'SF20260915001',
  vehicleId: 'car',
  holderId: 'wang',
  issuedAt: at('2026-09-15'),
  coverStartsOn: day('2026-09-16'),
  coverEndsOn: day('2027-09-15'),
  cancelledAt: null,
}
/** An earlier policy of the same vehicle and holder, covering the year that ends on `endsOn`. */
const earlier = (endsOn: string, overrides: Partial<KnownPolicy> = {}): KnownPolicy => ({
  ...policy,
  policyNumber: 'SF20250101001',
  issuedAt: at('2024-09-01'),
  coverStartsOn: day('2024-09-15'),
  coverEndsOn: day(endsOn),
  ...overrides,
})
const standing = (...others: KnownPolicy[]) => customerStanding(demoTerms(), policy, others)

describe('谁是新客户', () => {
  test.each<[string, KnownPolicy[], 'new' | 'existing']>([
    ['没有别的保单', [], 'new'],
    ['只有这张保单自己', [policy], 'new'],
    ['上一张正好脱保满 12 个月', [earlier('2025-09-14')], 'new'],
    ['上一张差一天满 12 个月', [earlier('2025-09-15')], 'existing'],
    ['上一张还没到期', [earlier('2026-12-31')], 'existing'],
    ['同一辆车，换了投保人', [earlier('2026-03-01', { holderId: 'li' })], 'existing'],
    ['同一位投保人，换了车', [earlier('2026-03-01', { vehicleId: 'other' })], 'existing'],
    ['别人别的车', [earlier('2026-03-01', { vehicleId: 'other', holderId: 'li' })], 'new'],
    ['两张里有一张算数', [earlier('2025-01-01'), earlier('2026-01-01', { vehicleId: 'other' })], 'existing'],
  ])('%s', (_name, others, kind) => expect(standing(...others).kind).toBe(kind))

  const cancelled = (on: string, hour = 10): KnownPolicy =>
    earlier('2026-12-31', { coverStartsOn: day('2026-01-01'), cancelledAt: at(on, hour), issuedAt: at('2025-09-01') })
  test.each<[string, KnownPolicy, 'new' | 'existing']>([
    ['起保前一天退保，从未生效', cancelled('2025-12-31'), 'new'],
    ['起保当天退保，生效过', cancelled('2026-01-01', 0), 'existing'],
    ['退保后不满 12 个月', cancelled('2026-05-01'), 'existing'],
    [
      '退保后正好满 12 个月',
      earlier('2025-12-31', { coverStartsOn: day('2025-01-01'), cancelledAt: at('2025-09-14', 23) }),
      'new',
    ],
    [
      '退保后差一天满 12 个月',
      earlier('2025-12-31', { coverStartsOn: day('2025-01-01'), cancelledAt: at('2025-09-15', 0) }),
      'existing',
    ],
    ['到期以后才登记退保，按止期', earlier('2025-09-14', { cancelledAt: at('2025-10-20') }), 'new'],
  ])('%s', (_name, other, kind) => expect(standing(other).kind).toBe(kind))

  const second = (issuedOn: string): KnownPolicy => ({
    ...policy,
    policyNumber: 'SF20260915002',
    vehicleId: 'other',
    issuedAt: at(issuedOn, 0),
  })
  test.each<[string, KnownPolicy, 'new' | 'existing']>([
    ['同一天为第二辆车投保，都是新客户', second('2026-09-15'), 'new'],
    ['前一天已为另一辆车投保', second('2026-09-14'), 'existing'],
    ['以后才投保的不影响这一张', second('2026-09-16'), 'new'],
  ])('%s', (_name, other, kind) => expect(standing(other).kind).toBe(kind))

  test('月数由条款定', () => {
    const six = demoTerms({ eligibility: { newCustomerLapsedMonths: 6 } })
    expect(customerStanding(six, policy, [earlier('2026-03-14')]).kind).toBe('new')
    expect(customerStanding(six, policy, [earlier('2026-03-15')]).kind).toBe('existing')
  })
})

describe('说明只讲本人的保单', () => {
  test('本人的，写明保到哪天', () => {
    const answer = standing(earlier('2026-01-31', { vehicleId: 'other' }), earlier('2026-03-01'))
    expect(answer).toMatchObject({ why: expect.stringContaining('最后一张保到 2026 年 3 月 1 日') })
  })
  test('同一辆车上别人的，不写日期', () => {
    const answer = standing(earlier('2026-03-01', { holderId: 'li' }))
    expect(answer).toMatchObject({ why: '这辆车在投保前 12 个月内有过本公司保单' })
    expect(JSON.stringify(answer)).not.toMatch(/20\d\d 年/)
  })
})
