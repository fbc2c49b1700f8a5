import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { unbind } from '@/cloud/binding'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Sheet } from '@/components/Sheet'
import './Unbinding.scss'

/**
 * Ends the binding of this WeChat account. What the policies have brought stays with the policyholder. Nothing is offered where
 * nothing is bound.
 */
export function Unbinding({ bound, onDone }: { bound: boolean; onDone: () => void }) {
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<{ tone: 'good' | 'bad'; text: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const end = async () => {
    setBusy(true)
    const result = await unbind()
    setBusy(false)
    setAsking(false)
    setSaid(result.ok ? { tone: 'good', text: '已解除绑定，权益仍归投保人。' } : { tone: 'bad', text: result.message })
    if (result.ok) onDone()
  }
  if (!bound) return said && <Banner tone={said.tone} text={said.text} />
  return (
    <Card title="解除绑定" note="解除后，这个微信不再显示保单和优惠；权益不受影响，可以重新绑定。">
      <PrimaryButton tone="quiet" onClick={() => setAsking(true)}>
        解除绑定
      </PrimaryButton>
      <View>{said && <Banner tone={said.tone} text={said.text} />}</View>
      <View>
        <Sheet
          open={asking}
          title="解除绑定？"
          onClose={() => setAsking(false)}
          foot={
            <View className="unbinding__actions">
              <PrimaryButton onClick={end} disabled={busy}>
                {busy ? '正在解除' : '确认解除'}
              </PrimaryButton>
              <PrimaryButton tone="quiet" onClick={() => setAsking(false)} disabled={busy}>
                保留
              </PrimaryButton>
            </View>
          }
        >
          <Text className="unbinding__words">解除后需要重新验证手机号，才能再看到保单和优惠。</Text>
        </Sheet>
      </View>
    </Card>
  )
}
