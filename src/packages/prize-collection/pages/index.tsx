import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { telephone } from '@/cloud/platform'
import { useCollection } from '@/cloud/prize-collection'
import { Card } from '@/components/Card'
import { FailureState } from '@/components/FailureState'
import { LinkRow } from '@/components/LinkRow'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { CollectionForm } from '../CollectionForm'
import { HandedOver } from '../HandedOver'
import { PrizeHead } from '../PrizeHead'
import { Submitted } from '../Submitted'

/** 领奖: one prize from its details to its hand-over. The page asks only what this prize needs. */
export default function PrizeCollectionPage() {
  const benefitId = decodeURIComponent(useRouter<{ prize?: string }>().params.prize ?? '')
  const { reading, reload } = useCollection(benefitId)
  const [changing, setChanging] = useState(false)
  const answered = useRef(false)
  if (reading.status === 'failed') {
    return (
      <Page>
        <FailureState failure={reading.failure} onRetry={reload} />
      </Page>
    )
  }
  // What was remembered may be another prize.
  if (reading.status === 'loading' || reading.data.benefitId !== benefitId) {
    return (
      <Page>
        <Skeleton blocks={[180, 320, 160]} />
      </Page>
    )
  }
  const { data: view, stale } = reading
  // Never on a remembered answer alone: what is typed would be checked against an old version.
  answered.current ||= !stale
  const fills = answered.current && view.editable && (view.stage !== 'submitted' || changing)
  return (
    <Page>
      <PrizeHead view={view} stale={stale} />
      {view.handOver && <HandedOver handOver={view.handOver} usage={view.prize.usage} />}
      {fills ? (
        <CollectionForm
          view={view}
          onSubmitted={() => {
            setChanging(false)
            reload()
          }}
        />
      ) : (
        <Submitted view={view} onChange={() => setChanging(true)} />
      )}
      <Card>
        <LinkRow
          mark="phone"
          title={`咨询电话 ${view.hotline}`}
          note="对奖品或发放有疑问时拨打"
          onClick={() => telephone(view.hotline)}
        />
      </Card>
    </Page>
  )
}
