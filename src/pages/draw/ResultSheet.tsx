import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { DrawPageView, Receipt } from '@/cloud/prize-draw'
import { ticketDigits } from '@/cloud/receipt-text'
import { accessible } from '@/components/accessible'
import { Mark } from '@/components/illustrations/Mark'
import { PrizeIcon } from '@/components/illustrations/PrizeIcon'
import { Money } from '@/components/Money'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import { Confetti } from './Confetti'
import { nextFreeText, shareOffer } from './next-chance'
import { outcomeTexts } from './outcome-texts'
import './ResultSheet.scss'

interface ResultSheetProps {
  receipt: Receipt | null
  view: DrawPageView
  onClose: () => void
  onShare: () => void
}

/** The win sheet, or the kind one that says when the next chance comes. */
export function ResultSheet({ receipt, view, onClose, onShare }: ResultSheetProps) {
  if (!receipt) return null
  const { outcome } = receipt
  const { title, sentence } = outcomeTexts(outcome, view)
  const prize = outcome.kind === 'won' ? view.prizes.find(({ prizeId }) => prizeId === outcome.prizeId) : undefined
  const won = outcome.kind === 'won'
  return (
    <Sheet
      open
      title={won ? '中奖了' : '抽奖结果'}
      onClose={onClose}
      className={won ? 'result result--won' : 'result'}
      foot={
        outcome.kind === 'won' ? (
          <ToMyPrizes benefitId={(prize?.collects ?? true) ? outcome.benefitId : null} onClose={onClose} />
        ) : (
          <NextStep view={view} onClose={onClose} onShare={onShare} />
        )
      }
    >
      {won && <Confetti />}
      <View className="result__body">
        <View className="result__medal" {...accessible({ hidden: true })}>
          <PrizeIcon kind={prize?.kind ?? 'thanks'} size={72} />
        </View>
        <Text className="result__title">{title}</Text>
        {prize && (
          <Text className="result__value">
            价值 <Money of={prize.valueFen} as="promise" />
          </Text>
        )}
        <Text className="result__sentence">{sentence}</Text>
        <ReceiptLine receipt={receipt} onClose={onClose} />
      </View>
    </Sheet>
  )
}

/** To the prize's own form where it asks for something, else to the prizes. */
function ToMyPrizes({ benefitId, onClose }: { benefitId: string | null; onClose: () => void }) {
  const go = () => {
    onClose()
    void Taro.switchTab({ url: '/pages/mine/index' })
  }
  const fill = (id: string) => {
    onClose()
    void Taro.navigateTo({ url: `/packages/prize-collection/pages/index?prize=${encodeURIComponent(id)}` })
  }
  return (
    <View className="result__ways">
      {benefitId !== null && <PrimaryButton onClick={() => fill(benefitId)}>现在填写领奖信息</PrimaryButton>}
      <PrimaryButton tone={benefitId === null ? 'main' : 'quiet'} onClick={go}>
        查看我的奖品
      </PrimaryButton>
    </View>
  )
}

function NextStep({ view, onClose, onShare }: Omit<ResultSheetProps, 'receipt'>) {
  const { chances } = view
  const offer = shareOffer(chances)
  if (chances.left > 0) return <Step sentence={`今天还有 ${chances.left} 次机会。`} text="再抽一次" onClick={onClose} />
  if (offer) return <Step sentence={offer} text="点击分享到朋友圈" onClick={onShare} />
  return <Step sentence={nextFreeText(chances)} text="知道了" onClick={onClose} />
}

const Step = ({ sentence, text, onClick }: { sentence: string; text: string; onClick: () => void }) => (
  <View>
    <Text className="result__next">{sentence}</Text>
    <PrimaryButton onClick={onClick}>{text}</PrimaryButton>
  </View>
)

/** The draw's own proof, one tap away from what can be checked of it, and when. */
function ReceiptLine({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const check = () => {
    onClose()
    void Taro.navigateTo({ url: `/packages/fairness/pages/index?nonce=${receipt.nonce}` })
  }
  return (
    <View className="result__receipt" onClick={check} {...accessible({ role: 'button', label: '查看开奖验证' })}>
      <Mark name="lock" size={16} />
      <Text>
        今天第 {receipt.ordinal} 次 · 号码 {ticketDigits(receipt.ticket)} · 明天起可验证
      </Text>
      <Mark name="forward" size={16} />
    </View>
  )
}
