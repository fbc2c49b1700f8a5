import { View } from '@tarojs/components'
import { useState } from 'react'
import { issuerOfCard } from '#values/bank-issuers'
import { accountProblems, saveAccount } from '@/cloud/bank-account'
import type { PhoneProof } from '@/cloud/binding'
import { isFlawless, type Problems } from '@/cloud/problems'
import { usePhoneProof } from '@/cloud/use-phone-proof'
import { Card } from '@/components/Card'
import { Notes } from '@/components/Notes'
import { TextField } from '@/components/TextField'
import { Agreement } from './Agreement'
import { groupDigits } from './card-number'
import './AccountForm.scss'

interface AccountFormProps {
  /** Masked: the account must be this person's own. */
  holderName: string
  consentText: readonly string[]
  /** There is an account already. */
  replaces: boolean
  /** The phone is proven again: there is an account, or there was one. */
  proves: boolean
  onSaved: () => void
  onCancel?: () => void
}

/** The policyholder's own account in the bank. */
export function AccountForm({ holderName, consentText, replaces, proves, onSaved, onCancel }: AccountFormProps) {
  const [cardNumber, setCardNumber] = useState('')
  const [typedBank, setTypedBank] = useState<string | null>(null)
  const [consent, setConsent] = useState(false)
  const [shown, setShown] = useState<Problems>({})
  const proving = usePhoneProof()
  const known = issuerOfCard(cardNumber.replace(/\s/g, ''))
  const bankName = typedBank ?? known ?? ''
  const account = (by: PhoneProof) => ({ cardNumber, bankName, ...(proves && { phone: by }) })

  const send = async (by: PhoneProof) => {
    const problems = accountProblems({ ...account(by), consent })
    setShown(problems)
    proving.forgetFailure()
    if (!isFlawless(problems)) return
    const result = await proving.spend(saveAccount({ ...account(by), consent: true }))
    if (result.ok) onSaved()
  }

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
      <Agreement
        proving={proving}
        proves={proves}
        complete={isFlawless(accountProblems({ ...account(proving.soFar), consent }))}
        problems={shown}
        consentText={consentText}
        sentence="我已阅读以上内容，单独同意使用我的银行账户信息。"
        given={consent}
        onGive={setConsent}
        deed="保存"
        of="账户"
        onSend={(by) => void send(by)}
        onCancel={onCancel}
      />
      <View className="account-form__notes">
        <Notes sentences={['只支持储蓄卡，不支持信用卡和存折。', '卡号以密文保存，页面和工作人员只看到末四位。']} />
      </View>
    </View>
  )
}
