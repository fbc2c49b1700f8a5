import { type Day, formatDay } from '#values/days'
import { type Bps, formatYuan } from '#values/money'
import { writeFigure } from './file/scaled'
import type { Terms } from './terms'

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

/** `¥100 现金`, `¥100 的等值礼品（洗车卡）`, or the one or the other as chosen (§5.3.1). */
export function referralRewardText({ form, rewardFen, giftName }: Terms['referralReward']): string {
  const worth = formatYuan(rewardFen)
  const gift = `等值礼品${giftName === null ? '' : `（${giftName}）`}`
  switch (form) {
    case 'cash':
      return `${worth} 现金`
    case 'gift':
      return `${worth} 的${gift}`
    case 'as-chosen':
      return `${worth} 现金或${gift}，任选其一`
  }
}
