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

/** Whether both are attempts at one draw: of its chance at most one of them is ever written. */
export const isSameDraw = (one: string, other: string): boolean =>
  readReservationId(one).benefitId === readReservationId(other).benefitId

/**
 * Whether both were decided on one version of the book as well. Then either unit may stand in the record of whichever is
 * written: the other can no longer be, and gives back only a unit that does not stand there.
 */
export const isSameDecision = (one: string, other: string): boolean =>
  isSameDraw(one, other) && readReservationId(one).bookVersion === readReservationId(other).bookVersion

/** @throws Error for a text that is no reservation's name */
export function readReservationId(reservationId: string): ReservationName {
  const [benefitId = '', version = ''] = reservationId.split('@')
  const [campaignId, pseudonym, on = ''] = benefitId.split('.')
  if (!campaignId || !pseudonym || !/^\d+$/.test(version)) throw new Error(`not a reservation: ${reservationId}`)
  return { benefitId, bookId: `${campaignId}.${pseudonym}`, on: day(on), bookVersion: Number(version) }
}
