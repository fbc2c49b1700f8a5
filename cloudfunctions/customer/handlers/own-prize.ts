import type { PrizeBenefit } from '#rules/benefit/benefit'
import type { PrizeTerms, Terms } from '#rules/campaign/terms'
import { findBenefit } from '#store/benefits'
import { findPrizeCollection, type PrizeCollection } from '#store/prize-collections'
import { pseudonymOf } from '#store/secrets'
import { type TermsInForce, termsFor } from '#store/terms'

/** A prize with all that decides about it. */
export interface OwnPrize {
  terms: Terms
  prize: PrizeTerms
  benefit: PrizeBenefit
  details: PrizeCollection | null
}

/** The customer's own prize; null also for another's: they look the same from outside. Two database operations. */
export async function findOwnPrize(inForce: TermsInForce, openid: string, benefitId: string): Promise<OwnPrize | null> {
  const [benefit, details] = await Promise.all([findBenefit(benefitId), findPrizeCollection(benefitId)])
  if (benefit?.rule !== 'prize-draw') return null
  if (benefit.pseudonym !== pseudonymOf(benefit.campaignId, openid)) return null
  const terms = await termsFor(inForce, benefit)
  const prize = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === benefit.prizeId)
  if (!prize) throw new Error(`terms have no prize ${benefit.prizeId}`)
  return { terms, prize, benefit, details }
}
