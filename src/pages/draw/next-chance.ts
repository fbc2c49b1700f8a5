import { addDays, day, dayOf, formatDay } from '#values/days'
import type { Chances } from '@/cloud/prize-draw'

/** When the next free chance comes, as a sentence; the campaign's end when none comes any more. */
export function nextFreeText({ nextFreeAt, on }: Pick<Chances, 'nextFreeAt' | 'on'>): string {
  if (nextFreeAt === null) return '这是活动的最后一天，没有下一次免费机会了。'
  const next = dayOf(nextFreeAt)
  return `下一次免费机会：${next === addDays(day(on), 1) ? '明天' : formatDay(next)} 0 点。`
}

/** How another chance can be had today by sharing; null when it cannot. */
export function shareOffer({ share }: Pick<Chances, 'share'>): string | null {
  if (share.mode === 'off' || share.state === 'granted') return null
  return share.mode === 'on-share'
    ? '点击分享到朋友圈，再得一次机会。'
    : '点击分享到朋友圈，有朋友从您的链接进入后，再得一次机会。'
}
