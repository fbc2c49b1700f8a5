import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'
import type { Booking } from '@/cloud/leads'
import type { QuotedVehicle } from '@/cloud/quote'

type Quoted = NonNullable<Booking['quoted']>

/** The booking page with what was quoted, so that the branch knows what the call is about. */
export function bookingAddress(
  { vehicleType, usageNature, drivingRegion }: QuotedVehicle,
  payableFen: number | null,
): string {
  const known = [`type=${vehicleType}`, `use=${usageNature}`, `region=${drivingRegion}`]
  if (payableFen !== null) known.push(`fen=${payableFen}`)
  return `/packages/quote/pages/booking?kind=apply&${known.join('&')}`
}

export interface BookingParams {
  kind?: string
  vehicle?: string
  type?: string
  use?: string
  region?: string
  fen?: string
}

const isKeyOf = <Code extends string>(words: Readonly<Record<Code, string>>, text: string | undefined): text is Code =>
  text !== undefined && Object.keys(words).includes(text)

/** What the page was opened with; null unless it is a quote in full. */
export function quotedIn({ type, use, region, fen }: BookingParams): Quoted | null {
  if (!isKeyOf(vehicleTypes, type) || !isKeyOf(usageNatures, use) || !isKeyOf(drivingRegions, region)) return null
  const payableFen = fen !== undefined && /^\d{1,12}$/.test(fen) ? Number(fen) : null
  return { vehicleType: type, usageNature: use, drivingRegion: region, payableFen }
}
