import { createHash } from 'node:crypto'
import { canonicalJson } from '#values/canonical-json'
import type { Terms } from './terms'

/** SHA-256, hex, of the terms' canonical JSON: what the draw's commitment and every receipt refer to. */
export function termsHash(terms: Terms): string {
  return createHash('sha256').update(canonicalJson(terms)).digest('hex')
}
