import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import './Plate.scss'

interface PlateProps {
  /** As it is shown: 京A·8***1, or 未上牌. */
  plate: string
  /** Green is new energy; `none` has not been registered yet. */
  kind: 'blue' | 'green' | 'yellow' | 'white' | 'black' | 'none'
}

/** A licence plate, drawn as it hangs on the car. */
export function Plate({ plate, kind }: PlateProps) {
  return (
    <View className={`plate plate--${kind}`} {...accessible({ role: 'img', label: `车牌 ${plate}` })}>
      <View className="plate__rim">
        <Text className="plate__text">{plate}</Text>
      </View>
    </View>
  )
}
