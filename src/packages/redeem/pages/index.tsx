import { View } from '@tarojs/components'
import { useState } from 'react'
import { formatInstant } from '#values/days'
import { type HandedOver, useHandOvers } from '@/cloud/prize-hand-over'
import { type Redeemed, useRedemptions } from '@/cloud/service-pack'
import { DoneState } from '@/components/DoneState'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Skeleton } from '@/components/Skeleton'
import { ConfirmHandOver } from '../ConfirmHandOver'
import { ConfirmRedeem } from '../ConfirmRedeem'
import { CustomerCard } from '../CustomerCard'
import { FindByCode } from '../FindByCode'
import type { Found } from '../found'
import { RedeemedState } from '../RedeemedState'
import { TodaysHandOvers } from '../TodaysHandOvers'
import { TodaysRedemptions } from '../TodaysRedemptions'

type Step =
  | { kind: 'find' }
  | { kind: 'found'; code: string; found: Found }
  | { kind: 'redeemed'; redeemed: Redeemed }
  | { kind: 'handed-over'; done: HandedOver }

/** 网点核销, for branch and workshop people: what the customer shows, what is done with it, and what was done today. */
export default function Redeem() {
  const { reading, reload } = useRedemptions()
  const handOvers = useHandOvers()
  const [step, setStep] = useState<Step>({ kind: 'find' })
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[220, 160]} />
      </Page>
    )
  }
  if (reading.status === 'failed') {
    return (
      <Page>
        <FailureState failure={reading.failure} onRetry={reload} />
      </Page>
    )
  }
  const done = (next: Step) => {
    setStep(next)
    reload()
    handOvers.reload()
  }
  const again = () => done({ kind: 'find' })
  return (
    <Page>
      {step.kind === 'find' && (
        <FindByCode where={reading.data.where} onFound={(code, found) => setStep({ kind: 'found', code, found })} />
      )}
      {step.kind === 'found' && (
        <FoundStep
          {...step}
          onRedeemed={(redeemed) => done({ kind: 'redeemed', redeemed })}
          onHandedOver={(handedOver) => done({ kind: 'handed-over', done: handedOver })}
          onBack={again}
        />
      )}
      {step.kind === 'redeemed' && <RedeemedState redeemed={step.redeemed} onNext={again} />}
      {step.kind === 'handed-over' && (
        <DoneState
          title="已发奖"
          sentence={`${step.done.prizeName}，${step.done.name}。${formatInstant(step.done.handedOverAt)} 记到${step.done.where}。`}
        >
          <PrimaryButton onClick={again}>办理下一位</PrimaryButton>
        </DoneState>
      )}
      {step.kind !== 'found' && (
        <TodaysRedemptions redemptions={reading.data.redemptions} on={reading.data.on} stale={reading.stale} />
      )}
      {/* Only a branch hands prizes over: a workshop is refused and sees nothing here. It comes second, in a place of its own. */}
      <View>
        {step.kind !== 'found' && handOvers.reading.status === 'ready' && (
          <TodaysHandOvers
            today={handOvers.reading.data}
            stale={handOvers.reading.stale}
            onChanged={handOvers.reload}
          />
        )}
      </View>
    </Page>
  )
}

interface FoundStepProps {
  code: string
  found: Found
  onRedeemed: (redeemed: Redeemed) => void
  onHandedOver: (done: HandedOver) => void
  onBack: () => void
}

function FoundStep({ code, found, onRedeemed, onHandedOver, onBack }: FoundStepProps) {
  switch (found.kind) {
    case 'voucher':
      return <ConfirmRedeem code={code} voucher={found.voucher} onRedeemed={onRedeemed} onBack={onBack} />
    case 'prize':
      return <ConfirmHandOver code={code} prize={found.prize} onHandedOver={onHandedOver} onBack={onBack} />
    case 'customer':
      return <CustomerCard customer={found.customer} onBack={onBack} />
  }
}
