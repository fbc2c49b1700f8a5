import { type Day, formatDay } from '#values/days'
import type { Bps } from '#values/money'
import { writeFigure } from './file/scaled'

/** `9.5 折` from basis points of the full price. */
export const zheText = (discount: Bps): string => `${writeFigure(discount, 3)} 折`

/** `3.5%` from basis points. */
export const percentText = (share: Bps): string => `${writeFigure(share, 2)}%`

/** `4,400`: thousands set apart. */
export const countText = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** `2026 年 9 月 1 日至 10 月 31 日`; the second year only when it differs. */
export function rangeText(from: Day, until: Day): string {
  return `${formatDay(from, true)}至 ${formatDay(until, from.slice(0, 4) !== until.slice(0, 4))}`
}

/** `不限` or the limit with its counting word. */
export const limitText = (limit: number | null, word: string): string =>
  limit === null ? '不限' : `${countText(limit)} ${word}`
