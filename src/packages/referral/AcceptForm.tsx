import { View } from '@tarojs/components'
import { useState } from 'react'
import { hasPhoneButton, phoneCodeOf } from '@/cloud/platform'
import { accept, type PhoneProof, type ReceivedInvitation } from '@/cloud/referral'
import { useSmsCode } from '@/cloud/use-sms-code'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import { PrimaryButton } from '@/components/PrimaryButton'
import { SmsFields } from '@/components/SmsFields'
import './referral.scss'

/** The phone that the policy will be taken out with: by WeChat's button, or typed with a code by SMS. */
export function AcceptForm({ onAccepted }: { onAccepted: (invitation: ReceivedInvitation) => void }) {
  const [typing, setTyping] = useState(!hasPhoneButton)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const sms = useSmsCode(phone)

  const send = async (by: PhoneProof) => {
    setBusy(true)
    const result = await accept(by)
    setBusy(false)
    if (result.ok) return onAccepted(result.data.invitation)
    setFailure(result.message)
    // A code proves the phone once, whatever came of it.
    setCode('')
  }
  const type = (reason: string | null) => {
    setTyping(true)
    setFailure(reason)
  }
  return (
    <Card
      title="验证手机号"
      note="请用您本人投保时要用的手机号。"
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
          errors={{ phone: sms.problem, code: null }}
        />
      )}
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="referral__ways">
        {typing ? (
          <PrimaryButton disabled={busy || code.length < 6} onClick={() => send({ kind: 'sms', phone, code })}>
            {busy ? '正在验证' : '接受邀请'}
          </PrimaryButton>
        ) : (
          <PrimaryButton
            disabled={busy}
            openType="getPhoneNumber"
            onPhoneNumber={(detail) => {
              const weChatCode = phoneCodeOf(detail)
              if (weChatCode !== null) void send({ kind: 'wechat', code: weChatCode })
              else type('没有取得微信手机号，可以改用短信验证码。')
            }}
          >
            {busy ? '正在验证' : '用微信手机号接受'}
          </PrimaryButton>
        )}
      </View>
    </Card>
  )
}
