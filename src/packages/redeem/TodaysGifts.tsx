import { dayOf, formatDay } from '#values/days'
import { type Gifts, takeGiftBack } from '@/cloud/gift-hand-over'
import { HandedOverList } from './HandedOverList'

interface TodaysGiftsProps {
  gifts: Gifts
  stale: boolean
  onChanged: () => void
}

/** What this branch has handed over today of gifts. */
export function TodaysGifts({ gifts: { items, now }, stale, onChanged }: TodaysGiftsProps) {
  const today = dayOf(now)
  const lines = items.flatMap(({ benefitId, giftName, name, handedOver }) =>
    handedOver && dayOf(handedOver.at) === today ? [{ benefitId, what: giftName, name, ...handedOver }] : [],
  )
  return (
    <HandedOverList
      title="今日交付的礼品"
      note={`${formatDay(today)}，共 ${lines.length} 份`}
      none="今天还没有交付礼品。"
      lines={lines}
      stale={stale}
      undo={(benefitId) => takeGiftBack(benefitId, '登记错了，撤回')}
      onChanged={onChanged}
    />
  )
}
