import { expect, test } from 'vitest'
import { chances, view } from './draw-page.fixture'
import { noticeText } from './notice-text'

const given = view()
const paused = (what: string) =>
  view({ campaign: { ...given.campaign, paused: [{ what, title: '', sentence: '暂停的说明。' }] } })
const collection = view({ campaign: { ...given.campaign, phase: 'collection' } })
const allGone = view({ prizes: given.prizes.map((prize) => ({ ...prize, left: 0 })) })
const shared = view({ chances: chances({ left: 0, share: { mode: 'off' } }) })

test.each([
  ['可以抽奖：没有提示', noticeText({ kind: 'open', left: 1 }, given), null],
  ['奖品全部发完', noticeText({ kind: 'open', left: 1 }, allGone), '奖品已经全部发完：仍可抽奖，但不会再有奖品。'],
  ['一种奖品暂停', noticeText({ kind: 'open', left: 1 }, paused('prize:fuel')), '暂停的说明。'],
  ['整个活动暂停', noticeText({ kind: 'stopped' }, paused('campaign')), '暂停的说明。'],
  ['停的是别的，抽奖不提', noticeText({ kind: 'open', left: 1 }, paused('gift')), null],
  ['没有开始', noticeText({ kind: 'not-begun' }, given), '活动 9 月 1 日 0 点开始，现在可以先看规则和奖品。'],
  [
    '领奖期写明最后一天',
    noticeText({ kind: 'over' }, collection),
    '抽奖已经结束。中奖的奖品请在 10 月 20 日前（含当日）到“我的”填写领奖信息。',
  ],
  ['须关注', noticeText({ kind: 'not-following' }, given), '关注公众号“示范车险服务”后即可抽奖。'],
  [
    '用完，还能分享',
    noticeText({ kind: 'no-chance-left', again: true }, given),
    '今天的机会用完了。点击分享到朋友圈，再得一次机会。',
  ],
  [
    '用完，不能分享',
    noticeText({ kind: 'no-chance-left', again: true }, shared),
    '今天的机会用完了。下一次免费机会：明天 0 点。',
  ],
])('%s', (_name, text, expected) => {
  expect(text).toBe(expected)
})
