import { useShareAppMessage } from '@tarojs/taro'
import { useOffers } from '@/cloud/offers'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { BoundOffers } from './BoundOffers'
import { PublishedOffers } from './PublishedOffers'

/** 优惠: what the campaign gives. Once a policy is bound, what it gives this customer, to the fen. */
export default function Offers() {
  const { reading, reload } = useOffers()
  const title = reading.status === 'ready' ? reading.data.campaign.title : '车主回馈'
  useShareAppMessage(() => ({ title: `${title}：续保、投保专享优惠`, path: '/pages/offers/index' }))

  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[132, 236, 168, 168]} />
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
  const { data: view, stale } = reading
  return view.bound ? (
    <BoundOffers view={view} bound={view.bound} stale={stale} />
  ) : (
    <PublishedOffers view={view} stale={stale} />
  )
}
