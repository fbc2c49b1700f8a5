import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bps, fen, type Rounding, shareRounded } from './money'

const roundings: Rounding[] = (['fen', 'jiao', 'yuan'] as const).flatMap((unit) =>
  (['down', 'half-up'] as const).map((direction) => ({ unit, direction })),
)
const to = (unit: Rounding['unit'], direction: Rounding['direction']): Rounding => ({ unit, direction })

describe('按比例取整，只在最后一步', () => {
  test.each([
    ['整除', 440_000, [9500], to('fen', 'down'), 418_000],
    ['不足 1 分舍去', 101, [9900], to('fen', 'down'), 99],
    ['99.99 分四舍五入', 101, [9900], to('fen', 'half-up'), 100],
    ['正好半分，四舍五入进 1 分', 1, [5000], to('fen', 'half-up'), 1],
    ['差一点半分，不进', 1, [4999], to('fen', 'half-up'), 0],
    ['到角，舍去', 123_459, [10_000], to('jiao', 'down'), 123_450],
    ['到角，5 分进 1 角', 123_455, [10_000], to('jiao', 'half-up'), 123_460],
    ['到角，4 分不进', 123_454, [10_000], to('jiao', 'half-up'), 123_450],
    ['到元，49 分不进', 100_049, [10_000], to('yuan', 'half-up'), 100_000],
    ['到元，50 分进 1 元', 100_050, [10_000], to('yuan', 'half-up'), 100_100],
    ['到元，99 分舍去', 100_099, [10_000], to('yuan', 'down'), 100_000],
    ['两个折扣只取整一次：268.40 × 95% × 98%', 26_840, [9500, 9800], to('fen', 'down'), 24_988],
    ['各取整一次会少 1 分的一例', 10_101, [9500, 9800], to('fen', 'down'), 9_404],
    ['没有比例就是原数', 12_345, [], to('fen', 'down'), 12_345],
    ['比例为 0', 12_345, [0], to('fen', 'half-up'), 0],
    [
      '大额、三个系数，不丢精度',
      9_007_199_254_740_991,
      [10_000, 10_000, 10_000],
      to('fen', 'down'),
      9_007_199_254_740_991,
    ],
  ])('%s', (_name, amount, shares, rounding, expected) => {
    expect(shareRounded(fen(amount), shares.map(bps), rounding)).toBe(expected)
  })

  test.each([
    ['负的金额', -1, 10],
    ['负的比例', 1, -10],
  ])('%s不算', (_name, amount, share) => {
    expect(() => shareRounded(fen(amount), [bps(share)], to('fen', 'down'))).toThrow(RangeError)
  })
})

test('规律：结果是单位的整数倍，与精确值相差不到一个单位（四舍五入不超过半个）', () => {
  const amounts = fc.integer({ min: 0, max: 10 ** 11 })
  const shares = fc.array(fc.integer({ min: 0, max: 50_000 }), { maxLength: 3 })
  fc.assert(
    fc.property(amounts, shares, fc.constantFrom(...roundings), (amount, parts, rounding) => {
      const step = { fen: 1n, jiao: 10n, yuan: 100n }[rounding.unit]
      const rounded = BigInt(shareRounded(fen(amount), parts.map(bps), rounding))
      const scale = parts.reduce((product) => product * 10_000n, 1n)
      const exact = parts.reduce((product, part) => product * BigInt(part), BigInt(amount))
      const off = exact - rounded * scale
      expect(rounded % step).toBe(0n)
      if (rounding.direction === 'down') expect(off >= 0n && off < step * scale).toBe(true)
      else expect(off * 2n >= -step * scale && off * 2n < step * scale).toBe(true)
    }),
  )
})
