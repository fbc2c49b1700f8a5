import type { Crossings } from '../measurements'

/** How often and how much was sent to the page, from the bytes of each `setData`. */
export function crossingsOf(bytes: readonly number[]): Crossings {
  return {
    calls: bytes.length,
    bytes: bytes.reduce((sum, one) => sum + one, 0),
    largest: Math.max(0, ...bytes),
  }
}
