import { type PrizeOdds, shareOfTicket } from './shares'

export type ClaimedOutcome =
  | { kind: 'won'; prizeId: string }
  | { kind: 'none' }
  | { kind: 'out-of-stock'; prizeId: string }
  | { kind: 'limit-reached'; prizeId: string }

/**
 * How the receipt's outcome stands to the prize that the ticket hit.
 * `follows`: nothing else could have come out. `depends`: it fits only if the prize had run out or a limit was reached at
 * that moment, which a receipt alone cannot show. `contradicts`: the odds allow no such outcome.
 */
export type OutcomeFinding = 'follows' | 'depends' | 'contradicts'

/** What the terms do with a ticket whose prize has run out. */
export type WhenOut = 'no-prize' | 'next-prize'

export function judgeOutcome(
  { odds, whenOut }: { odds: readonly PrizeOdds[]; whenOut: WhenOut },
  ticket: number,
  outcome: ClaimedOutcome,
): OutcomeFinding {
  const hit = shareOfTicket(odds, ticket)
  if (outcome.kind === 'none') return hit === null ? 'follows' : 'contradicts'
  if (hit === null) return 'contradicts'
  if (hit.prizeId === outcome.prizeId) return outcome.kind === 'won' ? 'follows' : 'depends'
  if (outcome.kind !== 'won' || whenOut === 'no-prize') return 'contradicts'
  // Terms may pass a sold-out prize's winner on to the next listed prize, never to one listed before.
  const position = (prizeId: string) => odds.findIndex((prize) => prize.prizeId === prizeId)
  return position(outcome.prizeId) > position(hit.prizeId) ? 'depends' : 'contradicts'
}
