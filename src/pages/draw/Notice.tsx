import { Text, View } from '@tarojs/components'
import { useContext } from 'react'
import type { Failure } from '@/cloud/call'
import type { DrawPageView } from '@/cloud/prize-draw'
import { accessible } from '@/components/accessible'
import { Online } from '@/components/online'
import type { DrawGate } from './draw-gate'
import { noticeText } from './notice-text'
import './Notice.scss'

interface NoticeProps {
  view: DrawPageView
  gate: DrawGate
  /** Why the page could not be brought up to date. */
  late: Failure | null
  onRetry: () => void
}

const OFFLINE = '现在没有网络，可以先看；您的机会和奖品都不受影响。'

/** One strip under the grid when something limits the draw now: what it is, and what would change it. */
export function Notice({ view, gate, late, onRetry }: NoticeProps) {
  const online = useContext(Online)
  const text = online ? (late?.message ?? noticeText(gate, view)) : OFFLINE
  if (text === null) return null
  return (
    <View className="notice" {...accessible({ role: 'status', live: true })}>
      <Text className="notice__text">{text}</Text>
      {online && late && (
        <View className="notice__retry" onClick={onRetry} {...accessible({ role: 'button' })}>
          <Text>重新加载</Text>
        </View>
      )}
    </View>
  )
}
