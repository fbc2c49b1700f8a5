import { describe, expect, test } from 'vitest'
import type { Failure } from '@/cloud/call'
import { type DrawPageEvent, type DrawPageState, drawPage, firstState } from './draw-machine'
import { chances, receipt, view } from './draw-page.fixture'

const offline: Failure = { ok: false, code: 'offline', message: '网络没有连上。' }
const noChance: Failure = { ok: false, code: 'no-chance-left', message: '今天的机会用完了，明天 0 点后再来。' }
const won = receipt({ kind: 'won', prizeId: 'fuel', benefitId: 'b1' }, 0)
const answer = { receipt: won, chances: chances({ left: 0, used: 1 }) }

const play = (events: DrawPageEvent[], from: DrawPageState = firstState(null)) => events.reduce(drawPage, from)
const opened: DrawPageEvent = { type: 'opened', view: view() }
const sent: DrawPageEvent = { type: 'draw-sent' }
const answered: DrawPageEvent = { type: 'draw-answered', answer }

describe('打开抽奖页', () => {
  test.each<[string, DrawPageState, Partial<DrawPageState>]>([
    ['第一次打开：骨架', firstState(null), { status: 'loading' }],
    ['上次的内容先显示', firstState(view()), { status: 'ready', fresh: false }],
    ['打开成功', play([opened]), { status: 'ready', fresh: true, run: { kind: 'idle' } }],
    ['打开失败', play([{ type: 'open-failed', failure: offline }]), { status: 'failed', failure: offline }],
    [
      '重新加载时回到骨架',
      play([{ type: 'open-failed', failure: offline }, { type: 'reloading' }]),
      { status: 'loading' },
    ],
    [
      '刷新失败：保留已显示的内容，说明原因',
      play([opened, { type: 'open-failed', failure: offline }]),
      { status: 'ready', view: view(), fresh: false, late: offline },
    ],
    [
      '恢复后重新变新',
      play([opened, { type: 'open-failed', failure: offline }, opened]),
      { status: 'ready', fresh: true, late: null },
    ],
  ])('%s', (_name, state, expected) => {
    expect(state).toMatchObject(expected)
  })
})

describe('一次抽奖', () => {
  test.each<[string, DrawPageEvent[], object]>([
    ['按下后等待', [sent], { run: { kind: 'waiting' } }],
    ['回答后走向中奖格', [sent, answered], { run: { kind: 'landing', answer, cell: 0 } }],
    ['走到之前不改剩余次数', [sent, answered], { view: { chances: { left: 1 } } }],
    [
      '走到之后显示结果和剩余次数',
      [sent, answered, { type: 'landed' }],
      { run: { kind: 'shown', receipt: won }, view: { chances: { left: 0 }, latest: won } },
    ],
    ['关闭后可以再抽', [sent, answered, { type: 'landed' }, { type: 'closed' }], { run: { kind: 'idle' } }],
    [
      '被拒绝时说明原因，不改剩余次数',
      [sent, { type: 'draw-refused', failure: noChance }],
      { run: { kind: 'refused', failure: noChance }, view: { chances: { left: 1 } } },
    ],
    [
      '没收到结果时可以再取一次',
      [sent, { type: 'draw-refused', failure: offline }, sent],
      { run: { kind: 'waiting' } },
    ],
    ['等待中刷新页面不打断抽奖', [sent, opened], { run: { kind: 'waiting' } }],
    ['结果显示时不能再按', [sent, answered, { type: 'landed' }, sent], { run: { kind: 'shown' } }],
    ['没有按下时，迟到的回答不起作用', [answered], { run: { kind: 'idle' } }],
    ['走动时不能关闭', [sent, answered, { type: 'closed' }], { run: { kind: 'landing' } }],
    [
      '分享后得到机会',
      [{ type: 'chances-changed', chances: chances({ left: 2 }) }],
      { run: { kind: 'idle' }, view: { chances: { left: 2 } } },
    ],
  ])('%s', (_name, events, expected) => {
    expect(play([opened, ...events])).toMatchObject(expected)
  })

  test('页面还没打开时，抽奖事件不起作用', () => {
    expect(play([sent, answered])).toEqual({ status: 'loading' })
  })
})
