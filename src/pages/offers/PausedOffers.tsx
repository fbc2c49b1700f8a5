import type { CampaignHead } from '@/cloud/campaign'
import { Banner } from '@/components/Banner'

/** What is stopped of the offers, and that nothing is lost by it. What is stopped of the draw is said at the draw. */
export function PausedOffers({ campaign }: { campaign: CampaignHead }) {
  const ofOffers = campaign.paused.filter(({ what }) => what !== 'prize-draw' && !what.startsWith('prize:'))
  return (
    <>
      {ofOffers.map(({ what, sentence }) => (
        <Banner key={what} tone="warn" text={sentence} />
      ))}
    </>
  )
}
