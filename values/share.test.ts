import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen } from './money'
import { type Rounding, shareOf } from './share'

describe('取整到分、角、元', () => {
  test.each([
    ['分，舍去', 33_333, 500, 'fen', 'down', 1_666],
    ['分，四舍五入', 33_333, 500, 'fen', 'half-up', 1_667],
    ['角，舍去', 33_333, 500, 'jiao', 'down', 1_660],
    ['角，四舍五入', 33_333, 500, 'jiao', 'half-up', 1_670],
    ['元，舍去', 33_333, 500, 'yuan', 'down', 1_600],
    ['元，四舍五入', 33_333, 500, 'yuan', 'half-up', 1_700],
    ['正好半元，四舍五入', 10_000, 150, 'yuan', 'half-up', 200],
    ['差一点到半元', 9_999, 150, 'yuan', 'half-up', 100],
    ['正好是整数', 10_000, 500, 'fen', 'down', 500],
    ['没有金额', 0, 500, 'yuan', 'half-up', 0],
  ] as const)('%s', (_name, amount, rateBps, unit, direction, expected) => {
    expect(shareOf(fen(amount), rateBps, 10_000, { unit, direction })).toBe(expected)
  })

  test('大额保费乘两个比例，一分不差', () => {
    expect(shareOf(fen(999_999_999_999), 99_999_999, 100_000_000, { unit: 'fen', direction: 'down' })).toBe(
      999_999_989_999,
    )
  })

  test.each([
    [-1, 1, 1],
    [1, -1, 1],
    [1, 1, 0],
  ])('%s 的 %s/%s 不是份额', (amount, numerator, denominator) => {
    expect(() => shareOf(fen(amount), numerator, denominator, { unit: 'fen', direction: 'down' })).toThrow(RangeError)
  })
})

test('规律：舍去不多于、四舍五入最多差半个单位，比例越高金额不减', () => {
  const rounding = fc.record<Rounding>({
    unit: fc.constantFrom('fen', 'jiao', 'yuan'),
    direction: fc.constantFrom('down', 'half-up'),
  })
  const rate = fc.integer({ min: 0, max: 100_000_000 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 13 }), rate, rate, rounding, (amount, one, other, how) => {
      const [low, high] = one < other ? [one, other] : [other, one]
      const given = shareOf(fen(amount), low, 100_000_000, how)
      expect(given).toBeLessThanOrEqual(shareOf(fen(amount), high, 100_000_000, how))
      const step = { fen: 1n, jiao: 10n, yuan: 100n }[how.unit]
      const over = BigInt(given) * 100_000_000n - BigInt(amount) * BigInt(low)
      const unit = step * 100_000_000n
      if (how.direction === 'down') expect(over <= 0n && over > -unit).toBe(true)
      else expect(2n * over <= unit && 2n * over > -unit).toBe(true)
    }),
  )
})
