import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import './ActionBar.scss'

/** The page's action at the thumb, in sight while the page scrolls beneath it. */
export function ActionBar({ children }: PropsWithChildren) {
  return <View className="action-bar">{children}</View>
}
