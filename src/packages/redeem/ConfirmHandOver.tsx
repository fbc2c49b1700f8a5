import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { Result } from '@/cloud/call'
import { newNonce } from '@/cloud/nonce'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { PrimaryButton } from '@/components/PrimaryButton'
import './ConfirmRedeem.scss'

interface ConfirmHandOverProps<Done> {
  /** What is handed over. */
  title: string
  note: string
  /** Whose it is: compared with the person at the counter. */
  facts: readonly (readonly [label: string, value: string])[]
  caution: string
  /** What stands on the button: 确认发奖. */
  deed: string
  act: (requestKey: string) => Promise<Result<Done>>
  onHandedOver: (done: Done) => void
  onBack: () => void
}

/** What, and whose: the person at the counter is compared with it before it is handed over. */
export function ConfirmHandOver<Done>({ act, onHandedOver, onBack, ...shown }: ConfirmHandOverProps<Done>) {
  const { title, note, facts, caution, deed } = shown
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<Promise<string> | null>(null)
  const confirm = async () => {
    setBusy(true)
    setFailure(null)
    // The same key when it is pressed again after a lost answer: never handed over twice.
    key.current ??= newNonce()
    const result = await act(await key.current)
    setBusy(false)
    if (result.ok) onHandedOver(result.data)
    else setFailure(result.message)
  }
  return (
    <Card title={title} note={note}>
      <Facts facts={facts} />
      <Banner tone="warn" text={caution} />
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="confirm-redeem__actions">
        <PrimaryButton onClick={confirm} disabled={busy}>
          {busy ? '正在登记' : deed}
        </PrimaryButton>
        <PrimaryButton tone="quiet" onClick={onBack} disabled={busy}>
          返回
        </PrimaryButton>
      </View>
    </Card>
  )
}
