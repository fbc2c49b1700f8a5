import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { fen } from '#values/money'
import { eventFacts, lastYear, policy, renewal, written } from '../../tests/fixtures/policy'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import { addsUp } from '../benefit/statement'
import type { Policy } from '../policy/policy'
import { decidePolicyEvent } from './decide-policy-event'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'

type Facts = Partial<PolicyEventFacts> & { policy: Policy }
const decide = (facts: Facts, terms: TermsOverrides = {}): LedgerChange[] =>
  decidePolicyEvent(demoTerms(terms), eventFacts(facts))
/** The ledger after the event. */
const ledgerAfter = (facts: Facts, terms: TermsOverrides = {}): PolicyBenefit[] =>
  written(facts.ledger ?? [], decide(facts, terms))
const entry = (ledger: readonly PolicyBenefit[], rule: PolicyBenefit['rule']): PolicyBenefit => {
  const found = ledger.find((one) => one.rule === rule)
  if (!found) throw new Error(`no ${rule} in the ledger`)
  return found
}
const states = (ledger: readonly PolicyBenefit[]) =>
  Object.fromEntries(
    ledger.map(({ rule, decision, status, amountFen }) => [rule, [decision.kind, status.kind, amountFen]]),
  )
const adviceIn = ({ statement }: PolicyBenefit) =>
  statement.filter(({ kind }) => kind === 'advice').map(({ value }) => value)
const at = (on: string) => startOf(day(on)) + 3_600_000

const renewed = (changes: Partial<Policy> = {}, facts: Partial<Facts> = {}): Facts => ({
  policy: renewal(changes),
  previous: lastYear(),
  ...facts,
})

describe('出单', () => {
  test('续保，上年未出险：折扣已随保单给付，返还和礼品待审核', () => {
    const ledger = ledgerAfter(renewed())
    expect(states(ledger)).toEqual({
      gift: ['granted', 'pending', 19_900],
      'renewal-discount': ['granted', 'fulfilled', 63_800],
      'renewal-rebate': ['granted', 'pending', 20_000],
    })
    expect(entry(ledger, 'renewal-rebate')).toMatchObject({
      _id: 'demo-2026-autumn.DEMO20260001.renewal-rebate',
      dueOn: '2026-09-29',
      budgetLine: 'premium-rebates',
      costFen: 20_000,
      branchCode: 'DEMO01',
      sequence: 1,
      version: 1,
    })
  })

  test('新保：折扣已给付，礼包可以使用，首年返还先记下承诺', () => {
    const ledger = ledgerAfter({ policy: policy() })
    expect(states(ledger)).toEqual({
      'service-pack': ['granted', 'approved', 60_000],
      'new-customer-discount': ['granted', 'fulfilled', 22_000],
      'first-year-rebate': ['granted', 'pending', 22_000],
    })
  })

  test('转保与新保相同', () => {
    const kinds = (one: Policy) => ledgerAfter({ policy: one }).map(({ rule }) => rule)
    expect(kinds(policy({ businessKind: 'transfer' }))).toEqual(kinds(policy()))
  })

  test('推荐来的新客户折扣更多', () => {
    const invited = entry(ledgerAfter({ policy: policy(), invitedBy: '李**' }), 'new-customer-discount')
    expect(invited.amountFen).toBe(30_360)
  })

  test('新保，但投保人已有保单：三项都不给，写明原因', () => {
    const related = [lastYear({ vehicleId: 'c'.repeat(32) })]
    const ledger = ledgerAfter({ policy: policy(), related })
    expect(ledger.map(({ decision, status }) => [decision.kind, status.kind])).toEqual(
      Array(3).fill(['not-granted', 'refused']),
    )
    expect(entry(ledger, 'new-customer-discount').statement.some(({ kind }) => kind === 'advice')).toBe(true)
  })

  test.each([
    ['开始前一天', '2026-08-31', 0],
    ['开始当天', '2026-09-01', 3],
    ['结束当天', '2026-10-31', 3],
    ['结束后一天', '2026-11-01', 0],
  ])('%s出单', (_name, on, entries) => {
    expect(decide({ policy: policy({ issuedAt: at(on) }) })).toHaveLength(entries)
  })

  test.each([
    ['活动开始前一天到期', '2026-08-31', 'not-granted'],
    ['活动开始当天到期', '2026-09-01', 'granted'],
    ['活动结束当天到期', '2026-10-31', 'granted'],
    ['活动结束后一天到期', '2026-11-01', 'not-granted'],
  ])('上年保单%s', (_name, coverEndsOn, kind) => {
    const ledger = ledgerAfter(renewed({}, { previous: lastYear({ coverEndsOn: day(coverEndsOn) }) }))
    expect(ledger.map(({ decision }) => decision.kind)).toEqual(Array(3).fill(kind))
  })

  test('没有开放的一项不记', () => {
    const ledger = ledgerAfter(renewed(), { renewalRebate: { enabled: false } })
    expect(ledger.map(({ rule }) => rule)).toEqual(['gift', 'renewal-discount'])
  })

  test('礼品送完', () => {
    const gift = entry(ledgerAfter(renewed({}, { giftsOut: new Set(['dash-camera']) })), 'gift')
    expect(gift).toMatchObject({ decision: { kind: 'not-granted', why: '行车记录仪已经送完' }, giftId: null })
  })
})

test('上年保单不在活动期间到期：不给，写明哪几天到期的才有', () => {
  const ledger = ledgerAfter(renewed({}, { previous: lastYear({ coverEndsOn: day('2026-11-01') }) }))
  expect(states(ledger)['renewal-rebate']).toEqual(['not-granted', 'refused', 0])
  expect(adviceIn(entry(ledger, 'renewal-rebate'))).toEqual([
    '上年保单在 2026 年 9 月 1 日至 2026 年 10 月 31 日（含当日）之间到期、在活动期间续保的，才有续保优惠。',
  ])
})

describe('上限', () => {
  const other = (changes: Partial<Policy>): PolicyBenefit[] =>
    ledgerAfter({ policy: policy({ policyNumber: 'DEMO20260099', ...changes }) })

  test('这辆车已有一张保单享受：不给；那张退保后，可以给', () => {
    const ledger = other({ holderId: 'd'.repeat(32) })
    const refused = ledgerAfter(renewed({}, { ledger }))
    expect(entry(refused, 'renewal-rebate').decision).toEqual({
      kind: 'not-granted',
      why: '每辆车最多 1 张保单享受优惠，这辆车已有 1 张',
    })
    expect(adviceIn(entry(refused, 'renewal-rebate'))).toEqual(['已享受的那张保单退保、优惠收回的，不再占用名额。'])
    const cancelled = policy({ policyNumber: 'DEMO20260099', holderId: 'd'.repeat(32), state: 'cancelled' })
    const freed = ledgerAfter({ policy: cancelled, ledger })
    expect(entry(ledgerAfter(renewed({}, { ledger: freed })), 'renewal-rebate').decision.kind).toBe('granted')
  })

  test.each([
    ['已有一辆，最多两辆', 2, 'granted'],
    ['已有一辆，最多一辆', 1, 'not-granted'],
    ['不限', null, 'granted'],
  ])('同一投保人的车：%s', (_name, vehiclesPerCustomer, kind) => {
    const ledger = other({ vehicleId: 'c'.repeat(32) })
    const mine = ledgerAfter(renewed({}, { ledger }), { offerLimits: { vehiclesPerCustomer } }).filter(
      ({ policyNumber }) => policyNumber === 'DEMO20260001',
    )
    expect(mine.map(({ decision }) => decision.kind)).toEqual(Array(3).fill(kind))
  })

  test('投保人优惠合计有上限：给到上限，明细写明', () => {
    const ledger = other({ vehicleId: 'c'.repeat(32) })
    // The other vehicle's 1,040.00 leaves 960.00: the gift 199.00, the discount 638.00, and 123.00 of the rebate's 200.00.
    const mine = ledgerAfter(renewed({}, { ledger }), { offerLimits: { totalPerCustomerFen: fen(200_000) } })
    const rebate = mine.find(({ _id }) => _id.endsWith('DEMO20260001.renewal-rebate'))
    expect(rebate?.amountFen).toBe(12_300)
    expect(rebate?.statement.map(({ label, value, note }) => [label, value, note]).slice(2, 4)).toEqual([
      ['未出险返还', '¥200.00', '上年商业险保费 ¥5,000.00 的 4%（¥3,000（含）至 ¥6,000这一档）'],
      ['超出上限的部分', '-¥77.00', '每位投保人的优惠合计不超过 ¥2,000'],
    ])
    expect(addsUp(rebate?.statement ?? [], fen(12_300))).toBe(true)
  })

  test.each([
    ['保费正好等于礼品价值', 8_900, 8_900],
    ['保费比礼品少一分：没有礼品', 8_899, 0],
  ])('一张保单的优惠不超过保费：%s', (_name, premium, gift) => {
    const ledger = ledgerAfter(
      renewed({ commercialPremiumFen: fen(premium) }, { previous: lastYear({ commercialPremiumFen: fen(100_000) }) }),
    )
    expect(entry(ledger, 'gift').amountFen).toBe(gift)
    if (gift === 0)
      expect(adviceIn(entry(ledger, 'gift'))).toEqual(['价值 ¥89.00，只整份给；商业险保费更高的保单，上限也更高。'])
    expect(ledger.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)).toBeLessThanOrEqual(premium)
  })
})

describe('待核实', () => {
  test('上年保单还没有传来：返还和礼品没有金额；传来后算出', () => {
    const before = ledgerAfter(renewed({}, { previous: null }))
    expect(states(before)).toEqual({
      gift: ['to-verify', 'pending', null],
      'renewal-discount': ['granted', 'fulfilled', 63_800],
      'renewal-rebate': ['to-verify', 'pending', null],
    })
    const changes = decide(renewed({}, { ledger: before }))
    expect(changes.map(({ kind }) => kind)).toEqual(['decide-again', 'decide-again'])
    expect(states(written(before, changes))).toMatchObject({
      gift: ['granted', 'pending', 19_900],
      'renewal-rebate': ['granted', 'pending', 20_000],
    })
  })

  test('出险次数后来才知道：折扣要人核对批改，不当作已经给付', () => {
    const before = ledgerAfter(renewed({ claimsLastYear: 'unknown' }))
    expect(states(before)['renewal-discount']).toEqual(['to-verify', 'pending', null])
    const after = ledgerAfter(renewed({ claimsLastYear: 1, sequence: 2 }, { ledger: before }))
    expect(entry(after, 'renewal-discount')).toMatchObject({
      amountFen: 51_920,
      status: { kind: 'pending' },
      needsReview: '出单后才核实，没有随保单给付，请核对核心系统是否批改',
      sequence: 2,
      version: 2,
    })
  })
})

describe('出险次数更新', () => {
  test('没给的重新算，给了的交人核对', () => {
    const before = ledgerAfter(renewed())
    const changes = decide(renewed({ claimsLastYear: 2, sequence: 2 }, { ledger: before }))
    expect(changes.map(({ kind, benefit }) => [benefit.rule, kind])).toEqual([
      ['renewal-discount', 'review'],
      ['renewal-rebate', 'decide-again'],
    ])
    const after = written(before, changes)
    expect(entry(after, 'renewal-discount')).toMatchObject({
      amountFen: 63_800,
      status: { kind: 'fulfilled' },
      needsReview: '保单资料有更新：已给 ¥638.00，按条款应为 ¥440.00',
    })
    expect(entry(after, 'renewal-rebate')).toMatchObject({ amountFen: 5_000, status: { kind: 'pending' }, version: 2 })
  })

  test('又改回原来的次数：不再需要核对', () => {
    const before = ledgerAfter(renewed())
    const changed = ledgerAfter(renewed({ claimsLastYear: 2, sequence: 2 }, { ledger: before }))
    const back = ledgerAfter(renewed({ sequence: 3 }, { ledger: changed }))
    expect(entry(back, 'renewal-discount').needsReview).toBeNull()
    expect(entry(back, 'renewal-rebate').amountFen).toBe(20_000)
  })

  test('变成三次：返还不给，写明未出险可得多少；变回来又待审核', () => {
    const before = ledgerAfter(renewed())
    const refused = ledgerAfter(renewed({ claimsLastYear: 3, sequence: 2 }, { ledger: before }))
    expect(entry(refused, 'renewal-rebate')).toMatchObject({
      decision: { kind: 'not-granted' },
      status: { kind: 'refused', by: 'system' },
      amountFen: 0,
    })
    const back = ledgerAfter(renewed({ claimsLastYear: 0, sequence: 3 }, { ledger: refused }))
    expect(entry(back, 'renewal-rebate')).toMatchObject({ status: { kind: 'pending' }, amountFen: 20_000 })
  })

  test('人已经不予批准的，不再改', () => {
    const before = ledgerAfter(renewed()).map(
      (one): PolicyBenefit =>
        one.rule === 'renewal-rebate'
          ? { ...one, status: { kind: 'refused', at: 1, by: 'zhao', why: '资料不全' } }
          : one,
    )
    const changes = decide(renewed({ claimsLastYear: 1, sequence: 2 }, { ledger: before }))
    expect(changes.map(({ benefit }) => benefit.rule)).toEqual(['renewal-discount'])
  })
})

describe('退保', () => {
  test('没给的不再给，给了的收回', () => {
    const before = ledgerAfter(renewed())
    const after = ledgerAfter(renewed({ state: 'cancelled', sequence: 2 }, { ledger: before }))
    expect(after.map(({ rule, status }) => [rule, status.kind])).toEqual([
      ['gift', 'refused'],
      ['renewal-discount', 'clawed-back'],
      ['renewal-rebate', 'refused'],
    ])
    expect(entry(after, 'renewal-discount').status).toMatchObject({ by: 'system', why: '保单 DEMO****0001 已退保' })
  })
  test('礼包和承诺也收回', () => {
    const before = ledgerAfter({ policy: policy() })
    const after = ledgerAfter({ policy: policy({ state: 'cancelled' }), ledger: before })
    expect(after.map(({ status }) => status.kind)).toEqual(['refused', 'clawed-back', 'refused'])
  })
  test('没有记过的，退保不记', () => {
    expect(decide(renewed({ state: 'cancelled' }))).toEqual([])
  })
})

test('业务类型更正为续保：新客户的权益交人核对或不再给，续保的照给', () => {
  const before = ledgerAfter({ policy: policy() })
  const after = ledgerAfter(renewed({ sequence: 2 }, { ledger: before }))
  expect(states(after)).toMatchObject({
    'first-year-rebate': ['not-granted', 'refused', 0],
    'renewal-discount': ['granted', 'fulfilled', 63_800],
  })
  expect(entry(after, 'new-customer-discount').needsReview).toContain('保单的业务类型已更正')
})
