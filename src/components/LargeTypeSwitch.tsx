import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { useLargeType } from './large-type'
import './LargeTypeSwitch.scss'

/** 大字模式 on and off, for all pages. The word says which one a tap brings. */
export function LargeTypeSwitch() {
  const [large, choose] = useLargeType()
  return (
    <View
      className="large-type-switch"
      hoverClass="large-type-switch--pressed"
      onClick={() => choose(!large)}
      {...accessible({ role: 'button', label: large ? '换回标准字号' : '打开大字模式' })}
    >
      <Text className="large-type-switch__sample">Aa</Text>
      <Text>{large ? '标准字号' : '大字模式'}</Text>
    </View>
  )
}
