import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import { Mark } from './illustrations/Mark'
import './DoneState.scss'

interface DoneStateProps {
  title: string
  sentence: string
}

/** It is done: what, and what comes next. Actions and particulars below. */
export function DoneState({ title, sentence, children }: PropsWithChildren<DoneStateProps>) {
  return (
    <View className="done-state" {...accessible({ role: 'status', live: true })}>
      <View className="done-state__mark">
        <Mark name="tick" size={64} />
      </View>
      <Text className="done-state__title" {...accessible({ role: 'heading' })}>
        {title}
      </Text>
      <Text className="done-state__sentence">{sentence}</Text>
      {children && <View className="done-state__actions">{children}</View>}
    </View>
  )
}
