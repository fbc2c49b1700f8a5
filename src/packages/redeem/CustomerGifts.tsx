import { Text, View } from '@tarojs/components'
import { day, formatDay } from '#values/days'
import type { WaitingGift } from '@/cloud/gift-hand-over'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import './CustomerCard.scss'

interface CustomerGiftsProps {
  gifts: readonly WaitingGift[]
  onGift: (gift: WaitingGift) => void
}

/** The gifts that wait for this customer here. */
export function CustomerGifts({ gifts, onGift }: CustomerGiftsProps) {
  return (
    <Card title="在本网点领取的礼品">
      {gifts.length === 0 && <Text className="customer-card__none">没有等着交付的礼品。</Text>}
      {gifts.map((gift) => (
        <View className="customer-card__one customer-card__one--given" key={gift.benefitId}>
          <View>
            <Text className="customer-card__what">{gift.name}</Text>
            {gift.dueOn !== null && (
              <Text className="customer-card__aside">{`最晚 ${formatDay(day(gift.dueOn))}（含当日）交付`}</Text>
            )}
          </View>
          <FieldAction text="交付" onClick={() => onGift(gift)} />
        </View>
      ))}
    </Card>
  )
}
