import { expect, test } from 'vitest'
import { previewIdentity } from './identity'

const encoded = (text: string) => Buffer.from(text).toString('base64url')

test.each([
  ['客户', `?as=${encoded('{"openid":"demo-a>?"}')}`, { header: '{"openid":"demo-a>?"}', openid: 'demo-a>?' }],
  ['没有 openid 的人', `?as=${encoded('{"source":"wx_client"}')}`, { header: '{"source":"wx_client"}', openid: '' }],
  ['没有身份', '', null],
  ['身份是空的', '?as=', null],
  ['不是 JSON', `?as=${encoded('hello')}`, null],
  ['不是对象', `?as=${encoded('"demo"')}`, null],
  ['不是 base64', '?as=%%%', null],
])('预览的身份：%s', (_name, search, expected) => {
  expect(previewIdentity(search)).toEqual(expected)
})
