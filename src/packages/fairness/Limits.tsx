import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import { Mark } from '@/components/illustrations/Mark'
import './Limits.scss'

const limits = [
  '奖品当时是否已经发完、上限是否达到。这由定时的库存对账核对。',
  '奖品是否已经送到您手中。请在「我的」查看发放状态。',
  '主办方内部是否有人事先知道种子。因此活动规则不许内部人员参加。',
  '是否有别人的抽奖没有计入。凭证只能证明它自己这一次。',
]

/** What a passed check does not say. Left out, the rest would promise too much. */
export function Limits() {
  return (
    <Card title="验证不能证明的事">
      {limits.map((limit) => (
        <View className="limits__line" key={limit}>
          <Mark name="unknown" className="limits__mark" />
          <Text className="limits__words">{limit}</Text>
        </View>
      ))}
    </Card>
  )
}
