import { Text, View } from '@tarojs/components'
import type { WaitingGift } from '@/cloud/gift-hand-over'
import type { FoundCustomer } from '@/cloud/prize-hand-over'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { Notes } from '@/components/Notes'
import { PrimaryButton } from '@/components/PrimaryButton'
import { CustomerGifts } from './CustomerGifts'
import './ConfirmRedeem.scss'
import './CustomerCard.scss'

interface CustomerCardProps {
  customer: FoundCustomer
  onGift: (gift: WaitingGift) => void
  onBack: () => void
}

/** Who shows the code, masked, and what this branch can do for them. */
export function CustomerCard({ customer, onGift, onBack }: CustomerCardProps) {
  const { holder, vouchers, prizes, gifts } = customer
  const facts: (readonly [string, string])[] = holder
    ? [
        ['投保人', holder.name],
        ['手机号', holder.phone],
        ['车辆', holder.plates.length === 0 ? '没有' : holder.plates.join('、')],
      ]
    : [['投保人', '这个微信还没有绑定保单']]
  return (
    <View>
      <Card title="客户">
        <Facts facts={facts} />
      </Card>
      <Card title="可用的服务券" note="核销时请客户打开那张券，出示券码。">
        {vouchers.length === 0 && <Text className="customer-card__none">没有可用的服务券。</Text>}
        {vouchers.map(({ title, plate, usesLeft }) => (
          <View className="customer-card__one" key={`${title}-${plate}`}>
            <Text>{`${title} · ${plate}`}</Text>
            <Text className="customer-card__aside">{usesLeft === null ? '不限次' : `${usesLeft} 次`}</Text>
          </View>
        ))}
      </Card>
      <CustomerGifts gifts={gifts} onGift={onGift} />
      <Card title="在本网点领取的奖品">
        {prizes.length === 0 && <Text className="customer-card__none">没有在本网点领取的奖品。</Text>}
        {prizes.map(({ name, next }) => (
          <View className="customer-card__one" key={`${name}-${next}`}>
            <Text>{name}</Text>
            <Notes sentences={[next]} />
          </View>
        ))}
        <View className="confirm-redeem__actions">
          <PrimaryButton onClick={onBack}>查下一位</PrimaryButton>
        </View>
      </Card>
    </View>
  )
}
