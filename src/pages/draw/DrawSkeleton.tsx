import { View } from '@tarojs/components'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import './DrawSkeleton.scss'

/** The draw page to come. */
export function DrawSkeleton() {
  return (
    <Page>
      <View className="draw-skeleton__hero" />
      <View className="draw-skeleton__grid">
        <Skeleton blocks={[340]} />
      </View>
      <Skeleton blocks={[180, 64, 120]} />
    </Page>
  )
}
