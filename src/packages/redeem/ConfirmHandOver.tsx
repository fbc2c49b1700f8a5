import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { fen, formatYuan } from '#values/money'
import { newNonce } from '@/cloud/nonce'
import { type FoundPrize, type HandedOver, handOver } from '@/cloud/prize-hand-over'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { PrimaryButton } from '@/components/PrimaryButton'
import './ConfirmRedeem.scss'

interface ConfirmHandOverProps {
  code: string
  prize: FoundPrize
  onHandedOver: (done: HandedOver) => void
  onBack: () => void
}

/** Which prize, and whose: the person at the counter is compared with it before it is handed over. */
export function ConfirmHandOver({ code, prize, onHandedOver, onBack }: ConfirmHandOverProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<Promise<string> | null>(null)
  const confirm = async () => {
    setBusy(true)
    setFailure(null)
    // The same key when it is pressed again after a lost answer: never handed over twice.
    key.current ??= newNonce()
    const result = await handOver(code, await key.current)
    setBusy(false)
    if (result.ok) onHandedOver(result.data)
    else setFailure(result.message)
  }
  return (
    <Card title={prize.prizeName} note={`价值 ${formatYuan(fen(prize.valueFen))}`}>
      <Facts
        facts={[
          ['领奖人', prize.name],
          ['手机号', prize.phone],
          ['领奖码', code.replace(/(.{4})(?=.)/g, '$1 ')],
        ]}
      />
      <Banner tone="warn" text="请核对领奖人本人，再把奖品交给客户。登记错了 10 分钟内可以撤回。" />
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="confirm-redeem__actions">
        <PrimaryButton onClick={confirm} disabled={busy}>
          {busy ? '正在登记' : '确认发奖'}
        </PrimaryButton>
        <PrimaryButton tone="quiet" onClick={onBack} disabled={busy}>
          返回
        </PrimaryButton>
      </View>
    </Card>
  )
}
