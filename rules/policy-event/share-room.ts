import { type Fen, fen } from '#values/money'
import type { PolicyBenefit } from '../benefit/benefit'
import type { Room } from './limits'
import { isFixed, isStanding } from './standing'

/** A room that a policy's benefits share. */
interface SharedRoom {
  roomOf(before: PolicyBenefit | undefined): Room
  take(before: PolicyBenefit | undefined, stands: PolicyBenefit, amountFen: Fen | null): void
}

/** By entry: the places that nobody else may take. */
export type Places = ReadonlyMap<string, Fen>

/** What is fixed has its place, whatever else is decided. */
export const fixedPlaces = (entries: readonly PolicyBenefit[]): Places =>
  new Map(entries.filter(isFixed).map(({ _id, amountFen }) => [_id, amountFen ?? fen(0)]))

/** What has a place keeps it, the others take what is left in turn. */
export function shareRoom({ leftFen, ...said }: Room, places: Places): SharedRoom {
  let left: number = leftFen
  for (const place of places.values()) left -= place
  const placeOf = (before: PolicyBenefit | undefined) => (before && places.get(before._id)) ?? 0
  return {
    roomOf: (before) => ({ leftFen: fen(Math.max(0, left + placeOf(before))), ...said }),
    take(before, stands, amountFen) {
      if (before && places.has(before._id)) return
      left -= isStanding(stands) ? (amountFen ?? 0) : 0
    },
  }
}

/** Two rooms at once: the narrower sets the limit, the first where they are alike. */
export const inBoth = (one: SharedRoom, other: SharedRoom): SharedRoom => ({
  roomOf(before) {
    const [first, second] = [one.roomOf(before), other.roomOf(before)]
    return second.leftFen < first.leftFen ? second : first
  },
  take(...taken) {
    one.take(...taken)
    other.take(...taken)
  },
})
