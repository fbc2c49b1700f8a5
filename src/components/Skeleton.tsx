import { View } from '@tarojs/components'
import { accessible } from './accessible'
import './Skeleton.scss'

interface SkeletonProps {
  /** Heights in px of the blocks of the page to come, from top to bottom; each stands in a card of its own. */
  blocks?: readonly number[]
}

/** The page to come, in grey: shown only while there is nothing better to show. */
export function Skeleton({ blocks = [120, 88, 88] }: SkeletonProps) {
  return (
    <View className="skeleton" {...accessible({ role: 'status', label: '正在加载' })}>
      {blocks.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a skeleton never move
        <View className="skeleton__block" key={index} style={{ height: `${height}px` }} />
      ))}
    </View>
  )
}
