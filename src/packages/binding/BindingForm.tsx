import { View } from '@tarojs/components'
import { useState } from 'react'
import { bind, bindingProblems, type HolderProof, type PhoneProof } from '@/cloud/binding'
import { isFlawless, type Problems } from '@/cloud/problems'
import { usePhoneProof } from '@/cloud/use-phone-proof'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Notes } from '@/components/Notes'
import { PhoneProofCard } from '@/components/PhoneProofCard'
import { PrimaryButton } from '@/components/PrimaryButton'
import { HolderProofFields } from './HolderProofFields'
import './BindingForm.scss'

/** The proof first, the phone last: the button that asks WeChat for it is also the one that binds. */
export function BindingForm({ onBound }: { onBound: (vehicles: number) => void }) {
  const [proof, setProof] = useState<HolderProof>({ kind: 'id-tail', value: '' })
  const [shown, setShown] = useState<Problems>({})
  const proving = usePhoneProof()
  const { typing, busy, failure } = proving

  const send = async (by: PhoneProof) => {
    const problems = bindingProblems(by, proof)
    setShown(problems)
    proving.forgetFailure()
    if (!isFlawless(problems)) return
    const result = await proving.spend(bind(by, proof))
    if (result.ok) onBound(result.data.vehicles)
  }
  const asksWeChat = !typing && isFlawless(bindingProblems(proving.soFar, proof))

  return (
    <View>
      <Card title="核对一项信息">
        <HolderProofFields proof={proof} onChange={setProof} error={shown['proof.value']} />
      </Card>
      <PhoneProofCard
        title="验证手机号"
        note="请使用投保时留的手机号。"
        proving={proving}
        errors={{ phone: shown['phone.phone'], code: shown['phone.code'] }}
      >
        <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
        <View className="binding-form__action">
          <PrimaryButton
            disabled={busy}
            {...(asksWeChat ? proving.byWeChat((by) => void send(by)) : { onClick: () => send(proving.soFar) })}
          >
            {busy ? '正在核对' : typing ? '绑定保单' : '用微信手机号绑定'}
          </PrimaryButton>
        </View>
      </PhoneProofCard>
      <View className="binding-form__notes">
        <Notes
          sentences={[
            '手机号和证件号只用来找到您的保单，核对后以密文保存。',
            '多次核对不符会暂停 24 小时，以保护投保人的信息。',
            '手机号已更换？请带上证件到任一网点更新。',
          ]}
        />
      </View>
    </View>
  )
}
