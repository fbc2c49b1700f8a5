import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { day, formatDay } from '#values/days'
import type { Fairness, MyDraw, Receipt } from '@/cloud/fairness'
import { outcomeWords } from '@/cloud/receipt-text'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { Mark } from '@/components/illustrations/Mark'
import { CheckResult } from './CheckResult'
import { factsOf } from './facts'
import { PasteReceipt } from './PasteReceipt'
import { proofText } from './proof-text'
import { checkReceipt } from './receipt-check/check-receipt'
import './Verify.scss'

const OFFERED = 5

interface VerifyProps {
  fairness: Fairness
  /** The customer's own draws; none for a visitor who is not signed in. */
  own: MyDraw[]
}

/** Checks a receipt here, on the phone: one of the customer's own draws, or one that is pasted. */
export function Verify({ fairness, own }: VerifyProps) {
  const asked = useRouter().params.nonce
  const [chosen, choose] = useState<Receipt | null>(null)
  const receipt = chosen ?? own.find((draw) => draw.receipt.nonce === asked)?.receipt ?? null
  const check = useMemo(() => receipt && checkReceipt(receipt, factsOf(fairness)), [receipt, fairness])
  return (
    <Card title="验证一张凭证" note="在您的手机上重新计算，不经过我们的服务器。">
      {offered(own).map((draw) => (
        <OwnDraw
          key={draw.receipt.nonce}
          draw={draw}
          chosen={draw.receipt.nonce === receipt?.nonce}
          onChoose={() => choose(draw.receipt)}
        />
      ))}
      <PasteReceipt onReceipt={choose} />
      {receipt && check && (
        <CheckResult
          key={receipt.nonce}
          receipt={receipt}
          check={check}
          versionNow={fairness.campaign.termsVersion}
          proof={proofText(receipt, fairness)}
        />
      )}
    </Card>
  )
}

/** The latest draws that can be checked already. */
const offered = (draws: readonly MyDraw[]) => draws.filter((draw) => draw.seedRevealed).slice(0, OFFERED)

function OwnDraw({ draw, chosen, onChoose }: { draw: MyDraw; chosen: boolean; onChoose: () => void }) {
  const { receipt, prizeName } = draw
  const when = `${formatDay(day(receipt.on))}第 ${receipt.ordinal} 次`
  const words = outcomeWords(receipt.outcome, prizeName)
  return (
    <View
      className={`verify__own ${chosen ? 'verify__own--chosen' : ''}`}
      onClick={onChoose}
      {...accessible({ role: 'button', label: `验证${when}，${words}` })}
    >
      <View className="verify__words">
        <Text className="verify__when">{when}</Text>
        <Text>{words}</Text>
      </View>
      <Text className="verify__action">{chosen ? '已选' : '验证'}</Text>
      <Mark name={chosen ? 'down' : 'forward'} size={16} className="verify__action" />
    </View>
  )
}
