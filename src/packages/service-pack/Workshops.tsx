import { Text, View } from '@tarojs/components'
import type { VouchersView } from '@/cloud/service-pack'
import { Card } from '@/components/Card'
import { Mark } from '@/components/illustrations/Mark'
import './Workshops.scss'

/** Where coupons and the inspection are taken. */
export function Workshops({ workshops }: { workshops: VouchersView['workshops'] }) {
  return (
    <Card title="合作维修厂" note="工时券、配件券和车辆检测在这些门店使用。">
      {workshops.map(({ workshopId, name, address }) => (
        <View className="workshops__one" key={workshopId}>
          <Mark name="place" size={22} className="workshops__mark" />
          <View className="workshops__words">
            <Text className="workshops__name">{name}</Text>
            <Text className="workshops__address">{address}</Text>
          </View>
        </View>
      ))}
    </Card>
  )
}
