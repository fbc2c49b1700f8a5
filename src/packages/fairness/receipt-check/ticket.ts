import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { utf8 } from './utf8'

/** What identifies one draw; all of it stands in the receipt. */
export interface DrawIdentity {
  campaignId: string
  pseudonym: string
  on: string
  ordinal: number
  nonce: string
}

/** How many tickets there are: 0 to 999,999. */
export const TICKETS = 1_000_000
/** The largest multiple of {@link TICKETS} that fits four bytes: words at or above it would favour the low tickets. */
const FAIR_WORDS = 4_294_000_000

/** The text that is signed for one draw. */
export function messageOf(draw: DrawIdentity): string {
  return [draw.campaignId, draw.pseudonym, draw.on, draw.ordinal, draw.nonce].join('\n')
}

/** The ticket in a MAC of 32 bytes: its first fair big-endian word, or null when all eight words are unfair. */
export function ticketIn(mac: Uint8Array): number | null {
  const words = new DataView(mac.buffer, mac.byteOffset, mac.byteLength)
  for (let offset = 0; offset + 4 <= mac.byteLength; offset += 4) {
    const word = words.getUint32(offset)
    if (word < FAIR_WORDS) return word % TICKETS
  }
  return null
}

/** The draw's ticket: HMAC-SHA256 of the message under the day's seed, signed again until it holds a fair word. */
export function ticketOf(draw: DrawIdentity, seed: string): { mac: string; ticket: number } {
  const key = hexToBytes(seed)
  let mac = hmac(sha256, key, utf8(messageOf(draw)))
  let ticket = ticketIn(mac)
  while (ticket === null) {
    mac = hmac(sha256, key, mac)
    ticket = ticketIn(mac)
  }
  return { mac: bytesToHex(mac), ticket }
}
