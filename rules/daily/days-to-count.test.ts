import { describe, expect, test } from 'vitest'
import { day, endOf, startOf } from '#values/days'
import { daysToCount, FRESH_FOR_MS } from './days-to-count'

const period = { startsOn: day('2026-09-01'), endsOn: day('2026-09-30') }
const [first, second, fifth] = [day('2026-09-01'), day('2026-09-02'), day('2026-09-05')]
const morning = startOf(second) + 10 * 3_600_000

test('开始之前没有要数的；开始那天就数', () => {
  expect(daysToCount(period, [], startOf(first) - 1)).toEqual([])
  expect(daysToCount(period, [], startOf(first))).toEqual([first])
})

describe('当天的', () => {
  const past = { on: first, countedAt: endOf(first) }
  test.each([
    ['不满 15 分钟，不再数', FRESH_FOR_MS - 1, []],
    ['满 15 分钟，再数', FRESH_FOR_MS, [second]],
  ])('%s', (_name, age, expected) => {
    expect(daysToCount(period, [past, { on: second, countedAt: morning - age }], morning)).toEqual(expected)
  })
})

describe('过去的', () => {
  const today = (at: number) => ({ on: fifth, countedAt: at })
  const rest = [day('2026-09-02'), day('2026-09-03'), day('2026-09-04')].map((on) => ({ on, countedAt: endOf(on) }))
  test.each([
    ['当天没数完的，过后数一次', endOf(first) - 1, startOf(fifth) - 1, [first]],
    ['过后数过的，先放着', endOf(first), startOf(fifth) - 1, []],
    ['三天之后，迟到的保单都来了，再数一次定稿', startOf(fifth) - 1, startOf(fifth), [first]],
    ['定稿之后不再数', startOf(fifth), startOf(fifth), []],
  ])('%s', (_name, countedAt, now, expected) => {
    expect(daysToCount(period, [{ on: first, countedAt }, ...rest, today(now)], now)).toEqual(expected)
  })
})

test('停了很久，一次最多补八天；活动结束之后的天不数', () => {
  expect(daysToCount(period, [], startOf(day('2026-09-20')))).toHaveLength(8)
  const counted = Array.from({ length: 30 }, (_, index) => ({
    on: day(`2026-09-${String(index + 1).padStart(2, '0')}`),
    countedAt: startOf(day('2026-10-20')),
  }))
  expect(daysToCount(period, counted, startOf(day('2026-10-21')))).toEqual([])
})
