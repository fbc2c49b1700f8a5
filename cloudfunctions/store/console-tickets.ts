import type { Instant } from '#values/days'
import { cloud } from './cloud'
import { collection, command } from './collection'
import { lookupHash } from './secrets'

/** A P-256 point, as in a JSON Web Key. */
export interface PublicKey {
  x: string
  y: string
}

/** A browser that asks to be let in. Times are of the machine's clock. */
export interface ConsoleTicket {
  /** Keyed hash of the ticket's number: what was scanned cannot be read here. */
  _id: string
  publicKey: PublicKey
  browser: string
  place: string | null
  /** What the screen shows, and what the phone offers. */
  number: string
  numbers: string[]
  state: 'waiting' | 'scanned' | 'confirmed' | 'refused' | 'used'
  /** The account that looked first: the only one that may confirm. */
  lookedBy: string | null
  expiresAt: Instant
}

const tickets = collection<ConsoleTicket>('consoleTickets')

export const ticketHashOf = (ticketId: string): string => lookupHash('console-ticket', ticketId)

export const addTicket = (ticket: ConsoleTicket): Promise<boolean> => tickets.add(ticket)

/** Null for one that there is not, or that has had its time. */
export async function findTicket(ticketId: string, at: Instant): Promise<ConsoleTicket | null> {
  const ticket = await tickets.find(ticketHashOf(ticketId))
  return ticket && at < ticket.expiresAt ? ticket : null
}

/** Moves a ticket on: false when it is not in the state, or not that account's, or too old, whoever came between. */
async function move(
  { _id }: ConsoleTicket,
  from: ConsoleTicket['state'],
  lookedBy: string | null,
  to: Pick<ConsoleTicket, 'state'> & Partial<ConsoleTicket>,
  at: Instant,
): Promise<boolean> {
  return (await tickets.updateWhere({ _id, state: from, lookedBy, expiresAt: command.gt(at) }, to)) === 1
}

export const takeTicket = (ticket: ConsoleTicket, account: string, at: Instant): Promise<boolean> =>
  move(ticket, 'waiting', null, { state: 'scanned', lookedBy: account }, at)

export const confirmTicket = (ticket: ConsoleTicket, account: string, at: Instant): Promise<boolean> =>
  move(ticket, 'scanned', account, { state: 'confirmed' }, at)

export const refuseTicket = (ticket: ConsoleTicket, account: string, at: Instant): Promise<boolean> =>
  move(ticket, 'scanned', account, { state: 'refused' }, at)

/** Once: whoever comes second with a confirmed ticket gets nothing. */
export const spendTicket = (ticket: ConsoleTicket, at: Instant): Promise<boolean> =>
  move(ticket, 'confirmed', ticket.lookedBy, { state: 'used' }, at)

export const removeOldTickets = (at: Instant): Promise<number> => tickets.removeWhere({ expiresAt: command.lte(at) })

/** The 小程序码 that opens a page with a scene, as a data address; null when WeChat gives none. */
export async function loginCode(page: string, scene: string): Promise<string | null> {
  try {
    const { buffer } = await cloud.openapi.wxacode.getUnlimited({ scene, page, checkPath: false })
    return Buffer.isBuffer(buffer) ? `data:image/png;base64,${buffer.toString('base64')}` : null
  } catch {
    // The ticket is as good without its picture; the page says that there is none and offers to try again.
    return null
  }
}
