import { type Day, day } from '#values/days'
import type { MyDraw } from '@/cloud/fairness'

export interface DayOfDraws {
  on: Day
  draws: MyDraw[]
}

/** The draws under their days; both keep the order in which the draws came. */
export function drawsByDay(draws: readonly MyDraw[]): DayOfDraws[] {
  const days = new Map<string, DayOfDraws>()
  for (const draw of draws) {
    const known = days.get(draw.receipt.on)
    if (known) known.draws.push(draw)
    else days.set(draw.receipt.on, { on: day(draw.receipt.on), draws: [draw] })
  }
  return [...days.values()]
}
