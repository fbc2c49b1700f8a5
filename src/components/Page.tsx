import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useContext } from 'react'
import { accessible } from './accessible'
import { useLargeType } from './large-type'
import { Online } from './online'
import { PrivacyDialog } from './PrivacyDialog'
import './Page.scss'

interface PageProps {
  /** A demonstration campaign: the page says so at its top. */
  demo?: boolean
  /** A page that leads elsewhere: no room is kept for a tab bar, only for the phone's own edge. */
  className?: string
}

/** The frame of every page: ground, safe areas, 大字模式, the offline bar and the mark of a demonstration. */
export function Page({ demo = false, className = '', children }: PropsWithChildren<PageProps>) {
  const [large] = useLargeType()
  const online = useContext(Online)
  return (
    <View className={`page ${large ? 'large-type' : ''} ${className}`}>
      <View {...accessible({ role: 'status', live: true })}>
        {!online && (
          <View className="page__offline">
            <Text>网络没有连上，恢复后自动更新。</Text>
          </View>
        )}
      </View>
      {demo && (
        <View className="page__demo">
          <Text>演示活动 · 奖品与数据均为虚构</Text>
        </View>
      )}
      {children}
      <View className="page__edge" {...accessible({ hidden: true })} />
      <PrivacyDialog />
    </View>
  )
}
