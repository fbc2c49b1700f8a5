import type { VehicleCard } from '#contract/offers'
import type { RuleAnswer } from '#rules/benefit/answer'
import type { Terms } from '#rules/campaign/terms'
import { decideGift } from '#rules/gift/gift'
import type { Policy } from '#rules/policy/policy'
import { decideRenewalDiscount } from '#rules/renewal-discount/renewal-discount'
import { decideRenewalRebate } from '#rules/renewal-rebate/renewal-rebate'
import { type Day, earlier } from '#values/days'
import { fen } from '#values/money'
import { foreseenOffer } from './shown-offer'

/**
 * §4, §5.2 What renewing this policy would bring: from today's facts, by the rules that will decide when it is renewed. The
 * premium is taken to stay as it is. Null when the policy does not fall due within the campaign, or the campaign is over.
 */
export function foreseenRenewal(terms: Terms, policy: Policy, today: Day): VehicleCard['renewal'] {
  const { startsOn, endsOn } = terms.period
  const { coverEndsOn, commercialPremiumFen: premium, claimsLastYear } = policy
  if (policy.state !== 'in-force' || today > endsOn || coverEndsOn < startsOn || coverEndsOn > endsOn) return null
  const issuedOn = today < startsOn ? startsOn : earlier(today, endsOn)
  const discount = decideRenewalDiscount(terms, { commercialPremiumFen: premium, claimsLastYear })
  const answers: RuleAnswer[] = [
    ...(terms.renewalDiscount.enabled ? [discount] : []),
    ...(terms.renewalRebate.enabled
      ? [decideRenewalRebate(terms, { previousPremiumFen: premium, claimsLastYear, issuedOn })]
      : []),
    ...(terms.gift.enabled
      ? [decideGift(terms, { previousPremiumFen: premium, loyaltyGrade: policy.loyaltyGrade, giftsOut: new Set() })]
      : []),
  ]
  return {
    fromOn: startsOn,
    untilOn: endsOn,
    premiumBeforeFen: premium,
    premiumAfterFen: discount.amountFen === null ? null : fen(premium - discount.amountFen),
    offers: answers.map((answer) => foreseenOffer(terms, answer)),
  }
}
