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

/** `¥1,234.50`: always two decimals, for statements. */
export function formatFen(amount: Fen): string {
  const unsigned = Math.abs(amount)
  const cents = unsigned % 100
  return `${amount < 0 ? '-' : ''}¥${inThousands((unsigned - cents) / 100)}${cents < 10 ? '.0' : '.'}${cents}`
}

/** `1,234,567`. Every statement has several: no regular expression, no Intl. */
function inThousands(count: number): string {
  if (count < 1000) return String(count)
  const last = count % 1000
  return `${inThousands((count - last) / 1000)},${String(last).padStart(3, '0')}`
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
