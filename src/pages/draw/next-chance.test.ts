import { expect, test } from 'vitest'
import { chances } from './draw-page.fixture'
import { nextFreeText, shareOffer } from './next-chance'

const at = (text: string) => Date.parse(`${text}T00:00:00+08:00`)
const share = (mode: 'on-share' | 'on-visit', state: 'available' | 'granted') =>
  chances({ share: { mode, state, shareId: 'AbCd1234EfGh5678' } })

test.each([
  ['明天还有', at('2026-09-04'), '下一次免费机会：明天 0 点。'],
  ['活动还没开始', at('2026-09-12'), '下一次免费机会：9 月 12 日 0 点。'],
  ['最后一天', null, '这是活动的最后一天，没有下一次免费机会了。'],
])('下一次免费机会：%s', (_name, nextFreeAt, expected) => {
  expect(nextFreeText(chances({ nextFreeAt }))).toBe(expected)
})

test.each([
  ['不因分享给机会', chances({ share: { mode: 'off' } }), null],
  ['今天已经得到', share('on-share', 'granted'), null],
  ['点击分享即得', share('on-share', 'available'), '点击分享到朋友圈，再得一次机会。'],
  ['有人从链接进入才得', share('on-visit', 'available'), '点击分享到朋友圈，有朋友从您的链接进入后，再得一次机会。'],
])('分享：%s', (_name, given, expected) => {
  expect(shareOffer(given)).toBe(expected)
})
