import { type Fen, fen } from './money'

/** How the terms round: to which unit, and which way. */
export interface Rounding {
  unit: 'fen' | 'jiao' | 'yuan'
  direction: 'down' | 'half-up'
}

const fenIn = { fen: 1, jiao: 10, yuan: 100 } as const

/**
 * `amount × numerator ÷ denominator`, rounded once, as the terms state. Exact: nothing is a fraction before the rounding.
 * Rates are whole numbers, e.g. basis points over 10,000, or products of two over 100,000,000.
 * @throws RangeError for a negative amount or rate, which no term has
 */
export function shareOf(amount: Fen, numerator: number, denominator: number, { unit, direction }: Rounding): Fen {
  if (amount < 0 || numerator < 0 || denominator <= 0) {
    throw new RangeError(`${numerator}/${denominator} of ${amount} fen is no share`)
  }
  const step = fenIn[unit]
  // Half up is down after adding half a unit; doubled, so that half a unit is whole.
  const twice = 2 * denominator * step
  const product = 2 * amount * numerator + (direction === 'half-up' ? denominator * step : 0)
  if (Number.isSafeInteger(product)) return fen(((product - (product % twice)) / twice) * step)
  const exact = 2n * BigInt(amount) * BigInt(numerator) + (direction === 'half-up' ? BigInt(denominator * step) : 0n)
  return fen(Number(exact / BigInt(twice)) * step)
}
