import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { confirmReceipt } from '@/cloud/platform'
import type { Transfer } from '@/cloud/transfers'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Money } from '@/components/Money'
import { PrimaryButton } from '@/components/PrimaryButton'
import './WaitingTransfers.scss'

/** What came of asking WeChat. That money has come is never said here: WeChat tells the cloud, and nobody else. */
const outcomes = {
  shown: { tone: 'info', text: '确认过的，微信正在处理，到账后这里会更新，一般要几分钟；还没有确认的，可以再点一次。' },
  cancelled: { tone: 'warn', text: '您还没有确认，这笔钱还在等您；超过 24 小时会退回，可以再付。' },
  failed: { tone: 'bad', text: '微信没有打开确认页，钱没有动。请稍后再试。' },
  'old-wechat': { tone: 'warn', text: '您的微信版本过低，请更新微信后再来确认收款。' },
  preview: { tone: 'info', text: '只有在微信里打开小程序，才能确认收款。' },
} as const

interface WaitingTransfersProps {
  transfers: readonly Transfer[]
  /** WeChat was asked: what waits may have changed. */
  onAsked: () => void
}

/** 等您确认收款: each amount, what it is for, and the way to WeChat's own page. */
export function WaitingTransfers({ transfers, onAsked }: WaitingTransfersProps) {
  const [outcome, setOutcome] = useState<keyof typeof outcomes | null>(null)
  const [asking, setAsking] = useState(false)
  const ask = async ({ merchantId, appId, packageInfo }: Transfer) => {
    setAsking(true)
    const answer = await confirmReceipt({ mchId: merchantId, appId, package: packageInfo })
    setAsking(false)
    setOutcome(answer)
    onAsked()
  }
  return (
    <Card title="等您确认收款" note="在微信里确认后存入您的微信零钱，打款后 24 小时内有效。" tone="benefit">
      {transfers.map((transfer) => (
        <View className="waiting-transfers__one" key={transfer.benefitId}>
          <View className="waiting-transfers__what">
            <Text>{transfer.title}</Text>
            <Money of={transfer.netFen} />
          </View>
          <PrimaryButton onClick={() => ask(transfer)} disabled={asking}>
            {asking ? '正在打开微信' : '确认收款'}
          </PrimaryButton>
        </View>
      ))}
      <View>{outcome !== null && <Banner {...outcomes[outcome]} />}</View>
    </Card>
  )
}
