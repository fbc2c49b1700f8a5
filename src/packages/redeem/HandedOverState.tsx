import { formatInstant, type Instant } from '#values/days'
import { DoneState } from '@/components/DoneState'
import { PrimaryButton } from '@/components/PrimaryButton'

interface HandedOverStateProps {
  title: string
  what: string
  name: string
  handedOverAt: Instant
  where: string
  onNext: () => void
}

/** Handed over: what, to whom, when and where. */
export function HandedOverState({ title, what, name, handedOverAt, where, onNext }: HandedOverStateProps) {
  return (
    <DoneState title={title} sentence={`${what}，${name}。${formatInstant(handedOverAt)} 记到${where}。`}>
      <PrimaryButton onClick={onNext}>办理下一位</PrimaryButton>
    </DoneState>
  )
}
