import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { BankAccountView } from '@/cloud/bank-account'
import { askToBeTold } from '@/cloud/prize-collection'
import { FieldAction } from '@/components/FieldAction'

/** WeChat's question for one message when money waits to be confirmed; nothing where no message is set up. */
export function TellWhenPaid({ messages }: Pick<BankAccountView, 'messages'>) {
  const [agreed, setAgreed] = useState(false)
  if (messages.length === 0) return null
  if (agreed) return <Text className="kept-account__words">打款后会通过微信通知您。</Text>
  // On the tap itself: WeChat asks at no other time.
  return <FieldAction text="打款后通知我" onClick={() => void askToBeTold(messages).then(setAgreed)} />
}
