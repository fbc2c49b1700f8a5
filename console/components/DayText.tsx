import { day, dayOf, daysBetween, formatDay, formatInstant } from '#values/days'
import { StateTag } from './StateTag'

/** `9 月 8 日`; nothing is promised where there is no day. */
export function DayText({ on }: { on: string | null }) {
  return <>{on === null ? '—' : formatDay(day(on))}</>
}

/** `2026-09-08 10:05`. */
export function InstantText({ at }: { at: number | null }) {
  return <time>{at === null ? '—' : formatInstant(at)}</time>
}

/** The day by which something is promised, and how late it is: 9 月 8 日 · 逾期 3 天. `now` is the cloud's. */
export function DueText({ on, now }: { on: string | null; now: number }) {
  if (on === null) return <>—</>
  const left = daysBetween(dayOf(now), day(on))
  const said = formatDay(day(on))
  if (left > 2) return <>{said}</>
  const word = left < 0 ? `逾期 ${-left} 天` : left === 0 ? '今天到期' : `还有 ${left} 天`
  return (
    <>
      {said}&ensp;
      <StateTag state={{ word, tone: left < 0 ? 'bad' : 'warn' }} />
    </>
  )
}
