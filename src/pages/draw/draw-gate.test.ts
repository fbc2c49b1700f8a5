import { describe, expect, test } from 'vitest'
import { centreTexts, drawGate } from './draw-gate'
import { chances, view } from './draw-page.fixture'

const campaign = view().campaign
const notFollowing = { following: false, accountName: '示范车险服务' }

describe('能不能抽奖', () => {
  test.each([
    ['进行中，有机会', {}, { kind: 'open', left: 1 }],
    ['准备期', { campaign: { ...campaign, phase: 'preparation' as const } }, { kind: 'not-begun' }],
    ['预热期', { campaign: { ...campaign, phase: 'warm-up' as const } }, { kind: 'not-begun' }],
    ['领奖期', { campaign: { ...campaign, phase: 'collection' as const } }, { kind: 'over' }],
    ['已收尾', { campaign: { ...campaign, phase: 'closed' as const } }, { kind: 'over' }],
    ['工作人员已停止抽奖', { drawOpen: false }, { kind: 'stopped' }],
    ['须关注而没有关注', { follow: { gate: 'required' as const, ...notFollowing } }, { kind: 'not-following' }],
    [
      '须关注，已经关注',
      { follow: { gate: 'required' as const, ...notFollowing, following: true } },
      { kind: 'open', left: 1 },
    ],
    ['只提示关注', { follow: { gate: 'prompt' as const, ...notFollowing } }, { kind: 'open', left: 1 }],
    ['机会用完', { chances: chances({ left: 0, used: 1 }) }, { kind: 'no-chance-left' }],
    [
      '已结束而机会还有：以结束为准',
      { campaign: { ...campaign, phase: 'closed' as const }, chances: chances({ left: 2 }) },
      { kind: 'over' },
    ],
    ['停止且机会用完：以停止为准', { drawOpen: false, chances: chances({ left: 0 }) }, { kind: 'stopped' }],
  ])('%s', (_name, change, expected) => {
    expect(drawGate(view(change))).toEqual(expected)
  })

  test('按钮上写着剩余次数', () => {
    expect(centreTexts({ kind: 'open', left: 2 })).toEqual({ main: '抽奖', sub: '剩 2 次' })
  })
})
