import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, formatFen, formatYuan } from './money'

test.each([
  [0, '¥0.00', '¥0'],
  [9, '¥0.09', '¥0.09'],
  [10, '¥0.10', '¥0.10'],
  [100, '¥1.00', '¥1'],
  [99_999, '¥999.99', '¥999.99'],
  [100_000, '¥1,000.00', '¥1,000'],
  [100_005, '¥1,000.05', '¥1,000.05'],
  [123_456_700, '¥1,234,567.00', '¥1,234,567'],
  [-31_680, '-¥316.80', '-¥316.80'],
])('%s 分', (amount, withCents, short) => {
  expect(formatFen(fen(amount))).toBe(withCents)
  expect(formatYuan(fen(amount))).toBe(short)
})

test('规律：与语言环境自带的写法一致', () => {
  const figure = new Intl.NumberFormat('en', { minimumFractionDigits: 2 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (amount) => {
      expect(formatFen(fen(amount))).toBe(`¥${figure.format(amount / 100)}`)
    }),
  )
})
