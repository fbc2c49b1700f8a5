import { bookVisit, listBranches } from '#contract/leads'
import type { InputOf, OutputOf } from '#contract/operation'
import { callPatiently } from './call'
import { byChannel } from './channel'
import { newNonce } from './nonce'
import { problemsIn } from './problems'
import { useReading } from './use-reading'

export type Branch = OutputOf<typeof listBranches>['branches'][number]
export type Booking = InputOf<typeof bookVisit>
export type Booked = OutputOf<typeof bookVisit>

export const useBranches = () => useReading(listBranches, {})

/** The key of one booking: sent again with the same key it is the same booking. */
export const newBookingKey = newNonce

/** 预约投保 or 预约续保, with the channel that the customer came by. Safe to repeat by its key. */
export const book = (booking: Booking) => callPatiently(bookVisit, { ...byChannel(), ...booking })

/** `consent` may still be open in the form. */
export const bookingProblems = (booking: Omit<Booking, 'consent'> & { consent: boolean }) =>
  problemsIn(bookVisit, booking)
