import { TICKETS } from './ticket'

/** A prize's odds, in parts per million of the tickets. */
export interface PrizeOdds {
  prizeId: string
  name: string
  oddsPpm: number
}

/** A prize with the tickets that win it: `from` inclusive, `until` exclusive. */
export interface TicketShare extends PrizeOdds {
  from: number
  until: number
}

/** Shares the tickets out in the order of the list, without gaps, from ticket 0 on. */
export function sharesOf(odds: readonly PrizeOdds[]): TicketShare[] {
  let from = 0
  return odds.map((prize) => {
    const share = { ...prize, from, until: from + prize.oddsPpm }
    from = share.until
    return share
  })
}

/** The prize whose share holds the ticket, or null: a ticket behind the last share wins nothing. */
export function shareOfTicket(odds: readonly PrizeOdds[], ticket: number): TicketShare | null {
  return sharesOf(odds).find((share) => ticket < share.until) ?? null
}

/** The tickets behind the last prize's: they win nothing. */
export function losingTickets(odds: readonly PrizeOdds[]): Pick<TicketShare, 'oddsPpm' | 'from' | 'until'> {
  const from = odds.reduce((sum, prize) => sum + prize.oddsPpm, 0)
  return { oddsPpm: TICKETS - from, from, until: TICKETS }
}
