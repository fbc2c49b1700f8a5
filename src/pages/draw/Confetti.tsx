import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import './Confetti.scss'

/** As many as Confetti.scss has flights for. */
const PIECES = Array.from({ length: 26 }, (_, index) => index)

/** One short burst behind the prize. Where each piece flies is the style sheet's: the page sends only that there are some. */
export function Confetti() {
  return (
    <View className="confetti" {...accessible({ hidden: true })}>
      {PIECES.map((piece) => (
        <View className="confetti__piece" key={piece} />
      ))}
    </View>
  )
}
