/** An amount in fen (1/100 yuan): a whole number, never a float. */
export type Fen = number & { readonly __unit: 'Fen' }

/** Basis points: 1/10,000. 9.5折 is 9500. */
export type Bps = number & { readonly __unit: 'Bps' }

/** Parts per million: the unit of the draw's odds. */
export type Ppm = number & { readonly __unit: 'Ppm' }

function whole(value: number, unit: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number of ${unit}`)
  return value
}

/** @throws RangeError unless `value` is a safe integer */
export const fen = (value: number): Fen => whole(value, 'fen') as Fen
/** @throws RangeError unless `value` is a safe integer */
export const bps = (value: number): Bps => whole(value, 'basis points') as Bps
/** @throws RangeError unless `value` is a safe integer */
export const ppm = (value: number): Ppm => whole(value, 'parts per million') as Ppm

/** How a benefit's amount is rounded, once and at the end: to which unit, and in which direction. Amounts are not negative. */
export interface Rounding {
  unit: 'fen' | 'jiao' | 'yuan'
  direction: 'down' | 'half-up'
}
const unitFen = { fen: 1, jiao: 10, yuan: 100 } as const
const WHOLE = 10_000

/**
 * `amount` × each of `shares`, exact until the one rounding at the end: ¥268.40 at 9.5折 and 9.8折 → 24988 (down, fen).
 * @throws RangeError unless the amount and every share are 0 or more, and the result a safe integer
 */
export function shareRounded(amount: Fen, shares: readonly Bps[], { unit, direction }: Rounding): Fen {
  if (amount < 0) throw new RangeError(`${amount} fen cannot be shared`)
  const step = unitFen[unit]
  let product: number = amount
  let divisor = step
  for (const share of shares) {
    if (share < 0) throw new RangeError(`${share} basis points is no share`)
    product *= share
    divisor *= WHOLE
  }
  // Half of the divisor is added before dividing: both stay whole as long as the product is small enough to be exact.
  if (Number.isSafeInteger(product * 2 + divisor)) {
    const half = direction === 'half-up' ? divisor : 0
    const twice = product * 2 + half
    return fen(((twice - (twice % (divisor * 2))) / (divisor * 2)) * step)
  }
  return exactShare(amount, shares, step, direction)
}

/** The same in big integers, where a number could not hold the product. */
function exactShare(amount: Fen, shares: readonly Bps[], step: number, direction: Rounding['direction']): Fen {
  let product = BigInt(amount)
  for (const share of shares) product *= BigInt(share)
  const divisor = BigInt(step) * BigInt(WHOLE) ** BigInt(shares.length)
  const twice = product * 2n + (direction === 'half-up' ? divisor : 0n)
  return fen(Number(twice / (divisor * 2n)) * step)
}

/** `¥1,234.50`: always two decimals, for statements. */
export function formatFen(amount: Fen): string {
  const cents = Math.abs(amount)
  const yuan = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}¥${yuan}.${String(cents % 100).padStart(2, '0')}`
}

/** `¥1,234` when the amount is whole yuan, else as {@link formatFen}: for texts that promise whole yuan. */
export function formatYuan(amount: Fen): string {
  const text = formatFen(amount)
  return amount % 100 === 0 ? text.slice(0, -3) : text
}

/** `3.5%` from parts per million, exact to the last digit. */
export function formatPpm(share: Ppm): string {
  const digits = String(share).padStart(5, '0')
  const decimals = digits.slice(-4).replace(/0+$/, '')
  return `${digits.slice(0, -4)}${decimals ? `.${decimals}` : ''}%`
}
