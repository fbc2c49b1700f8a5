/**
 * 员工这样说：每天免费抽一次；点击分享到朋友圈，当天再多一次。 §5.4.2
 *
 * A day is a day in Asia/Shanghai. Chances do not carry over to the next day. A draw that hit a stopped prize used none.
 */
import type { Terms } from '#rules/campaign/terms'
import { addDays, type Day, dayOf, type Instant, startOf } from '#values/days'
import type { DrawBook } from '../prize-draw/draw-book'

export interface DayChances {
  on: Day
  granted: number
  used: number
  left: number
  sharedToday: boolean
  /** First instant of the next day with a free chance; null when the campaign is over by then. */
  nextFreeAt: Instant | null
}

export function countChances(terms: Terms, book: Pick<DrawBook, 'draws' | 'shareCredits'>, now: Instant): DayChances {
  const on = dayOf(now)
  const { freeChancesPerDay, shareChance } = terms.prizeDraw
  const sharedToday = book.shareCredits.some((credit) => credit.on === on)
  const granted = freeChancesPerDay + (sharedToday && shareChance.mode !== 'off' ? shareChance.perDay : 0)
  const used = book.draws.filter((draw) => draw.on === on && draw.outcome.kind !== 'prize-stopped').length
  const tomorrow = addDays(on, 1)
  return {
    on,
    granted,
    used,
    left: Math.max(0, granted - used),
    sharedToday,
    nextFreeAt: tomorrow > terms.period.endsOn ? null : startOf(tomorrow),
  }
}
