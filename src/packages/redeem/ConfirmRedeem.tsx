import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type FoundVoucher, newRedeemKey, type Redeemed, redeem } from '@/cloud/service-pack'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Choices } from '@/components/Choices'
import { Facts } from '@/components/Facts'
import { Plate } from '@/components/Plate'
import { PrimaryButton } from '@/components/PrimaryButton'
import './ConfirmRedeem.scss'

interface ConfirmRedeemProps {
  code: string
  voucher: FoundVoucher
  onRedeemed: (redeemed: Redeemed) => void
  onBack: () => void
}

/** What the voucher is and for which car; then what is done with it. It cannot be undone. */
export function ConfirmRedeem({ code, voucher, onRedeemed, onBack }: ConfirmRedeemProps) {
  const { title, detail, plate, items, usesLeft } = voucher
  const [item, setItem] = useState<string | null>(items.length === 1 ? (items[0] ?? null) : null)
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<Promise<string> | null>(null)

  const confirm = async () => {
    if (item === null) return setProblem('请选择本次服务项目')
    setBusy(true)
    setFailure(null)
    // The same key when it is pressed again after a lost answer: never redeemed twice.
    key.current ??= newRedeemKey()
    const result = await redeem(code, item, await key.current)
    setBusy(false)
    if (result.ok) onRedeemed(result.data)
    else setFailure(result.message)
  }

  return (
    <Card title={title} note={detail}>
      <View className="confirm-redeem__plate">
        <Plate plate={plate} kind="none" />
      </View>
      <Facts
        facts={[
          ['券码', code.replace(/(.{4})(?=.)/g, '$1 ')],
          ['剩余次数', usesLeft === null ? '不限次数' : `${usesLeft} 次`],
        ]}
      />
      <Choices
        label="本次服务项目"
        choices={items.map((text) => ({ value: text, text }))}
        value={item}
        onChange={(chosen) => {
          setItem(chosen)
          setProblem(null)
        }}
        error={problem}
      />
      <Banner tone="warn" text="请先核对车牌。核销后不能撤销，客户会立即看到记录。" />
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="confirm-redeem__actions">
        <PrimaryButton onClick={confirm} disabled={busy}>
          {busy ? '正在核销' : '确认核销'}
        </PrimaryButton>
        <PrimaryButton tone="quiet" onClick={onBack} disabled={busy}>
          返回
        </PrimaryButton>
      </View>
    </Card>
  )
}
