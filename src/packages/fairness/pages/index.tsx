import { useFairness, useMyDraws } from '@/cloud/fairness'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { HowItWorks } from '../HowItWorks'
import { Limits } from '../Limits'
import { Published } from '../Published'
import { Verify } from '../Verify'

/** 开奖验证: what was promised, what has been revealed, and the check of a receipt on the customer's own phone. */
export default function FairnessPage() {
  const { reading, reload } = useFairness()
  const { reading: mine } = useMyDraws()
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[200, 240, 200]} />
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
  const fairness = reading.data
  return (
    <Page demo={fairness.campaign.demo}>
      <HowItWorks stale={reading.stale} />
      <Verify fairness={fairness} own={mine.status === 'ready' ? mine.data.draws : []} />
      <Published fairness={fairness} />
      <Limits />
    </Page>
  )
}
