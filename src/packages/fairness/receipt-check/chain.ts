import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'

/**
 * Follows the hash chain from a day's seed back to its end: SHA-256 applied once for each day of the campaign up to that
 * day. An honest seed of day `dayNumber` (1 for the first day) ends at the commitment published before the start.
 */
export function endOfChain(seed: string, dayNumber: number): string {
  let link = hexToBytes(seed)
  for (let step = 0; step < dayNumber; step++) link = sha256(link)
  return bytesToHex(link)
}
