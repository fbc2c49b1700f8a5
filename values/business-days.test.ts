import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addBusinessDays, BeyondCalendarError, calendarYears, isBusinessDay } from './business-days'
import { addDays, day } from './days'

describe('工作日按国务院放假安排', () => {
  test.each([
    ['普通周五', '2026-11-13', true],
    ['普通周六', '2026-11-14', false],
    ['国庆节前一天（周三）', '2026-09-30', true],
    ['国庆节第一天', '2026-10-01', false],
    ['国庆假期最后一天（周三）', '2026-10-07', false],
    ['国庆后第一个工作日', '2026-10-08', true],
    ['国庆调休的周日', '2026-09-20', true],
    ['国庆调休的周六', '2026-10-10', true],
    ['春节调休的周六', '2026-02-14', true],
    ['除夕（放假）', '2026-02-16', false],
  ])('%s', (_name, on, works) => {
    expect(isBusinessDay(day(on))).toBe(works)
  })

  test.each([
    ['周六结束，10 个工作日', '2026-10-31', 10, '2026-11-13'],
    ['当天不计', '2026-11-13', 1, '2026-11-16'],
    ['0 个工作日是当天', '2026-11-14', 0, '2026-11-14'],
    ['跨国庆：10 月 8、9、10 日都上班', '2026-09-30', 3, '2026-10-10'],
  ])('%s', (_name, from, count, until) => {
    expect(addBusinessDays(day(from), count)).toBe(until)
  })
})

describe('日历以外的年份', () => {
  test('最后一年的最后一天还知道', () => {
    expect(calendarYears.last).toBeGreaterThanOrEqual(2026)
    expect(typeof isBusinessDay(day(`${calendarYears.last}-12-31`))).toBe('boolean')
  })
  test('之后一天不知道：不悄悄按周末推算', () => {
    const on = day(`${calendarYears.last + 1}-01-01`)
    expect(() => isBusinessDay(on)).toThrow(BeyondCalendarError)
    expect(() => addBusinessDays(day(`${calendarYears.last}-12-31`), 1)).toThrow(BeyondCalendarError)
  })
  test('第一年之前不知道', () => {
    expect(typeof isBusinessDay(day(`${calendarYears.first}-01-01`))).toBe('boolean')
    expect(() => isBusinessDay(day(`${calendarYears.first - 1}-12-31`))).toThrow(BeyondCalendarError)
  })
  test('活动文件逐日写明的，按写明的算', () => {
    const overrides = [
      { on: day('2027-01-01'), working: false },
      { on: day('2027-01-04'), working: true },
    ]
    expect(isBusinessDay(day('2027-01-04'), overrides)).toBe(true)
    expect(isBusinessDay(day('2027-01-01'), overrides)).toBe(false)
    expect(() => isBusinessDay(day('2027-01-05'), overrides)).toThrow(BeyondCalendarError)
  })
})

test('调整优先于日历', () => {
  const overrides = [
    { on: day('2026-11-02'), working: false },
    { on: day('2026-11-07'), working: true },
  ]
  expect(addBusinessDays(day('2026-10-31'), 5, overrides)).toBe('2026-11-07')
})

test('规律：两段工作日相加等于一次加完，且结果总是工作日', () => {
  const from = fc.integer({ min: 0, max: 200 }).map((offset) => addDays(day('2026-01-01'), offset))
  const count = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(from, count, count, (start, first, second) => {
      const once = addBusinessDays(start, first + second)
      expect(addBusinessDays(addBusinessDays(start, first), second)).toBe(once)
      expect(isBusinessDay(once)).toBe(true)
      expect(once > start).toBe(true)
    }),
  )
})

test('规律：查表得到的，与一天一天数出来的相同，跨年也一样', () => {
  // 有调整时逐日数：这一条调整与这些日子无关。
  const elsewhere = [{ on: day('2010-01-01'), working: false }]
  const from = fc.integer({ min: 0, max: 1_000 }).map((offset) => addDays(day('2023-12-01'), offset))
  fc.assert(
    fc.property(from, fc.integer({ min: 0, max: 60 }), (start, count) => {
      expect(addBusinessDays(start, count)).toBe(addBusinessDays(start, count, elsewhere))
    }),
  )
  expect(addBusinessDays(day(`${calendarYears.first - 1}-12-31`), 1)).toBe(
    addBusinessDays(day(`${calendarYears.first - 1}-12-31`), 1, elsewhere),
  )
})

test.each([-1, 1.5, Number.NaN])('%s 不是工作日数', (count) => {
  expect(() => addBusinessDays(day('2026-11-02'), count)).toThrow(RangeError)
})
