import { View } from '@tarojs/components'
import { useState } from 'react'
import { type GivenGift, useGivenGifts } from '@/cloud/gift-hand-over'
import { type NotedCall, useWaitingLeads, type WaitingLead } from '@/cloud/lead-desk'
import { type HandedOver, useHandOvers } from '@/cloud/prize-hand-over'
import { type Redeemed, useRedemptions } from '@/cloud/service-pack'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { CallLead } from '../CallLead'
import { ConfirmPrize } from '../ConfirmPrize'
import { ConfirmRedeem } from '../ConfirmRedeem'
import { CustomerStep } from '../CustomerStep'
import { FindByCode } from '../FindByCode'
import type { Found } from '../found'
import { HandedOverState } from '../HandedOverState'
import { NotedState } from '../NotedState'
import { RedeemedState } from '../RedeemedState'
import { TodaysGifts } from '../TodaysGifts'
import { TodaysHandOvers } from '../TodaysHandOvers'
import { TodaysRedemptions } from '../TodaysRedemptions'
import { WaitingLeads } from '../WaitingLeads'

type Step =
  | { kind: 'find' }
  | { kind: 'found'; code: string; found: Found }
  | { kind: 'redeemed'; redeemed: Redeemed }
  | { kind: 'handed-over'; prize: HandedOver }
  | { kind: 'given'; gift: GivenGift }
  | { kind: 'calling'; lead: WaitingLead }
  | { kind: 'noted'; lead: WaitingLead; noted: NotedCall }

/** 网点核销, for branch and workshop people: what the customer shows, what is done with it, what was done today, and whom the branch is to call. */
export default function Redeem() {
  const { reading, reload } = useRedemptions()
  const handOvers = useHandOvers()
  const gifts = useGivenGifts()
  const leads = useWaitingLeads()
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
    gifts.reload()
    leads.reload()
  }
  const again = () => done({ kind: 'find' })
  const busy = step.kind === 'found' || step.kind === 'calling'
  return (
    <Page>
      {step.kind === 'find' && (
        <FindByCode where={reading.data.where} onFound={(code, found) => setStep({ kind: 'found', code, found })} />
      )}
      {step.kind === 'found' && (
        <FoundStep
          {...step}
          onRedeemed={(redeemed) => done({ kind: 'redeemed', redeemed })}
          onHandedOver={(handedOver) => done({ kind: 'handed-over', prize: handedOver })}
          onGiven={(gift) => done({ kind: 'given', gift })}
          onBack={again}
        />
      )}
      {step.kind === 'redeemed' && <RedeemedState redeemed={step.redeemed} onNext={again} />}
      {step.kind === 'handed-over' && (
        <HandedOverState title="已发奖" what={step.prize.prizeName} {...step.prize} onNext={again} />
      )}
      {step.kind === 'given' && (
        <HandedOverState title="已交付" what={step.gift.giftName} {...step.gift} onNext={again} />
      )}
      {step.kind === 'calling' && (
        <CallLead
          lead={step.lead}
          onNoted={(noted) => done({ kind: 'noted', lead: step.lead, noted })}
          onBack={again}
        />
      )}
      {step.kind === 'noted' && <NotedState {...step} onNext={again} />}
      {!busy && <TodaysRedemptions redemptions={reading.data.redemptions} on={reading.data.on} stale={reading.stale} />}
      {/* Only a branch calls customers and hands prizes and gifts over: a workshop is refused and sees nothing here. They come second, in a place of their own. */}
      <View>
        {!busy && leads.reading.status === 'ready' && (
          <WaitingLeads
            leads={leads.reading.data}
            stale={leads.reading.stale}
            onCall={(lead) => setStep({ kind: 'calling', lead })}
          />
        )}
        {!busy && handOvers.reading.status === 'ready' && (
          <TodaysHandOvers
            today={handOvers.reading.data}
            stale={handOvers.reading.stale}
            onChanged={handOvers.reload}
          />
        )}
        {!busy && gifts.reading.status === 'ready' && (
          <TodaysGifts gifts={gifts.reading.data} stale={gifts.reading.stale} onChanged={gifts.reload} />
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
  onGiven: (done: GivenGift) => void
  onBack: () => void
}

function FoundStep({ code, found, onRedeemed, onHandedOver, onGiven, onBack }: FoundStepProps) {
  switch (found.kind) {
    case 'voucher':
      return <ConfirmRedeem code={code} voucher={found.voucher} onRedeemed={onRedeemed} onBack={onBack} />
    case 'prize':
      return <ConfirmPrize code={code} prize={found.prize} onHandedOver={onHandedOver} onBack={onBack} />
    case 'customer':
      return <CustomerStep code={code} customer={found.customer} onGiven={onGiven} onBack={onBack} />
  }
}
