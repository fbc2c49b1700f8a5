import { Text, View } from '@tarojs/components'
import { Card } from '@/components/Card'
import './BindingSteps.scss'

const STEPS = [
  { title: '核对一项信息', note: '证件号后 6 位或车牌' },
  { title: '验证手机号', note: '投保时留的号码' },
  { title: '看您的优惠', note: '逐项列明，精确到分' },
]

/** How to bind a policy, in three steps. */
export function BindingSteps() {
  return (
    <Card title="已是我们的客户？绑定保单" tone="benefit">
      <View className="binding-steps">
        {STEPS.map(({ title, note }, index) => (
          <View className="binding-steps__one" key={title}>
            <Text className="binding-steps__number">{index + 1}</Text>
            <View className="binding-steps__words">
              <Text className="binding-steps__title">{title}</Text>
              <Text className="binding-steps__note">{note}</Text>
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
