import { type Day, day } from '#values/days'
import type { DrawBook, DrawRecord } from './draw-book'
import { benefitIdOf } from './prize-benefit'

/** A reservation names the draw and the version of the book that the draw was decided on. */
export interface ReservationName {
  benefitId: string
  bookId: string
  on: Day
  bookVersion: number
}

/**
 * The name of one attempt's reservation. Two attempts at the same draw (two phones, or a retry after a crash) decide on
 * the same version of the book; `attempt` keeps their units apart, or giving one back would give back the other's.
 * @param attempt random, different for every attempt
 */
export const reservationIdOf = (book: DrawBook, draw: Pick<DrawRecord, 'on' | 'ordinal'>, attempt: string): string =>
  `${benefitIdOf(book.campaignId, book.pseudonym, draw)}@${book.version}@${attempt}`

/** @throws Error for a text that is no reservation's name */
export function readReservationId(reservationId: string): ReservationName {
  const [benefitId = '', version = ''] = reservationId.split('@')
  const [campaignId, pseudonym, on = ''] = benefitId.split('.')
  if (!campaignId || !pseudonym || !/^\d+$/.test(version)) throw new Error(`not a reservation: ${reservationId}`)
  return { benefitId, bookId: `${campaignId}.${pseudonym}`, on: day(on), bookVersion: Number(version) }
}
