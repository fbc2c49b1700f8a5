import { Text, View } from '@tarojs/components'
import { formatInstant } from '#values/days'
import type { DrawPageView } from '@/cloud/prize-draw'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { spacedName } from './spaced-name'
import './Winners.scss'

/** Seconds for which one line is in sight while the list rolls. */
const PACE = 2.4
/** Up to this many lines stand still. */
const STANDING = 3

/** The latest winners by their masked names. The list rolls when it is longer than its window; a finger holds it. */
export function Winners({ winners }: { winners: DrawPageView['winners'] }) {
  if (winners.length === 0) return null
  const rolls = winners.length > STANDING
  const lines = winners.map(({ who, prizeName, at }) => (
    <View className="winners__line" key={`${who} ${at}`}>
      <Text className="winners__who">{who}</Text>
      <Text className="winners__prize">抽中{spacedName(prizeName)}</Text>
      <Text className="winners__at">{formatInstant(at).slice(5)}</Text>
    </View>
  ))
  return (
    <Card title="最近中奖">
      <View className={`winners ${rolls ? 'winners--rolling' : ''}`} hoverClass={rolls ? 'winners--held' : 'none'}>
        <View className="winners__roll" style={{ animationDuration: `${winners.length * PACE}s` }}>
          <View>{lines}</View>
          {rolls && (
            <View className="winners__again" {...accessible({ hidden: true })}>
              {lines}
            </View>
          )}
        </View>
      </View>
    </Card>
  )
}
