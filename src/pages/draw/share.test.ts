import { expect, test } from 'vitest'
import { sharedBy } from './share'

test.each([
  ['分享链接', { s: 'AbCd1234EfGh5678' }, 'AbCd1234EfGh5678'],
  ['海报的小程序码，微信编码后给出', { scene: 's%3DAbCd1234EfGh5678' }, 'AbCd1234EfGh5678'],
  ['海报的小程序码，没有编码', { scene: 's=AbCd1234EfGh5678' }, 'AbCd1234EfGh5678'],
  ['推荐的小程序码', { scene: 'r%3DAbCd1234EfGh5678' }, null],
  ['没有经过分享', {}, null],
  ['编号太短', { s: 'AbCd1234EfGh567' }, null],
  ['编号里有别的字符', { s: 'AbCd1234EfGh56-8' }, null],
])('从哪个分享进入：%s', (_name, params, expected) => {
  expect(sharedBy(params)).toBe(expected)
})
