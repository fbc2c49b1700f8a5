import { Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { Receipt } from '@/cloud/fairness'
import { readReceiptText } from '@/cloud/receipt-text'
import { accessible } from '@/components/accessible'
import { Mark } from '@/components/illustrations/Mark'
import { PrimaryButton } from '@/components/PrimaryButton'
import './PasteReceipt.scss'

const LONGEST = 2_000

/** A receipt from elsewhere: a friend's, or one's own of which only the copied text is left. */
export function PasteReceipt({ onReceipt }: { onReceipt: (receipt: Receipt) => void }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const read = () => {
    const receipt = readReceiptText(text)
    setUnreadable(receipt === null)
    if (receipt) onReceipt(receipt)
  }
  return (
    <View className="paste-receipt">
      <View
        className="paste-receipt__toggle"
        onClick={() => setOpen(!open)}
        {...accessible({ role: 'button', label: `粘贴一张凭证，${open ? '收起' : '展开'}` })}
        aria-expanded={open}
      >
        <Text>粘贴一张凭证</Text>
        <Mark name="down" size={16} className={open ? 'paste-receipt__arrow--open' : ''} />
      </View>
      {open && (
        <>
          <Textarea
            className="paste-receipt__text"
            value={text}
            maxlength={LONGEST}
            placeholder="在「我的」里打开凭证，复制全文后粘贴到这里"
            placeholderClass="paste-receipt__placeholder"
            onInput={(event) => setText(event.detail.value)}
            {...accessible({ label: '凭证全文' })}
          />
          <View {...accessible({ role: 'alert' })}>
            {unreadable && (
              <View className="paste-receipt__problem">
                <Mark name="cross" size={18} />
                <Text>这段文字不是完整的凭证，请重新复制全文。</Text>
              </View>
            )}
          </View>
          <PrimaryButton onClick={read} disabled={text.trim() === ''}>
            验证
          </PrimaryButton>
        </>
      )}
    </View>
  )
}
