import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { issuerOfCard } from '#values/bank-issuers'
import { accountProblems, saveAccount } from '@/cloud/bank-account'
import type { PhoneProof } from '@/cloud/binding'
import { hasPhoneButton, phoneCodeOf } from '@/cloud/platform'
import { isFlawless, type Problems } from '@/cloud/problems'
import { useSmsCode } from '@/cloud/use-sms-code'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Consent } from '@/components/Consent'
import { FieldAction } from '@/components/FieldAction'
import { Notes } from '@/components/Notes'
import { PrimaryButton } from '@/components/PrimaryButton'
import { SmsFields } from '@/components/SmsFields'
import { TextField } from '@/components/TextField'
import { groupDigits } from './card-number'
import './AccountForm.scss'

interface AccountFormProps {
  /** Masked: the account must be this person's own. */
  holderName: string
  consentText: readonly string[]
  /** There is an account already: then the phone is proven again. */
  replaces: boolean
  onSaved: () => void
  onCancel?: () => void
}

const WECHAT_TO_COME: PhoneProof = { kind: 'wechat', code: 'to-come' }

/** The policyholder's own account, with a consent of its own that nobody has ticked beforehand. */
export function AccountForm({ holderName, consentText, replaces, onSaved, onCancel }: AccountFormProps) {
  const [cardNumber, setCardNumber] = useState('')
  const [typedBank, setTypedBank] = useState<string | null>(null)
  const [consent, setConsent] = useState(false)
  const [typing, setTyping] = useState(!hasPhoneButton)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [shown, setShown] = useState<Problems>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const sms = useSmsCode(phone)
  const known = issuerOfCard(cardNumber.replace(/\s/g, ''))
  const bankName = typedBank ?? known ?? ''
  const account = (proof: PhoneProof | null) => ({ cardNumber, bankName, ...(proof && { phone: proof }) })

  const send = async (proof: PhoneProof | null) => {
    const problems = accountProblems({ ...account(proof), consent })
    setShown(problems)
    setFailure(null)
    if (!isFlawless(problems)) return
    setBusy(true)
    const result = await saveAccount({ ...account(proof), consent: true })
    setBusy(false)
    if (result.ok) return onSaved()
    setFailure(result.message)
    // A code proves the phone once, whatever came of it.
    setCode('')
  }
  const complete = isFlawless(accountProblems({ ...account(WECHAT_TO_COME), consent }))
  const byWeChat = replaces && !typing

  return (
    <View>
      <Card title={replaces ? '更换收款账户' : '填写收款账户'} note={`请填写投保人 ${holderName} 本人的储蓄卡。`}>
        <TextField
          label="银行卡号"
          value={cardNumber}
          onChange={(text) => setCardNumber(groupDigits(text))}
          keyboard="number"
          maxLength={23}
          placeholder="16 至 19 位"
          error={shown.cardNumber}
        />
        <TextField
          label="开户银行"
          value={bankName}
          onChange={setTypedBank}
          placeholder="输入卡号后自动识别"
          {...(known !== null && typedBank === null && { hint: '已按卡号识别，如有不符请修改。' })}
          error={shown.bankName}
        />
      </Card>
      {replaces && (
        <Card
          title="重新验证手机号"
          note="更换账户前，请再次验证投保时的手机号。"
          aside={
            hasPhoneButton && (
              <FieldAction text={typing ? '用微信手机号' : '用短信验证码'} onClick={() => setTyping(!typing)} />
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
        </Card>
      )}
      <Card title="单独同意">
        {consentText.map((paragraph) => (
          <Text className="account-form__consent" key={paragraph}>
            {paragraph}
          </Text>
        ))}
        <Consent
          text="我已阅读以上内容，单独同意使用我的银行账户信息。"
          given={consent}
          onChange={setConsent}
          error={shown.consent}
        />
        <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
        <View className="account-form__actions">
          <PrimaryButton
            disabled={busy}
            {...(byWeChat && complete
              ? {
                  openType: 'getPhoneNumber',
                  onPhoneNumber: (detail) => {
                    const weChatCode = phoneCodeOf(detail)
                    if (weChatCode !== null) return void send({ kind: 'wechat', code: weChatCode })
                    setTyping(true)
                    setFailure('没有取得微信手机号，可以改用短信验证码。')
                  },
                }
              : { onClick: () => send(proofTyped(replaces, byWeChat, phone, code)) })}
          >
            {busy ? '正在保存' : byWeChat ? '验证手机号并保存' : '保存账户'}
          </PrimaryButton>
          {onCancel && (
            <PrimaryButton tone="quiet" onClick={onCancel} disabled={busy}>
              不更换
            </PrimaryButton>
          )}
        </View>
      </Card>
      <View className="account-form__notes">
        <Notes sentences={['只支持储蓄卡，不支持信用卡和存折。', '卡号以密文保存，页面和工作人员只看到末四位。']} />
      </View>
    </View>
  )
}

/** The first account needs no proof; until WeChat's button is pressed any code serves for checking the other fields. */
function proofTyped(replaces: boolean, byWeChat: boolean, phone: string, code: string): PhoneProof | null {
  if (!replaces) return null
  return byWeChat ? WECHAT_TO_COME : { kind: 'sms', phone, code }
}
