import { useState } from 'react'
import { type FoundVoucher, type Redeemed, useRedemptions } from '@/cloud/service-pack'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { ConfirmRedeem } from '../ConfirmRedeem'
import { FindVoucher } from '../FindVoucher'
import { RedeemedState } from '../RedeemedState'
import { TodaysRedemptions } from '../TodaysRedemptions'

type Step =
  | { kind: 'find' }
  | { kind: 'confirm'; code: string; voucher: FoundVoucher }
  | { kind: 'done'; redeemed: Redeemed }

/** 核销, for branch and workshop people: find the voucher, choose what is done with it, confirm. */
export default function Redeem() {
  const { reading, reload } = useRedemptions()
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
  const again = () => {
    setStep({ kind: 'find' })
    reload()
  }
  return (
    <Page>
      {step.kind === 'find' && (
        <FindVoucher
          where={reading.data.where}
          onFound={(code, voucher) => setStep({ kind: 'confirm', code, voucher })}
        />
      )}
      {step.kind === 'confirm' && (
        <ConfirmRedeem
          code={step.code}
          voucher={step.voucher}
          onRedeemed={(redeemed) => {
            setStep({ kind: 'done', redeemed })
            reload()
          }}
          onBack={again}
        />
      )}
      {step.kind === 'done' && <RedeemedState redeemed={step.redeemed} onNext={again} />}
      {step.kind !== 'confirm' && (
        <TodaysRedemptions redemptions={reading.data.redemptions} on={reading.data.on} stale={reading.stale} />
      )}
    </Page>
  )
}
