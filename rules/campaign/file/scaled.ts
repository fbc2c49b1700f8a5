import { type LeafNote, units } from '../terms/fields'

export type Figure = { value: number } | { fault: 'not-a-number' | 'too-many-decimals' }

/** How many decimals a figure may have in the file. */
export const decimalsOf = ({ unit }: Pick<LeafNote, 'unit'>): number => (unit === null ? 0 : units[unit].decimals)

/**
 * A written figure into its stored whole number, digit by digit and therefore exact: 9.5 (折) → 9500, 200 (元) → 20000.
 * `text` is what stands in the file, not a parsed float.
 */
export function readFigure(text: string, decimals: number): Figure {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text)
  if (!match) return { fault: 'not-a-number' }
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > decimals) return { fault: 'too-many-decimals' }
  const value = Number(`${sign}${whole}${digits.padEnd(decimals, '0')}`)
  return Number.isSafeInteger(value) ? { value: value === 0 ? 0 : value } : { fault: 'not-a-number' }
}

/** The stored whole number as it is written in the file: 9500 → `9.5`. */
export function writeFigure(value: number, decimals: number): string {
  if (decimals === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}${fraction && `.${fraction}`}`
}
