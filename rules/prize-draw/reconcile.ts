import type { DrawBook, DrawRecord } from './draw-book'
import { readReservationId } from './reservation'

/** What is to be done about one reservation that is not yet settled. */
export type ReservationFate =
  /** The win stands in the book: see that it stands in the ledger too, then settle. */
  | { kind: 'won'; draw: DrawRecord }
  /** The book went another way: the unit goes back. */
  | { kind: 'orphan' }
  /** A draw may still be about to write its win on this version of the book: fence the book, then the unit goes back. */
  | { kind: 'undecided' }

/** @param book the book as it is now, null when it was never written */
export function fateOf(reservationId: string, book: DrawBook | null): ReservationFate {
  const { bookVersion } = readReservationId(reservationId)
  const draw = book?.draws.find(
    ({ outcome }) => outcome.kind === 'won' && outcome.reservation.reservationId === reservationId,
  )
  if (draw) return { kind: 'won', draw }
  return (book?.version ?? 0) > bookVersion ? { kind: 'orphan' } : { kind: 'undecided' }
}
