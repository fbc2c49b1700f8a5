import { View } from '@tarojs/components'

export default function Empty() {
  return <View>空</View>
}
