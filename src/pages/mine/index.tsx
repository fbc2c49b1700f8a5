import { View } from '@tarojs/components'
import { useState } from 'react'
import { type MyDraw, useMyDraws } from '@/cloud/fairness'
import { useTabDot } from '@/cloud/platform'
import { useMyPrizes } from '@/cloud/prizes'
import { FailureState } from '@/components/FailureState'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { MyDraws } from './MyDraws'
import { MyPrizes } from './MyPrizes'
import { Notices } from './Notices'
import { Overview } from './Overview'
import { PausedDraw } from './PausedDraw'
import { ReceiptSheet } from './ReceiptSheet'
import { Settings } from './Settings'

/**
 * 我的: what the customer has won and what comes next, every draw with its receipt, and the settings of this phone. The
 * prizes are shown as soon as they are there; the draws follow in their own place.
 */
export default function Mine() {
  const { reading: prizes, reload: reloadPrizes } = useMyPrizes()
  const { reading: draws, reload: reloadDraws } = useMyDraws()
  const [shown, show] = useState<MyDraw | null>(null)
  useTabDot(prizes.status === 'ready' && prizes.data.notices.length > 0)
  const retry = () => {
    reloadPrizes()
    reloadDraws()
  }

  return (
    <Page demo={prizes.status === 'ready' && prizes.data.campaign.demo}>
      {/* Each part in a place of its own: what changes in one is sent alone. */}
      <View>
        {prizes.status === 'failed' && <FailureState failure={prizes.failure} onRetry={retry} />}
        {prizes.status === 'loading' && <Skeleton blocks={[112, 168, 168, 220]} />}
        {prizes.status === 'ready' && (
          <>
            <Overview
              campaign={prizes.data.campaign}
              prizes={prizes.data.prizes}
              draws={draws.status === 'ready' ? draws.data.draws.length : null}
              stale={prizes.stale || (draws.status === 'ready' && draws.stale)}
            />
            <PausedDraw campaign={prizes.data.campaign} prizes={prizes.data.prizes} />
            <Notices notices={prizes.data.notices} />
            <MyPrizes prizes={prizes.data.prizes} phase={prizes.data.campaign.phase} />
            <View>
              {draws.status === 'loading' && <Skeleton blocks={[220]} />}
              {draws.status === 'failed' && <FailureState failure={draws.failure} onRetry={reloadDraws} />}
              {draws.status === 'ready' && <MyDraws draws={draws.data.draws} onOpen={show} />}
            </View>
          </>
        )}
      </View>
      <Settings redeems={prizes.status === 'ready' && prizes.data.redeems} />
      <ReceiptSheet draw={shown} onClose={() => show(null)} />
    </Page>
  )
}
