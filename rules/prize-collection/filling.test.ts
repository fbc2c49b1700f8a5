import { describe, expect, test } from 'vitest'
import { day, endOf, startOf } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { decideFilling, type FillingFacts, fillUntilOn, isForfeited } from './filling'
import { alternateUntilOn, correctUntilOn, handOverDueOn, isOverdue, verifyDueOn } from './promise'

const terms = demoTerms({ prizeDraw: { collection: { opensOn: day('2026-09-05') } } })
const opensOn = day('2026-09-05')
/** Ten working days after 2026-10-31. */
const untilOn = day('2026-11-13')
const facts = (change: Partial<FillingFacts> = {}): FillingFacts => ({
  step: null,
  returnedAt: null,
  alternateUntilOn: null,
  ...change,
})
const reasonAt = (now: number, of = facts()) => {
  const decision = decideFilling(terms, of, now)
  return decision.kind === 'refused' ? decision.reason : null
}

describe('什么时候可以填写', () => {
  test.each([
    ['开始填写日前最后一刻', startOf(opensOn) - 1, 'collection-not-open'],
    ['开始填写日 0 点', startOf(opensOn), null],
    ['截止日 24 点前', endOf(untilOn) - 1, null],
    ['过了截止日', endOf(untilOn), 'collection-closed'],
  ])('%s', (_name, now, reason) => expect(reasonAt(now)).toBe(reason))

  test.each([
    ['没有填过', null, 'collection-closed'],
    ['只存了草稿', 'draft', 'collection-closed'],
    ['已按时提交，核实前还可以改', 'submitted', null],
    ['很早以前退回的', 'returned', 'collection-closed'],
  ] as const)('过了截止日：%s', (_name, step, reason) => {
    expect(reasonAt(endOf(untilOn), facts({ step }))).toBe(reason)
  })
})

describe('退回后有改正的时间：5 个工作日，不早于截止日', () => {
  const late = startOf(day('2026-11-12'))
  test.each([
    ['很早退回：仍是截止日', startOf(day('2026-10-12')), '2026-11-13'],
    ['截止日前退回：第 5 个工作日', late, '2026-11-19'],
  ])('%s', (_name, returnedAt, until) => {
    expect(fillUntilOn(terms, facts({ returnedAt }))).toBe(until)
  })
  test.each([
    ['改正期最后一刻', endOf(day('2026-11-19')) - 1, null],
    ['过了改正期', endOf(day('2026-11-19')), 'collection-closed'],
  ])('%s', (_name, now, reason) => expect(reasonAt(now, facts({ step: 'returned', returnedAt: late }))).toBe(reason))
})

describe('补发给候补的人：从补发次日起另有 10 个工作日', () => {
  const alternate = facts({ alternateUntilOn: alternateUntilOn(terms, day('2026-11-14')) })
  test('周六补发，第 10 个工作日是周五', () => expect(fillUntilOn(terms, alternate)).toBe('2026-11-27'))
  test.each([
    ['最后一刻', endOf(day('2026-11-27')) - 1, null],
    ['过了最后一天', endOf(day('2026-11-27')), 'collection-closed'],
  ])('%s', (_name, now, reason) => expect(reasonAt(now, alternate)).toBe(reason))
  test('条款写明不补发：没有这一天', () => {
    const none = demoTerms({ prizeDraw: { collection: { alternateWithinWorkingDays: null } } })
    expect(alternateUntilOn(none, day('2026-11-14'))).toBeNull()
  })
})

describe('逾期视为放弃', () => {
  test.each([
    ['截止日当天', null, '2026-11-13', false],
    ['次日，没有填过', null, '2026-11-14', true],
    ['次日，只有草稿', 'draft', '2026-11-14', true],
    ['一个月后，按时提交的还在等核实', 'submitted', '2026-12-14', false],
  ] as const)('%s', (_name, step, today, forfeited) => {
    expect(isForfeited(terms, facts({ step }), day(today))).toBe(forfeited)
  })
})

describe('承诺的日子', () => {
  test('周五提交，3 个工作日是下周三；核实后 5 个工作日', () => {
    expect(verifyDueOn(terms, day('2026-11-13'))).toBe('2026-11-18')
    expect(handOverDueOn(terms, day('2026-11-18'))).toBe('2026-11-25')
    expect(correctUntilOn(terms, day('2026-11-12'))).toBe('2026-11-19')
  })
  test('还没有公布的年份：不写日子，也不出错', () => {
    expect(handOverDueOn(terms, day('2026-12-31'))).toBeNull()
  })
  test.each([
    ['到期当天', '2026-11-25', false],
    ['次日', '2026-11-26', true],
  ])('%s', (_name, today, overdue) => expect(isOverdue(day('2026-11-25'), day(today))).toBe(overdue))
  test('没有日子的不算逾期', () => expect(isOverdue(null, day('2027-11-26'))).toBe(false))
})
