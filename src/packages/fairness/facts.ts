import type { Fairness } from '@/cloud/fairness'
import type { DrawTerms, PublishedFacts } from './receipt-check/check-receipt'

/** All terms that are or were in force since the start, those of now first. A phone may remember an answer that named no earlier ones. */
export const termsInForce = ({ campaign, odds, whenOut, earlierTerms = [] }: Fairness): DrawTerms[] => [
  { termsVersion: campaign.termsVersion, termsHash: campaign.termsHash, odds, whenOut },
  ...earlierTerms,
]

export const factsOf = (fairness: Fairness): PublishedFacts => ({
  campaignId: fairness.campaign.campaignId,
  startsOn: fairness.campaign.startsOn,
  terms: termsInForce(fairness),
  commitment: fairness.commitment,
  stops: fairness.stops,
  days: fairness.days,
})
