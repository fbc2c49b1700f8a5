import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStopped, type Stop, type SwitchTarget } from './stop'
import { SWITCH_LEAD_MS, start, stateOf, stop } from './switch'

const NOW = 1_000_000
const order = (what: SwitchTarget, now = NOW) => ({ campaignId: 'demo', what, now, by: 'chen', why: '合作方停业' })
const stopped = (what: SwitchTarget): Stop[] => stop([], order(what)) ?? []

describe('停的范围', () => {
  test.each<[string, SwitchTarget, SwitchTarget, boolean]>([
    ['停一项优惠，只停这一项', 'gift', 'gift', true],
    ['停一项优惠，别的照常', 'gift', 'renewal-discount', false],
    ['停一种奖品，别的奖品照常', 'prize:fuel', 'prize:wash', false],
    ['停一种奖品，抽奖照常', 'prize:fuel', 'prize-draw', false],
    ['停抽奖，每种奖品都停', 'prize-draw', 'prize:fuel', true],
    ['停抽奖，优惠照常', 'prize-draw', 'gift', false],
    ['停整个活动，优惠都停', 'campaign', 'referral-reward', true],
    ['停整个活动，奖品都停', 'campaign', 'prize:fuel', true],
    ['停一项优惠，活动照常', 'gift', 'campaign', false],
  ])('%s', (_name, what, asked, expected) => {
    expect(isStopped(stopped(what), asked, NOW + SWITCH_LEAD_MS)).toBe(expected)
  })
})

describe('从哪一刻起', () => {
  const again = start(stopped('gift'), order('gift', NOW + 60_000)) ?? []
  test.each([
    ['下令的那一刻还在给', stopped('gift'), NOW, false],
    ['生效前一毫秒还在给', stopped('gift'), NOW + SWITCH_LEAD_MS - 1, false],
    ['生效的那一毫秒起停', stopped('gift'), NOW + SWITCH_LEAD_MS, true],
    ['恢复生效前一毫秒还停着', again, NOW + 60_000 + SWITCH_LEAD_MS - 1, true],
    ['恢复生效的那一毫秒起给', again, NOW + 60_000 + SWITCH_LEAD_MS, false],
    ['恢复以后再查当时，仍然是停的', again, NOW + SWITCH_LEAD_MS, true],
  ])('%s', (_name, stops, at, expected) => {
    expect(isStopped(stops, 'gift', at)).toBe(expected)
  })

  test.each([
    ['没停过', [], NOW, 'on'],
    ['刚下令', stopped('gift'), NOW, 'stopping'],
    ['停着', stopped('gift'), NOW + SWITCH_LEAD_MS, 'stopped'],
    ['刚下令恢复', again, NOW + 60_000, 'starting'],
    ['恢复了', again, NOW + 60_000 + SWITCH_LEAD_MS, 'on'],
  ])('状态：%s', (_name, stops, at, expected) => {
    expect(stateOf(stops, 'gift', at).state).toBe(expected)
  })
})

test('停了再停、没停就恢复：什么都不变', () => {
  expect(stop(stopped('gift'), order('gift'))).toBeNull()
  expect(start([], order('gift'))).toBeNull()
  expect(start(stopped('gift'), order('prize-draw'))).toBeNull()
})

test('怎样停、怎样恢复，同一项的停从不重叠，也没有一条被删掉', () => {
  const orders = fc.array(fc.record({ stops: fc.boolean(), after: fc.integer({ min: 0, max: 30_000 }) }))
  fc.assert(
    fc.property(orders, (given) => {
      let stops: Stop[] = []
      let now = NOW
      for (const { stops: stopsIt, after } of given) {
        now += after
        const next = (stopsIt ? stop : start)(stops, order('gift', now)) ?? stops
        expect(next.length).toBeGreaterThanOrEqual(stops.length)
        stops = next
      }
      for (const [index, { fromAt, untilAt }] of stops.entries()) {
        expect(untilAt ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(fromAt)
        expect(untilAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
          stops[index + 1]?.fromAt ?? Number.POSITIVE_INFINITY,
        )
      }
    }),
  )
})
