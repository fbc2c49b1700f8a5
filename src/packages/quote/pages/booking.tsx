import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type Booked, useBranches } from '@/cloud/leads'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { BookedState } from '../BookedState'
import { BookingForm } from '../BookingForm'
import { type BookingParams, quotedIn } from '../booking-address'
import { quotedPlate } from '../quoted-plate'

/** 预约投保 or 预约续保: a branch of the customer's choice calls back. */
export default function BookingPage() {
  const { params } = useRouter<Partial<Record<keyof BookingParams, string>>>()
  const kind = params.kind === 'renew' ? 'renew' : 'apply'
  const [booked, setBooked] = useState<Booked | null>(null)
  const { reading, reload } = useBranches()
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title: kind === 'renew' ? '预约续保' : '预约投保' })
  }, [kind])

  if (booked) {
    return (
      <Page>
        <BookedState booked={booked} />
      </Page>
    )
  }
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[260, 220, 48]} />
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
  const quoted = kind === 'apply' ? quotedIn(params) : null
  return (
    <Page>
      <BookingForm
        kind={kind}
        branches={reading.data.branches}
        quoted={quoted}
        plate={quoted ? quotedPlate() : ''}
        vehicleId={params.vehicle ?? null}
        onBooked={setBooked}
      />
    </Page>
  )
}
