import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { Offer } from '@/cloud/offers'
import { askToBeTold } from '@/cloud/prize-collection'
import { FieldAction } from '@/components/FieldAction'

/** WeChat's question for one message when the gift waits at the branch; nothing where no message is set up. */
export function TellWhenReady({ messages }: Pick<Offer, 'messages'>) {
  const [agreed, setAgreed] = useState(false)
  if (messages.length === 0) return null
  if (agreed) return <Text className="offer-entry__sentence">备好后会通过微信通知您。</Text>
  // On the tap itself: WeChat asks at no other time.
  return <FieldAction text="备好后通知我" onClick={() => void askToBeTold(messages).then(setAgreed)} />
}
