import { useState } from 'react'
import { type MyDraw, useMyDraws } from '@/cloud/fairness'
import { useMyPrizes } from '@/cloud/prizes'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { MyDraws } from './MyDraws'
import { MyPrizes } from './MyPrizes'
import { Overview } from './Overview'
import { ReceiptSheet } from './ReceiptSheet'
import { Settings } from './Settings'

/** 我的: what the customer has won and what comes next, every draw with its receipt, and the settings of this phone. */
export default function Mine() {
  const { reading: prizes, reload: reloadPrizes } = useMyPrizes()
  const { reading: draws, reload: reloadDraws } = useMyDraws()
  const [shown, show] = useState<MyDraw | null>(null)
  const retry = () => {
    reloadPrizes()
    reloadDraws()
  }

  const failed = [prizes, draws].find((reading) => reading.status === 'failed')
  const ready = prizes.status === 'ready' && draws.status === 'ready'
  return (
    <Page demo={prizes.status === 'ready' && prizes.data.campaign.demo}>
      {failed?.status === 'failed' && <FailureState failure={failed.failure} onRetry={retry} />}
      {!failed && !ready && <Skeleton blocks={[112, 168, 168, 220]} />}
      {!failed && ready && (
        <>
          <Overview
            campaign={prizes.data.campaign}
            prizes={prizes.data.prizes}
            draws={draws.data.draws.length}
            stale={prizes.stale || draws.stale}
          />
          <MyPrizes prizes={prizes.data.prizes} phase={prizes.data.campaign.phase} />
          <MyDraws draws={draws.data.draws} onOpen={show} />
        </>
      )}
      <Settings />
      <ReceiptSheet draw={shown} onClose={() => show(null)} />
    </Page>
  )
}
