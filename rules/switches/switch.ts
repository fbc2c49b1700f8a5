import type { Instant } from '#values/days'
import type { Stop, SwitchTarget } from './stop'

/**
 * How long after the order it holds. An instance of the functions asks again after 5 seconds which stops there are, so by
 * then each knows of it, and a difference of some seconds between their clocks does no harm.
 */
export const SWITCH_LEAD_MS = 10_000

export interface Order {
  campaignId: string
  what: SwitchTarget
  now: Instant
  /** A member of staff. */
  by: string
  why: string
}

/** What the stops become; null where the order changes nothing, since somebody gave it before. */
export function stop(stops: readonly Stop[], { campaignId, what, now, by, why }: Order): Stop[] | null {
  if (standing(stops, what)) return null
  const fromAt = now + SWITCH_LEAD_MS
  return [...stops, { campaignId, what, fromAt, untilAt: null, stopped: { at: now, by, why }, started: null }]
}

/** What the stops become; null where it is not stopped, or somebody has ordered its start before. */
export function start(stops: readonly Stop[], { what, now, by, why }: Order): Stop[] | null {
  const before = standing(stops, what)
  if (!before) return null
  const ended: Stop = { ...before, untilAt: now + SWITCH_LEAD_MS, started: { at: now, by, why } }
  return stops.map((one) => (one === before ? ended : one))
}

/** An order that was given, and what was stopped before it. */
interface Given {
  at: Instant
  before: Stop[]
}

/** The last order for a switch, where it is this person's for this reason: the same asked again is answered by it. */
export function lastOrder(
  stops: readonly Stop[],
  kind: 'stop' | 'start',
  { what, by, why }: Pick<Order, 'what' | 'by' | 'why'>,
): Given | null {
  const latest = stops.filter((one) => one.what === what).at(-1)
  const given = kind === 'start' ? latest?.started : latest?.started === null && latest.stopped
  if (!latest || !given || given.by !== by || given.why !== why) return null
  const others = stops.filter((one) => one !== latest)
  return { at: given.at, before: kind === 'stop' ? others : [...others, { ...latest, untilAt: null, started: null }] }
}

/** The stop that nobody has ended. */
const standing = (stops: readonly Stop[], what: SwitchTarget): Stop | undefined =>
  stops.find((one) => one.what === what && one.untilAt === null)

export type SwitchState = 'on' | 'stopping' | 'stopped' | 'starting'

/** Where a switch stands now, and the stop that says so. */
export function stateOf(
  stops: readonly Stop[],
  what: SwitchTarget,
  now: Instant,
): { state: SwitchState; stop: Stop | null } {
  const latest = stops.filter((one) => one.what === what).at(-1)
  if (!latest || (latest.untilAt !== null && latest.untilAt <= now)) return { state: 'on', stop: null }
  if (latest.untilAt !== null) return { state: 'starting', stop: latest }
  return { state: latest.fromAt > now ? 'stopping' : 'stopped', stop: latest }
}
