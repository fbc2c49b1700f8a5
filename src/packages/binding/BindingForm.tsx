import { View } from '@tarojs/components'
import { useState } from 'react'
import { bind, bindingProblems, type HolderProof, type PhoneProof } from '@/cloud/binding'
import { hasPhoneButton, phoneCodeOf } from '@/cloud/platform'
import { isFlawless, type Problems } from '@/cloud/problems'
import { useSmsCode } from '@/cloud/use-sms-code'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import { Notes } from '@/components/Notes'
import { PrimaryButton } from '@/components/PrimaryButton'
import { SmsFields } from '@/components/SmsFields'
import { HolderProofFields } from './HolderProofFields'
import './BindingForm.scss'

/** Any code does for checking the other field: WeChat's own comes only with the last press. */
const WECHAT_TO_COME: PhoneProof = { kind: 'wechat', code: 'to-come' }

/**
 * The proof first, the phone last: WeChat's code is good for one attempt, so the button that asks for it is also the one
 * that binds. Who does not want that types the number and a code by SMS.
 */
export function BindingForm({ onBound }: { onBound: (vehicles: number) => void }) {
  const [proof, setProof] = useState<HolderProof>({ kind: 'id-tail', value: '' })
  const [typing, setTyping] = useState(!hasPhoneButton)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [shown, setShown] = useState<Problems>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const sms = useSmsCode(phone)

  const send = async (by: PhoneProof) => {
    const problems = bindingProblems(by, proof)
    setShown(problems)
    setFailure(null)
    if (!isFlawless(problems)) return
    setBusy(true)
    const result = await bind(by, proof)
    setBusy(false)
    if (result.ok) return onBound(result.data.vehicles)
    setFailure(result.message)
    // A code proves the phone once, whatever came of it.
    setCode('')
  }
  const type = (reason: string | null) => {
    setTyping(true)
    setFailure(reason)
  }
  const proven = isFlawless(bindingProblems(WECHAT_TO_COME, proof))

  return (
    <View>
      <Card title="核对一项信息">
        <HolderProofFields proof={proof} onChange={setProof} error={shown['proof.value']} />
      </Card>
      <Card
        title="验证手机号"
        note="请使用投保时留的手机号。"
        aside={
          hasPhoneButton && (
            <FieldAction
              text={typing ? '用微信手机号' : '用短信验证码'}
              onClick={() => (typing ? setTyping(false) : type(null))}
            />
          )
        }
      >
        {typing && (
          <SmsFields
            phone={phone}
            onPhone={setPhone}
            code={code}
            onCode={setCode}
            sms={sms}
            errors={{ phone: sms.problem ?? shown['phone.phone'], code: shown['phone.code'] }}
          />
        )}
        <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
        <View className="binding-form__action">
          {typing ? (
            <PrimaryButton disabled={busy} onClick={() => send({ kind: 'sms', phone, code })}>
              {busy ? '正在核对' : '绑定保单'}
            </PrimaryButton>
          ) : (
            <PrimaryButton
              disabled={busy}
              {...(proven
                ? {
                    openType: 'getPhoneNumber',
                    onPhoneNumber: (detail) => {
                      const weChatCode = phoneCodeOf(detail)
                      if (weChatCode !== null) void send({ kind: 'wechat', code: weChatCode })
                      else type('没有取得微信手机号，可以改用短信验证码。')
                    },
                  }
                : { onClick: () => send(WECHAT_TO_COME) })}
            >
              {busy ? '正在核对' : '用微信手机号绑定'}
            </PrimaryButton>
          )}
        </View>
      </Card>
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
