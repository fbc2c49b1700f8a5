import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { drawRecord } from '../../tests/fixtures/draw-book'
import { demoTerms } from '../../tests/fixtures/terms'
import type { DrawBook } from '../prize-draw/draw-book'
import { countChances } from './chances'
import { decideVisit } from './share'

const on = day('2026-09-08')
const noon = startOf(on) + 12 * 3_600_000
type Facts = Pick<DrawBook, 'draws' | 'shareCredits'>
const drawn = (...days: string[]): Facts['draws'] =>
  days.map((one, index) => drawRecord({ on: day(one), ordinal: index + 1, nonce: String(index) }))
const shared = (...days: string[]): Facts['shareCredits'] =>
  days.map((one) => ({ on: day(one), via: 'on-share', at: 0 }))

describe('今天还有几次机会', () => {
  test.each([
    ['没抽过', [], [], { left: 1, used: 0, sharedToday: false }],
    ['抽过一次', ['2026-09-08'], [], { left: 0, used: 1, sharedToday: false }],
    ['分享过，没抽', [], ['2026-09-08'], { left: 2, used: 0, sharedToday: true }],
    ['分享过，抽过一次', ['2026-09-08'], ['2026-09-08'], { left: 1, used: 1, sharedToday: true }],
    ['分享过，抽过两次', ['2026-09-08', '2026-09-08'], ['2026-09-08'], { left: 0, used: 2, sharedToday: true }],
    ['昨天的机会不带到今天', [], ['2026-09-07'], { left: 1, used: 0, sharedToday: false }],
    ['昨天抽过不影响今天', ['2026-09-07', '2026-09-07'], ['2026-09-07'], { left: 1, used: 0, sharedToday: false }],
  ])('%s', (_name, draws, shares, expected) => {
    expect(countChances(demoTerms(), { draws: drawn(...draws), shareCredits: shared(...shares) }, noon)).toMatchObject(
      expected,
    )
  })

  test('条款关闭分享后，以前记下的分享不再给机会', () => {
    const terms = demoTerms({ prizeDraw: { shareChance: { mode: 'off' } } })
    expect(countChances(terms, { draws: [], shareCredits: shared('2026-09-08') }, noon).left).toBe(1)
  })

  test.each([
    ['当天 23:59:59.999 还是今天', startOf(day('2026-09-09')) - 1, '2026-09-08', startOf(day('2026-09-09'))],
    ['0 点整就是新的一天', startOf(day('2026-09-09')), '2026-09-09', startOf(day('2026-09-10'))],
    ['最后一天之后没有下一次', startOf(day('2026-10-31')), '2026-10-31', null],
    ['倒数第二天还有下一次', startOf(day('2026-10-30')), '2026-10-30', startOf(day('2026-10-31'))],
  ])('%s', (_name, now, today, nextFreeAt) => {
    expect(countChances(demoTerms(), { draws: [], shareCredits: [] }, now)).toMatchObject({ on: today, nextFreeAt })
  })
})

describe('从分享进来的人算不算', () => {
  const terms = (mode: 'off' | 'on-share' | 'on-visit') =>
    demoTerms({ prizeDraw: { shareChance: { mode, visitorCounts: 'once-a-day' } } })
  const visit = { sharer: 'lin', visitor: 'wang', scene: 1155, on }

  test.each([
    ['朋友圈单页打开小程序', 1155, 'counts'],
    ['长按海报上的小程序码', 1048, 'counts'],
    ['聊天里的卡片', 1007, 'does-not-count'],
    ['朋友圈单页模式里（还没打开小程序）', 1154, 'does-not-count'],
  ])('%s', (_name, scene, kind) => {
    expect(decideVisit(terms('on-visit'), { ...visit, scene }).kind).toBe(kind)
  })

  test.each(['off', 'on-share'] as const)('方式为 %s 时，来访不算', (mode) => {
    expect(decideVisit(terms(mode), visit)).toEqual({ kind: 'does-not-count', reason: 'mode' })
  })

  test('自己点自己的不算', () => {
    expect(decideVisit(terms('on-visit'), { ...visit, visitor: 'lin' })).toEqual({
      kind: 'does-not-count',
      reason: 'oneself',
    })
  })

  test('每天计一次：同一天同一个来访只有一个名字，换一天、换一个人就是另一个', () => {
    const keyOf = (changes: Partial<typeof visit>) => {
      const decision = decideVisit(terms('on-visit'), { ...visit, ...changes })
      return decision.kind === 'counts' ? decision.visitKey : null
    }
    expect(keyOf({})).toBe(keyOf({ scene: 1048 }))
    const others = [keyOf({ on: day('2026-09-09') }), keyOf({ visitor: 'zhao' }), keyOf({ sharer: 'zhao' })]
    expect(new Set([keyOf({}), ...others]).size).toBe(4)
  })
})
