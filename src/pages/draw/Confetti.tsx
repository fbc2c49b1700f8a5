import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import './Confetti.scss'

const PIECES = 26

/** Where the pieces fly: fixed, so that nothing but CSS moves them. Spread by the golden angle. */
const FLIGHTS = Array.from({ length: PIECES }, (_, index) => {
  const angle = index * 2.399963
  const reach = 90 + ((index * 37) % 70)
  return {
    id: index,
    x: Math.round(Math.cos(angle) * reach),
    y: Math.round(Math.sin(angle) * reach * 0.8 - 30),
    turn: (index * 73) % 360,
    kind: index % 4,
  }
})

/** One short burst behind the prize. */
export function Confetti() {
  return (
    <View className="confetti" {...accessible({ hidden: true })}>
      {FLIGHTS.map(({ id, x, y, turn, kind }) => (
        <View
          className="confetti__flight"
          key={id}
          style={{ transform: `translate(${x}px, ${y}px) rotate(${turn}deg)` }}
        >
          <View className={`confetti__piece confetti__piece--${kind}`} />
        </View>
      ))}
    </View>
  )
}
