import { describe, expect, test } from 'vitest'
import { centreTexts, drawGate, leadsOn } from './draw-gate'
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
    ['机会用完', { chances: chances({ left: 0, used: 1 }) }, { kind: 'no-chance-left', again: true }],
    [
      '机会用完，今天已经分享过，也是最后一天',
      {
        chances: chances({
          left: 0,
          nextFreeAt: null,
          share: { mode: 'on-share', state: 'granted', shareId: 'AbCd1234EfGh5678' },
        }),
      },
      { kind: 'no-chance-left', again: false },
    ],
    [
      '已结束而机会还有：以结束为准',
      { campaign: { ...campaign, phase: 'closed' as const }, chances: chances({ left: 2 }) },
      { kind: 'over' },
    ],
    ['停止且机会用完：以停止为准', { drawOpen: false, chances: chances({ left: 0 }) }, { kind: 'stopped' }],
  ])('%s', (_name, change, expected) => {
    expect(drawGate(view(change))).toEqual(expected)
  })

  test.each([
    ['剩余次数', { kind: 'open', left: 2 } as const, '抽奖，剩 2 次', true],
    ['明天', { kind: 'no-chance-left', again: true } as const, '已抽完，明天再来', false],
    ['没有明天', { kind: 'no-chance-left', again: false } as const, '已抽完，感谢参与', false],
    ['停止', { kind: 'stopped' } as const, '暂停，稍后再来', false],
  ])('按钮上写着%s，能按才按得动', (_name, gate, text, pressable) => {
    const { main, sub } = centreTexts(gate)
    expect(`${main}，${sub}`).toBe(text)
    expect(leadsOn(gate)).toBe(pressable)
  })
})
