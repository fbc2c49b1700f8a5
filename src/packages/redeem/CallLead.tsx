import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type CallOutcome, callOutcomes } from '#values/call-outcomes'
import { day, formatDay, formatInstant } from '#values/days'
import { fen, formatFen } from '#values/money'
import { vehicleText } from '#values/vehicle-words'
import { type NotedCall, note, type ShownLead, showLead, type WaitingLead } from '@/cloud/lead-desk'
import { newNonce } from '@/cloud/nonce'
import { telephone } from '@/cloud/platform'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Choices } from '@/components/Choices'
import { Facts } from '@/components/Facts'
import { PrimaryButton } from '@/components/PrimaryButton'
import './ConfirmRedeem.scss'

interface CallLeadProps {
  lead: WaitingLead
  onNoted: (noted: NotedCall) => void
  onBack: () => void
}

const outcomes = [
  { value: 'reached', text: callOutcomes.reached },
  { value: 'coming', text: callOutcomes.coming },
  { value: 'no-answer', text: callOutcomes['no-answer'] },
  { value: 'not-wanted', text: callOutcomes['not-wanted'] },
] as const

/** Whom to call and what about: masked until somebody is about to call; then what came of it. */
export function CallLead({ lead, onNoted, onBack }: CallLeadProps) {
  const [shown, setShown] = useState<ShownLead | null>(null)
  const [outcome, setOutcome] = useState<CallOutcome | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef<Promise<string> | null>(null)

  const callNow = async () => {
    if (shown) return telephone(shown.phone)
    setBusy(true)
    setFailure(null)
    const result = await showLead(lead.leadId)
    setBusy(false)
    if (!result.ok) return setFailure(result.message)
    setShown(result.data)
    await telephone(result.data.phone)
  }
  const save = async () => {
    if (outcome === null) return setProblem('请选择联系的结果')
    setBusy(true)
    setFailure(null)
    // The same key when it is pressed again after a lost answer: noted once.
    key.current ??= newNonce()
    const result = await note({ leadId: lead.leadId, outcome, requestKey: await key.current })
    setBusy(false)
    if (result.ok) onNoted(result.data)
    else setFailure(result.message)
  }

  return (
    <Card
      title={lead.kind === 'renew' ? '预约续保' : '预约投保'}
      note={`请在 ${formatDay(day(lead.callsUntilOn))}前（含当日）联系`}
    >
      <Facts facts={factsOf(lead, shown)} />
      {shown === null ? (
        <Banner tone="warn" text="点“拨打电话”会看到完整的称呼和手机号，这次查看会被记录，客户看得到。" />
      ) : (
        <Choices
          label="联系的结果"
          choices={outcomes}
          value={outcome}
          onChange={(chosen) => {
            setOutcome(chosen)
            setProblem(null)
          }}
          hint="没有接通的仍在清单里，可以再打。"
          error={problem}
        />
      )}
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="confirm-redeem__actions">
        {shown !== null && (
          <PrimaryButton onClick={save} disabled={busy}>
            {busy ? '正在登记' : '登记'}
          </PrimaryButton>
        )}
        <PrimaryButton tone={shown === null ? 'main' : 'quiet'} onClick={callNow} disabled={busy}>
          {shown === null ? '拨打电话' : '再拨一次'}
        </PrimaryButton>
        <PrimaryButton tone="quiet" onClick={onBack} disabled={busy}>
          返回
        </PrimaryButton>
      </View>
    </Card>
  )
}

function factsOf(lead: WaitingLead, shown: ShownLead | null): (readonly [string, string])[] {
  const { quoted, channelName, calls } = lead
  const plate = shown?.plate ?? lead.plate
  const last = calls.at(-1)
  return [
    ['称呼', shown?.name ?? lead.name],
    ['手机号', shown?.phone ?? lead.phone],
    ...(plate === null ? [] : [['车牌', plate] as const]),
    ...(quoted ? [['试算的车辆', vehicleText(quoted)] as const] : []),
    ...(quoted && quoted.payableFen !== null ? [['商业险试算', formatFen(fen(quoted.payableFen))] as const] : []),
    ...(channelName === null ? [] : [['渠道', channelName] as const]),
    ['预约时间', formatInstant(lead.bookedAt)],
    ...(last ? [['上次联系', `${formatInstant(last.at)} ${callOutcomes[last.outcome]}`] as const] : []),
  ]
}
