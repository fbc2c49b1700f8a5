import type { Instant } from '#values/days'
import { command, type Fields } from './collection'
import { lookupHash } from './secrets'

/** A short-lived code that a customer shows at a counter. It stands in the document that it opens; only its keyed hash is kept. */
export interface ShownCode {
  hash: string
  validUntilAt: Instant
  state: 'none' | 'shown' | 'used'
}

export const noCode: ShownCode = { hash: '', validUntilAt: 0, state: 'none' }

export const codeHashOf = (code: string): string => lookupHash('shown-code', code)

export const shownCode = (code: string, validUntilAt: Instant): ShownCode => ({
  hash: codeHashOf(code),
  validUntilAt,
  state: 'shown',
})

/** The condition that this very code is shown and good at that moment; with `codeUsed` in the same write it counts once. */
export const whileShown = (code: string, at: Instant): Fields => ({
  'code.hash': codeHashOf(code),
  'code.state': 'shown',
  'code.validUntilAt': command.gt(at),
})

export const codeUsed: Fields = { 'code.state': 'used' }
