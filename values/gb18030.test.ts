import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeChinese, encodeGb18030 } from './gb18030'

test('写出来的，平台自己读得回：常用字、生僻字、扩展区的字', () => {
  for (const text of ['李演示,6222', '㐀䶵', '𠮷野家', '¥268.40', '€·—…', 'ABC 123\r\n']) {
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text)
  }
  expect([...encodeGb18030('李')]).toEqual([0xc0, 0xee])
})

test('规律：任何文字写成 GB18030 再读回，一字不差', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text)
    }),
  )
})

test('半个字不是字', () => {
  expect(() => encodeGb18030('\ud800')).toThrow(RangeError)
})

test('读文件：UTF-8 带不带标记都认得，不是 UTF-8 的按 GB18030', () => {
  expect(decodeChinese(new TextEncoder().encode('\ufeff状态'))).toBe('状态')
  expect(decodeChinese(new TextEncoder().encode('状态'))).toBe('状态')
  expect(decodeChinese(encodeGb18030('状态,成功'))).toBe('状态,成功')
})
