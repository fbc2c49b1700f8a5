import { type PrizeOdds, shareOfTicket } from './shares'

export type ClaimedOutcome =
  | { kind: 'won'; prizeId: string }
  | { kind: 'none' }
  | { kind: 'out-of-stock'; prizeId: string }
  | { kind: 'limit-reached'; prizeId: string }
  | { kind: 'prize-stopped'; prizeId: string }

/**
 * How the receipt's outcome stands to the prize that the ticket hit.
 * `follows`: nothing else could have come out. `depends`: it fits only if the prize had run out or a limit was reached at
 * that moment, which a receipt alone cannot show. `contradicts`: the odds allow no such outcome.
 */
export type OutcomeFinding = 'follows' | 'depends' | 'contradicts'

/** What the terms do with a ticket whose prize has run out. */
export type WhenOut = 'no-prize' | 'next-prize'

/** When the draw or a prize was stopped: from inclusive, until exclusive. */
export interface StopTimes {
  what: string
  fromAt: number
  untilAt: number | null
}

export function judgeOutcome(
  { odds, whenOut, stops }: { odds: readonly PrizeOdds[]; whenOut: WhenOut; stops: readonly StopTimes[] },
  { ticket, at }: { ticket: number; at: number },
  outcome: ClaimedOutcome,
): OutcomeFinding {
  const hit = shareOfTicket(odds, ticket)
  const stopped = (what: string) =>
    stops.some((stop) => stop.what === what && stop.fromAt <= at && (stop.untilAt === null || at < stop.untilAt))
  // No draw is made then at all.
  if (stopped('campaign') || stopped('prize-draw')) return 'contradicts'
  if (outcome.kind === 'none') return hit === null ? 'follows' : 'contradicts'
  if (hit === null) return 'contradicts'
  if (outcome.kind === 'prize-stopped') {
    return hit.prizeId === outcome.prizeId && stopped(`prize:${hit.prizeId}`) ? 'follows' : 'contradicts'
  }
  // What is stopped is not won, and is not said to have run out.
  if (outcome.kind !== 'limit-reached' && stopped(`prize:${outcome.prizeId}`)) return 'contradicts'
  if (hit.prizeId === outcome.prizeId) return outcome.kind === 'won' ? 'follows' : 'depends'
  if (outcome.kind !== 'won' || whenOut === 'no-prize') return 'contradicts'
  // Terms may pass a sold-out prize's winner on to the next listed prize, never to one listed before.
  const position = (prizeId: string) => odds.findIndex((prize) => prize.prizeId === prizeId)
  return position(outcome.prizeId) > position(hit.prizeId) ? 'depends' : 'contradicts'
}
