import { type CodeOnShow, codeInitials, type ShownCodeKind } from '#contract/shown-code'
import type { Call } from '#pipeline/handler'

const VALID_MS = 3 * 60_000
/** Crockford's 32: no letter that is read as another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const RANDOM_LETTERS = 11

/** A code for the counter. Its 55 random bits nobody guesses within its three minutes. */
export function newCode(kind: ShownCodeKind, { now, random }: Pick<Call, 'now' | 'random'>): CodeOnShow {
  const letters = [...random(RANDOM_LETTERS)].map((byte) => LETTERS.charAt(byte & 31))
  return { code: `${codeInitials[kind]}${letters.join('')}`, now, validUntilAt: now + VALID_MS }
}
