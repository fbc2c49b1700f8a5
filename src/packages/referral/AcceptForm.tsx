import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PhoneProof } from '@/cloud/binding'
import { isFlawless, type Problems } from '@/cloud/problems'
import { accept, acceptProblems, type ReceivedInvitation } from '@/cloud/referral'
import { usePhoneProof } from '@/cloud/use-phone-proof'
import { Banner } from '@/components/Banner'
import { PhoneProofCard } from '@/components/PhoneProofCard'
import { PrimaryButton } from '@/components/PrimaryButton'
import './referral.scss'

/** The phone that the policy will be taken out with. */
export function AcceptForm({ onAccepted }: { onAccepted: (invitation: ReceivedInvitation) => void }) {
  const [shown, setShown] = useState<Problems>({})
  const proving = usePhoneProof()
  const { typing, busy, failure } = proving

  const send = async (by: PhoneProof) => {
    const problems = acceptProblems(by)
    setShown(problems)
    proving.forgetFailure()
    if (!isFlawless(problems)) return
    const result = await proving.spend(accept(by))
    if (result.ok) onAccepted(result.data.invitation)
  }
  return (
    <PhoneProofCard
      title="验证手机号"
      note="请用您本人投保时要用的手机号。"
      proving={proving}
      errors={{ phone: shown['phone.phone'], code: shown['phone.code'] }}
    >
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="referral__ways">
        <PrimaryButton
          disabled={busy}
          {...(typing ? { onClick: () => send(proving.soFar) } : proving.byWeChat((by) => void send(by)))}
        >
          {busy ? '正在验证' : typing ? '接受邀请' : '用微信手机号接受'}
        </PrimaryButton>
      </View>
    </PhoneProofCard>
  )
}
