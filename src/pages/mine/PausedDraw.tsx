import type { CampaignHead } from '@/cloud/campaign'
import type { MyPrize } from '@/cloud/prizes'
import { Banner } from '@/components/Banner'

interface PausedDrawProps {
  campaign: CampaignHead
  prizes: readonly MyPrize[]
}

/** What is stopped of the draw, or of a prize that the customer has won, and that what was won is kept. */
export function PausedDraw({ campaign, prizes }: PausedDrawProps) {
  const concerned = new Set(['campaign', 'prize-draw', ...prizes.map(({ prizeId }) => `prize:${prizeId}`)])
  return (
    <>
      {campaign.paused
        .filter(({ what }) => concerned.has(what))
        .map(({ what, sentence }) => (
          <Banner key={what} tone="warn" text={sentence} />
        ))}
    </>
  )
}
