import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { ErrorDrawing } from './illustrations/scenes'
import { PrimaryButton } from './PrimaryButton'
import './State.scss'

interface ErrorStateProps {
  /** What happened, that nothing was lost, and what to do. */
  message: string
  onRetry: () => void
  title?: string
}

/** Nothing can be shown: what happened and the way on. */
export function ErrorState({ message, onRetry, title = '没有打开' }: ErrorStateProps) {
  return (
    <View className="state state--page" {...accessible({ role: 'alert' })}>
      <ErrorDrawing />
      <Text className="state__title">{title}</Text>
      <Text className="state__message">{message}</Text>
      <View className="state__action">
        <PrimaryButton onClick={onRetry}>重新加载</PrimaryButton>
      </View>
    </View>
  )
}
