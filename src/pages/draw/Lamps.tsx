import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'

const ALONG_A_SIDE = 8

interface Lamp {
  left: string
  top: string
}

/** Places round the rim, clockwise from the top left corner, in per cent of the rim's middle line. */
const LAMPS: readonly Lamp[] = [0, 1, 2, 3].flatMap((side) =>
  Array.from({ length: ALONG_A_SIDE }, (_, index) => {
    const along = `${((index + 0.5) / ALONG_A_SIDE) * 100}%`
    const back = `${100 - ((index + 0.5) / ALONG_A_SIDE) * 100}%`
    if (side === 0) return { left: along, top: '0%' }
    if (side === 1) return { left: '100%', top: along }
    if (side === 2) return { left: back, top: '100%' }
    return { left: '0%', top: back }
  }),
)

/** The rim's lamps. They glow; while a draw runs, a light goes round them. */
export function Lamps() {
  return (
    <View className="nine-grid__rim" {...accessible({ hidden: true })}>
      {LAMPS.map((place, index) => (
        <View
          className="nine-grid__lamp"
          key={`${place.left} ${place.top}`}
          style={{ ...place, animationDelay: `${(index % ALONG_A_SIDE) * 120 - 960}ms` }}
        />
      ))}
    </View>
  )
}
