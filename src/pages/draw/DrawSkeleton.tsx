import { View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import './DrawSkeleton.scss'

const CELLS = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** The draw page to come. */
export function DrawSkeleton() {
  return (
    <Page>
      <View className="draw-skeleton__hero" />
      <View className="draw-skeleton__grid" {...accessible({ hidden: true })}>
        {CELLS.map((cell) => (
          <View className="draw-skeleton__cell" key={cell} />
        ))}
      </View>
      <Skeleton blocks={[180, 64, 120]} />
    </Page>
  )
}
