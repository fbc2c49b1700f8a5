import { formatInstant } from '#values/days'
import type { Redeemed } from '@/cloud/service-pack'
import { DoneState } from '@/components/DoneState'
import { PrimaryButton } from '@/components/PrimaryButton'

/** Redeemed: what, for which car, when and where. */
export function RedeemedState({ redeemed, onNext }: { redeemed: Redeemed; onNext: () => void }) {
  const { title, item, plate, redeemedAt, where } = redeemed
  return (
    <DoneState title="核销成功" sentence={`${title}：${item}，${plate}。${formatInstant(redeemedAt)} 记到${where}。`}>
      <PrimaryButton onClick={onNext}>核销下一张</PrimaryButton>
    </DoneState>
  )
}
