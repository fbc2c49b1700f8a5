import { Text, View } from '@tarojs/components'
import { type Failure, mayPass } from '@/cloud/call'
import { drawIsPending } from '@/cloud/prize-draw'
import { accessible } from '@/components/accessible'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import './ResultSheet.scss'

interface RefusedSheetProps {
  failure: Failure | null
  onRetry: () => void
  onClose: () => void
}

/** No answer, or a refusal: what happened, that nothing was lost, and what to do. */
export function RefusedSheet({ failure, onRetry, onClose }: RefusedSheetProps) {
  if (!failure) return null
  const again = mayPass(failure)
  return (
    <Sheet
      open
      title={again ? '还没有收到结果' : '现在不能抽奖'}
      onClose={onClose}
      foot={<PrimaryButton onClick={again ? onRetry : onClose}>{again ? '再取一次结果' : '知道了'}</PrimaryButton>}
    >
      <View className="result__body" {...accessible({ role: 'alert' })}>
        <Text className="result__sentence">{failure.message}</Text>
        {again && drawIsPending() && (
          <Text className="result__sentence">这一次抽奖已经记住：再取也还是同一次，不会多用机会，结果也不会变。</Text>
        )}
      </View>
    </Sheet>
  )
}
