import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { PrimaryButton } from './PrimaryButton'
import './State.scss'

interface EmptyStateProps {
  drawing?: ReactNode
  sentence: string
  action?: { text: string; onClick: () => void }
}

/** Nothing there yet: a drawing, one sentence, one action. */
export function EmptyState({ drawing, sentence, action }: EmptyStateProps) {
  return (
    <View className="state">
      {drawing && <View {...accessible({ hidden: true })}>{drawing}</View>}
      <Text className="state__message">{sentence}</Text>
      {action && (
        <View className="state__action">
          <PrimaryButton onClick={action.onClick}>{action.text}</PrimaryButton>
        </View>
      )}
    </View>
  )
}
