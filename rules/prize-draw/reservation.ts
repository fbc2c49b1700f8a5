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

export const reservationIdOf = (book: DrawBook, draw: Pick<DrawRecord, 'on' | 'ordinal'>): string =>
  `${benefitIdOf(book.campaignId, book.pseudonym, draw)}@${book.version}`

/** @throws Error for a text that is no reservation's name */
export function readReservationId(reservationId: string): ReservationName {
  const [benefitId = '', version = ''] = reservationId.split('@')
  const [campaignId, pseudonym, on = ''] = benefitId.split('.')
  if (!campaignId || !pseudonym || !/^\d+$/.test(version)) throw new Error(`not a reservation: ${reservationId}`)
  return { benefitId, bookId: `${campaignId}.${pseudonym}`, on: day(on), bookVersion: Number(version) }
}
