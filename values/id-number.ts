import { isDay } from './days'

const PERSON_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const PERSON_CHECKS = '10X98765432'

/** The 18th character of a citizen's ID number, from its first 17 digits (GB 11643). Null when those are not 17 digits. */
export function idCheckCharacter(first17: string): string | null {
  if (!/^\d{17}$/.test(first17)) return null
  const sum = PERSON_WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0)
  return PERSON_CHECKS.charAt(sum % 11)
}

/** 公民身份号码, 18 characters: a real day of birth and the check character. */
export function isCitizenId(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const bornOn = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  return isDay(bornOn) && idCheckCharacter(text.slice(0, 17)) === text.charAt(17)
}

/** Without I, O, S, V and Z (GB 32100). */
const ORGANISATION_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const MODULUS = ORGANISATION_CHARACTERS.length

/** The 18th character of a 统一社会信用代码, from its first 17 (GB 32100). Null when one of them cannot stand there. */
export function socialCreditCheckCharacter(first17: string): string | null {
  if (first17.length !== 17) return null
  let sum = 0
  let weight = 1
  for (const character of first17) {
    const value = ORGANISATION_CHARACTERS.indexOf(character)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % MODULUS
  }
  return ORGANISATION_CHARACTERS.charAt((MODULUS - (sum % MODULUS)) % MODULUS)
}

/** 统一社会信用代码, 18 characters with the check character. */
export const isSocialCreditCode = (text: string): boolean =>
  text.length === 18 && socialCreditCheckCharacter(text.slice(0, 17)) === text.charAt(17)

export type HolderKind = 'person' | 'organisation'

/** Whose number it is; null when it is neither a citizen's nor an organisation's. */
export function kindOfIdNumber(text: string): HolderKind | null {
  if (isCitizenId(text)) return 'person'
  return isSocialCreditCode(text) ? 'organisation' : null
}
