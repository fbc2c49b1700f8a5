import { callOutcomes } from '#values/call-outcomes'
import type { NotedCall, WaitingLead } from '@/cloud/lead-desk'
import { DoneState } from '@/components/DoneState'
import { PrimaryButton } from '@/components/PrimaryButton'

interface NotedStateProps {
  lead: WaitingLead
  noted: NotedCall
  onNext: () => void
}

/** Noted: whether the customer is dealt with, or is to be called again. */
export function NotedState({ lead: { name }, noted: { state, triesLeft }, onNext }: NotedStateProps) {
  const sentence =
    state === 'contacted'
      ? `${name}的预约已经办完，不在待联系里了。`
      : `${name}${callOutcomes['no-answer']}，还在待联系里，可以再打 ${triesLeft} 次。`
  return (
    <DoneState title="已登记" sentence={sentence}>
      <PrimaryButton onClick={onNext}>办理下一位</PrimaryButton>
    </DoneState>
  )
}
