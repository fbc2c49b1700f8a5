import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { MyDraw } from '@/cloud/fairness'
import { copyText } from '@/cloud/platform'
import { receiptLines, receiptText } from '@/cloud/receipt-text'
import { CopyButton } from '@/components/CopyButton'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import './ReceiptSheet.scss'

interface ReceiptSheetProps {
  draw: MyDraw | null
  onClose: () => void
}

/** 抽奖凭证: all that stands in it, to be copied as one text and taken to 开奖验证. */
export function ReceiptSheet({ draw, onClose }: ReceiptSheetProps) {
  if (!draw) return null
  const { receipt, prizeName, seedRevealed } = draw
  const verify = () => Taro.navigateTo({ url: `/packages/fairness/pages/index?nonce=${receipt.nonce}` })
  return (
    <Sheet
      open
      title="抽奖凭证"
      onClose={onClose}
      foot={<PrimaryButton onClick={verify}>{seedRevealed ? '验证这次抽奖' : '了解如何验证'}</PrimaryButton>}
    >
      <Text className="receipt-sheet__note">
        {seedRevealed
          ? '当天的种子已经公布，现在就可以验证。'
          : '当天的种子在次日公布，公布后凭这张凭证可以验证。请勿把凭证改动一字。'}
      </Text>
      <View className="receipt-sheet__lines">
        {receiptLines(receipt, prizeName).map(({ label, value, code }) => (
          <View className="receipt-sheet__line" key={label}>
            <Text className="receipt-sheet__label">{label}</Text>
            <Text className={`receipt-sheet__value ${code ? 'receipt-sheet__value--code' : ''}`} selectable userSelect>
              {value}
            </Text>
          </View>
        ))}
      </View>
      <CopyButton text="复制凭证全文" onCopy={() => copyText(receiptText(receipt))} />
    </Sheet>
  )
}
