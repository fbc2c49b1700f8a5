import { Text, View } from '@tarojs/components'
import type { PhoneProof } from '@/cloud/binding'
import type { Problems } from '@/cloud/problems'
import type { PhoneProving } from '@/cloud/use-phone-proof'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Consent } from '@/components/Consent'
import { PhoneProofCard } from '@/components/PhoneProofCard'
import { PrimaryButton } from '@/components/PrimaryButton'
import './Agreement.scss'

interface AgreementProps {
  proving: PhoneProving
  /** The phone is proven again; only the first account needs no proof. */
  proves: boolean
  /** Whether all else is filled in: only then WeChat is asked for the phone number. */
  complete: boolean
  problems: Problems
  consentText: readonly string[]
  /** What is agreed to, in one sentence. */
  sentence: string
  given: boolean
  onGive: (given: boolean) => void
  /** What the button does, in two letters: 保存. */
  deed: string
  of: string
  onSend: (by: PhoneProof) => void
  onCancel?: (() => void) | undefined
}

/** The end of either form: the phone proven, and a consent of its own that nobody has ticked beforehand. */
export function Agreement(agreement: AgreementProps) {
  const { proving, proves, complete, problems, consentText, sentence, given, onGive, deed, of, onSend } = agreement
  const { typing, busy, failure } = proving
  const byWeChat = proves && !typing
  return (
    <View>
      {proves && (
        <PhoneProofCard
          title="重新验证手机号"
          note="为防止别人改填您的账户，请再次验证投保时的手机号。"
          proving={proving}
          errors={{ phone: problems['phone.phone'], code: problems['phone.code'] }}
        />
      )}
      <Card title="单独同意">
        {consentText.map((paragraph) => (
          <Text className="agreement__text" key={paragraph}>
            {paragraph}
          </Text>
        ))}
        <Consent text={sentence} given={given} onChange={onGive} error={problems.consent} />
        <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
        <View className="agreement__actions">
          <PrimaryButton
            disabled={busy}
            {...(byWeChat && complete ? proving.byWeChat(onSend) : { onClick: () => onSend(proving.soFar) })}
          >
            {busy ? `正在${deed}` : byWeChat ? `验证手机号并${deed}` : `${deed}${of}`}
          </PrimaryButton>
          {agreement.onCancel && (
            <PrimaryButton tone="quiet" onClick={agreement.onCancel} disabled={busy}>
              不更换
            </PrimaryButton>
          )}
        </View>
      </Card>
    </View>
  )
}
