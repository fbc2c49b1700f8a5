/**
 * 员工这样说：出了问题，可以把一项优惠、一种奖品或整个活动先停下来；已经给的不收回，恢复后接着算。 §10
 *
 * A stop begins and ends at instants that are named before they come: every instance of the functions knows of them by
 * then, so a decision at an instant is the same wherever it is made, and anybody can check it afterwards.
 */
import type { Instant } from '#values/days'
import type { PolicyRule } from '../benefit/benefit'

/** A benefit of the plan, §5.1 to §5.4: the draw as a whole is one. */
export type StoppableBenefit = PolicyRule | 'prize-draw'
/** All that can be stopped by itself. */
export type SwitchTarget = 'campaign' | StoppableBenefit | `prize:${string}`

/** When something did not give: from inclusive, until exclusive; null while nobody has started it again. */
export interface StopTimes {
  what: SwitchTarget
  fromAt: Instant
  untilAt: Instant | null
}

interface Signed {
  at: Instant
  /** A member of staff. */
  by: string
  why: string
}

/** A stop with who ordered it and its end. It is never removed. */
export interface Stop extends StopTimes {
  campaignId: string
  stopped: Signed
  started: Signed | null
}

export const prizeTarget = (prizeId: string): `prize:${string}` => `prize:${prizeId}`

/** Whether `what` is stopped at that instant, by itself or with the whole campaign; a prize also with the draw. */
export const isStopped = (stops: readonly StopTimes[], what: SwitchTarget, at: Instant): boolean =>
  stops.some((stop) => reaches(stop.what, what) && isDuring(stop, at))

/** Whether it is stopped by itself, whatever stands around it. */
export const isStoppedItself = (stops: readonly StopTimes[], what: SwitchTarget, at: Instant): boolean =>
  stops.some((stop) => stop.what === what && isDuring(stop, at))

/** The stops that bear on the draw, without who ordered them: what a draw is checked with. */
export const drawStops = (stops: readonly StopTimes[]): StopTimes[] =>
  stops
    .filter(({ what }) => what === 'campaign' || what === 'prize-draw' || what.startsWith('prize:'))
    .map(({ what, fromAt, untilAt }) => ({ what, fromAt, untilAt }))

const isDuring = ({ fromAt, untilAt }: StopTimes, at: Instant): boolean =>
  fromAt <= at && (untilAt === null || at < untilAt)

const reaches = (stopped: SwitchTarget, what: SwitchTarget): boolean =>
  stopped === what || stopped === 'campaign' || (stopped === 'prize-draw' && what.startsWith('prize:'))
