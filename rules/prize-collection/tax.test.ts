import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bps, fen } from '#values/money'
import { demoPrize, demoTerms } from '../../tests/fixtures/terms'
import { prizeTax } from './tax'

const terms = (borneBy: 'organiser' | 'winner', rateBps = 2000) =>
  demoTerms({ prizeDraw: { tax: { borneBy, rateBps: bps(rateBps) } } })
const worth = (valueFen: number, taxable = true) => demoPrize('fuel-card-200', { valueFen: fen(valueFen), taxable })

describe('偶然所得', () => {
  test.each([
    ['中奖者承担：200 元扣 40 元', terms('winner'), worth(20_000), [20_000, 4_000, 16_000]],
    ['主办方承担：得 200 元，税前 250 元', terms('organiser'), worth(20_000), [25_000, 5_000, 20_000]],
    ['不计税', terms('winner'), worth(20_000, false), [20_000, 0, 20_000]],
    ['税率 0', terms('organiser', 0), worth(20_000), [20_000, 0, 20_000]],
    ['到分四舍五入：不足半分', terms('winner'), worth(2), [2, 0, 2]],
    ['到分四舍五入：过半分', terms('winner'), worth(3), [3, 1, 2]],
  ])('%s', (_name, given, prize, [gross, withheld, net]) => {
    expect(prizeTax(given, prize)).toEqual({ grossFen: gross, withheldFen: withheld, netFen: net })
  })

  test('规律：税前 = 扣缴 + 所得，谁都不是负数；主办方承担时所得不减', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.integer({ min: 0, max: 9_000 }),
        fc.constantFrom('organiser' as const, 'winner' as const),
        (value, rate, borneBy) => {
          const { grossFen, withheldFen, netFen } = prizeTax(terms(borneBy, rate), worth(value))
          expect(grossFen).toBe(withheldFen + netFen)
          expect(Math.min(grossFen, withheldFen, netFen)).toBeGreaterThanOrEqual(0)
          if (borneBy === 'organiser') expect(netFen).toBe(value)
          else expect(grossFen).toBe(value)
        },
      ),
    )
  })
})
