/** 1 to 9 for letters by their place in the standard's table (ISO 3779, GB 16735); I, O and Q do not occur. */
const VALUES = new Map([...'ABCDEFGH'].map((letter, index) => [letter, index + 1]))
for (const [index, letter] of [...'JKLMN'].entries()) VALUES.set(letter, index + 1)
VALUES.set('P', 7).set('R', 9)
for (const [index, letter] of [...'STUVWXYZ'].entries()) VALUES.set(letter, index + 2)
for (const digit of '0123456789') VALUES.set(digit, Number(digit))

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const

/** The 9th character that a VIN with these 17 characters must have; what stands there now does not count. Null when it cannot be a VIN. */
export function vinCheckDigit(vin: string): string | null {
  if (vin.length !== WEIGHTS.length) return null
  let sum = 0
  for (const [index, weight] of WEIGHTS.entries()) {
    if (weight === 0) continue
    const value = VALUES.get(vin.charAt(index))
    if (value === undefined) return null
    sum += value * weight
  }
  const rest = sum % 11
  return rest === 10 ? 'X' : String(rest)
}

/** 车架号: 17 capital letters and digits without I, O and Q, the 9th of them the check digit. */
export const isVin = (text: string): boolean => vinCheckDigit(text) === text.charAt(8)
