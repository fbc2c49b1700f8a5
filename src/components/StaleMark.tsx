import { Text, View } from '@tarojs/components'
import { Mark } from './illustrations/Mark'
import './StaleMark.scss'

/** Says that what is shown is from an earlier visit. It fades in late: a fresh answer usually comes first. */
export function StaleMark({ stale }: { stale: boolean }) {
  if (!stale) return null
  return (
    <View className="stale-mark">
      <Mark name="clock" size={16} />
      <Text>旧数据，更新后自动替换</Text>
    </View>
  )
}
