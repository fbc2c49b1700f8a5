import { createHash } from 'node:crypto'
import type { Terms } from './terms'

/** The same value always gives the same text: keys sorted, no spaces. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** SHA-256, hex, of the terms' canonical JSON: what the draw's commitment and every receipt refer to. */
export function termsHash(terms: Terms): string {
  return createHash('sha256').update(canonical(terms)).digest('hex')
}
