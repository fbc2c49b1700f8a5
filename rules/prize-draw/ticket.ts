import { createHmac } from 'node:crypto'
import type { Day } from '#values/days'

/** What a ticket is drawn from: all of it is in the customer's receipt but the day's seed. */
export interface TicketFacts {
  campaignId: string
  pseudonym: string
  on: Day
  ordinal: number
  nonce: string
}

const TICKETS = 1_000_000
/** The largest multiple of a million below 2^32: above it a remainder would favour low tickets. */
const FAIR_BELOW = 4_294 * TICKETS

/**
 * The ticket, 0 to 999,999, that the day's seed gives for these facts (docs/fair-draw.md). Every ticket is equally likely.
 * @param seed the day's seed, 32 bytes
 */
export function drawTicket(seed: Buffer, facts: TicketFacts): number {
  const message = [facts.campaignId, facts.pseudonym, facts.on, facts.ordinal, facts.nonce].join('\n')
  let mac = createHmac('sha256', seed).update(message, 'utf8').digest()
  for (;;) {
    for (let offset = 0; offset < mac.length; offset += 4) {
      const word = mac.readUInt32BE(offset)
      if (word < FAIR_BELOW) return word % TICKETS
    }
    mac = createHmac('sha256', seed).update(mac).digest()
  }
}
