import type { Instant } from '#values/days'
import type { Terms } from '../campaign/terms'
import { isStoppedItself, type StopTimes, type SwitchTarget } from './stop'
import { targetsOf } from './targets'

/** Something that is stopped, as customers read it. */
export interface Paused {
  what: SwitchTarget
  title: string
  sentence: string
}

/** All that is stopped at that instant, in the order of the plan. */
export const pausedAt = (terms: Terms, stops: readonly StopTimes[], at: Instant): Paused[] =>
  targetsOf(terms)
    .filter(({ what }) => isStoppedItself(stops, what, at))
    .map(({ what, title }) => ({ what, title, sentence: pausedText(what, title) }))

/** The sentence that customers read while it is stopped. */
export function pausedText(what: SwitchTarget, title: string): string {
  if (what === 'campaign') return '活动暂时停止，已经获得的奖品和优惠不受影响。恢复后可以接着参加。'
  if (what === 'prize-draw') return '抽奖暂时停止，您的机会和已经获得的奖品都不受影响。'
  if (what.startsWith('prize:'))
    return `“${title}”暂停发放：抽到它而没有得到别的奖品时，不占用抽奖机会。已经中的照常发放。`
  return `“${title}”暂停办理：暂停期间出单的，恢复后按条款补上；已经给您的不受影响。`
}
