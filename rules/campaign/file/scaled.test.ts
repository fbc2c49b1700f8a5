import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFigure, writeFigure } from './scaled'

describe('文件里的数字换算成整数，一位不差', () => {
  test.each([
    ['200 元', '200', 2, 20_000],
    ['0.1 元', '0.1', 2, 10],
    ['1.15 元（浮点乘 100 会得 114.99…）', '1.15', 2, 115],
    ['末尾的 0 不算小数位', '1.500', 2, 150],
    ['9.5 折', '9.5', 3, 9500],
    ['8.88 折', '8.88', 3, 8880],
    ['0.0001% 是百万分之一', '0.0001', 4, 1],
    ['30%', '30', 4, 300_000],
    ['0', '0', 2, 0],
  ])('%s', (_name, text, decimals, value) => {
    expect(readFigure(text, decimals)).toEqual({ value })
  })

  test.each([
    ['多一位小数', '1.155', 2, 'too-many-decimals'],
    ['整数不许小数', '1.5', 0, 'too-many-decimals'],
    ['带单位', '200元', 2, 'not-a-number'],
    ['千分位', '1,000', 2, 'not-a-number'],
    ['科学计数', '1e3', 2, 'not-a-number'],
    ['十六进制', '0x10', 2, 'not-a-number'],
    ['没有整数部分', '.5', 2, 'not-a-number'],
    ['超出可精确表示的范围', '999999999999999.99', 2, 'not-a-number'],
  ])('%s', (_name, text, decimals, fault) => {
    expect(readFigure(text, decimals)).toEqual({ fault })
  })
})

test('规律：写出再读回，值不变', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      expect(readFigure(writeFigure(value, decimals), decimals)).toEqual({ value })
    }),
  )
})
