import type { Terms } from '#rules/campaign/terms'
import { dayOf } from '#values/days'
import type { RuleAnswer } from '../benefit/answer'
import type { PolicyRule } from '../benefit/benefit'
import { promiseFirstYearRebate } from '../first-year-rebate/first-year-rebate'
import { decideGift } from '../gift/gift'
import { customerStanding } from '../new-customer-discount/new-customer'
import { decideNewCustomerDiscount } from '../new-customer-discount/new-customer-discount'
import { claimsBefore } from '../policy/claims'
import type { Policy } from '../policy/policy'
import { decideRenewalDiscount } from '../renewal-discount/renewal-discount'
import { decideRenewalRebate } from '../renewal-rebate/renewal-rebate'
import { decideServicePack } from '../service-pack/service-pack'
import type { PolicyEventFacts } from './facts'

/**
 * Which rules a policy asks, in the order in which they share its limits: what is given whole first, so that the money,
 * which can be cut, fills what is left. A customer who comes from another insurer (转保) is asked as a new one.
 */
export const rulesOf = (kind: Policy['businessKind']): readonly PolicyRule[] =>
  kind === 'renewal'
    ? ['gift', 'renewal-discount', 'renewal-rebate']
    : ['service-pack', 'new-customer-discount', 'first-year-rebate']

/** The offers that the terms open. */
export function isOpen(terms: Terms, rule: PolicyRule): boolean {
  switch (rule) {
    case 'new-customer-discount':
      return terms.newCustomerDiscount.enabled
    case 'first-year-rebate':
      return terms.firstYearRebate.enabled
    case 'service-pack':
      return terms.servicePack.enabled
    case 'renewal-discount':
      return terms.renewalDiscount.enabled
    case 'renewal-rebate':
      return terms.renewalRebate.enabled
    case 'gift':
      return terms.gift.enabled
    case 'referral-reward':
      return terms.referralReward.enabled
  }
}

/** Each rule's own answer, before any limit. */
export function answersFor(terms: Terms, facts: PolicyEventFacts): RuleAnswer[] {
  const { policy, previous } = facts
  const { commercialPremiumFen, loyaltyGrade, coverStartsOn, coverEndsOn } = policy
  if (policy.businessKind === 'renewal') {
    const previousPremiumFen = previous?.commercialPremiumFen ?? 'unknown'
    const claimsLastYear = claimsBefore(policy, previous)
    const issuedOn = dayOf(policy.issuedAt)
    return [
      decideGift(terms, { previousPremiumFen, loyaltyGrade, giftsOut: facts.giftsOut, issuedOn }),
      decideRenewalDiscount(terms, { commercialPremiumFen, claimsLastYear }),
      decideRenewalRebate(terms, { previousPremiumFen, claimsLastYear, issuedOn }),
    ]
  }
  const standing = customerStanding(terms, policy, facts.related)
  return [
    decideServicePack(terms, { standing, coverStartsOn }),
    decideNewCustomerDiscount(terms, { commercialPremiumFen, standing, invitedBy: facts.invitedBy }),
    promiseFirstYearRebate(terms, { commercialPremiumFen, standing, coverEndsOn }),
  ]
}
