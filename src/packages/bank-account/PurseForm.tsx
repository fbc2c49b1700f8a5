import { View } from '@tarojs/components'
import { useState } from 'react'
import { choosePurse, purseProblems } from '@/cloud/bank-account'
import type { PhoneProof } from '@/cloud/binding'
import { isFlawless, type Problems } from '@/cloud/problems'
import { usePhoneProof } from '@/cloud/use-phone-proof'
import { Card } from '@/components/Card'
import { Notes } from '@/components/Notes'
import { Agreement } from './Agreement'

interface PurseFormProps {
  /** Masked: the WeChat account must be this person's own. */
  holderName: string
  consentText: readonly string[]
  /** The phone is proven again: there is an account, or there was one. */
  proves: boolean
  onSaved: () => void
  onCancel?: () => void
}

/** 收到微信零钱: the purse of this WeChat account. The name is given to WeChat Pay, which is agreed to apart. */
export function PurseForm({ holderName, consentText, proves, onSaved, onCancel }: PurseFormProps) {
  const [consent, setConsent] = useState(false)
  const [shown, setShown] = useState<Problems>({})
  const proving = usePhoneProof()
  const purse = (by: PhoneProof) => (proves ? { phone: by } : {})

  const send = async (by: PhoneProof) => {
    const problems = purseProblems({ ...purse(by), consent })
    setShown(problems)
    proving.forgetFailure()
    if (!isFlawless(problems)) return
    const result = await proving.spend(choosePurse({ ...purse(by), consent: true }))
    if (result.ok) onSaved()
  }

  return (
    <View>
      <Card title="收到微信零钱" note={`付到您现在用的这个微信，须已实名，并且是投保人 ${holderName} 本人的。`}>
        <Notes
          sentences={['打款后要您在微信里确认收款，24 小时内没有确认的会退回。', '付不成的会写明原因，可以再选一次。']}
        />
      </Card>
      <Agreement
        proving={proving}
        proves={proves}
        complete={isFlawless(purseProblems({ ...purse(proving.soFar), consent }))}
        problems={shown}
        consentText={consentText}
        sentence="我已阅读以上内容，单独同意向微信支付提供我的姓名。"
        given={consent}
        onGive={setConsent}
        deed="选择"
        of="微信零钱"
        onSend={(by) => void send(by)}
        onCancel={onCancel}
      />
    </View>
  )
}
