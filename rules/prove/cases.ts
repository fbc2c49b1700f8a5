import { addDays, addMonths, startOf } from '#values/days'
import { type Fen, fen, formatFen } from '#values/money'
import { type LoyaltyGrade, loyaltyGrades } from '#values/vehicle-words'
import type { Terms } from '../campaign/terms'
import { claimsText } from '../policy/claims'
import type { ClaimsLastYear, Policy } from '../policy/policy'
import type { PolicyEventFacts } from '../policy-event/facts'

/** Every number of claims that the terms tell apart, and some beyond. */
export const knownClaims = [0, 1, 2, 3, 4, 5, 6] as const
export const everyClaims: readonly ClaimsLastYear[] = [...knownClaims, 'unknown']

// `Object.keys` forgets that the keys are the record's own.
export const everyGrade: readonly (LoyaltyGrade | null)[] = [null, ...(Object.keys(loyaltyGrades) as LoyaltyGrade[])]

/** Where rounding shows, a policy's usual premium, and more than any policy costs. */
const USUAL_FEN = [0, 1, 9, 10, 11, 19, 99, 100, 101, 439_999, 440_000, 10_000_000]

/** Premiums on both sides of every boundary of the terms, one fen apart, and those where rounding and limits show. */
export function premiumsOf(terms: Terms): Fen[] {
  const edges = [
    ...[...terms.renewalRebate.noClaimTiers, ...terms.gift.tiers].flatMap((tier) => [
      tier.premiumFromFen,
      ...(tier.premiumBelowFen === null ? [] : [tier.premiumBelowFen]),
    ]),
    ...terms.gift.tiers.map(({ costFen }) => costFen),
    terms.servicePack.valueFen,
    ...(terms.offerLimits.totalPerCustomerFen === null ? [] : [terms.offerLimits.totalPerCustomerFen]),
  ]
  const all = [...USUAL_FEN, ...edges.flatMap((edge) => [edge - 1, edge, edge + 1])]
  return [...new Set(all.filter((amount) => amount >= 0))].sort((a, b) => a - b).map(fen)
}

/** A policy issued on the campaign's first day. */
export function policyOf(terms: Terms, changes: Partial<Policy>): Policy {
  const { startsOn } = terms.period
  return {
    _id: 'PROOF2',
    policyNumber: 'PROOF2',
    sequence: 1,
    state: 'in-force',
    businessKind: 'new',
    previousPolicyNumber: null,
    branchCode: terms.branches[0]?.branchCode ?? '',
    channelCode: terms.promotion.channels[0]?.channelId ?? '',
    vehicleId: 'vehicle',
    holderId: 'holder',
    vehicleType: 'passenger-car',
    usageNature: 'family',
    drivingRegion: 'province',
    issuedAt: startOf(startsOn),
    coverStartsOn: addDays(startsOn, 1),
    coverEndsOn: addMonths(startsOn, 12),
    commercialPremiumFen: fen(0),
    compulsoryPremiumFen: fen(0),
    claimsLastYear: 0,
    loyaltyGrade: null,
    cancelledAt: null,
    version: 1,
    ...changes,
  }
}

/** The renewal of a policy that falls due on the campaign's first day. */
export function renewalFacts(terms: Terms, previousPremiumFen: Fen, changes: Partial<Policy>): PolicyEventFacts {
  const { startsOn } = terms.period
  const previous = policyOf(terms, {
    _id: 'PROOF1',
    policyNumber: 'PROOF1',
    issuedAt: startOf(addMonths(startsOn, -12)),
    coverStartsOn: addDays(addMonths(startsOn, -12), 1),
    coverEndsOn: startsOn,
    commercialPremiumFen: previousPremiumFen,
  })
  const renewed = policyOf(terms, { businessKind: 'renewal', previousPolicyNumber: 'PROOF1', ...changes })
  return { ...factsOf(renewed), previous }
}

export const factsOf = (policy: Policy, invitedBy: string | null = null): PolicyEventFacts => ({
  now: policy.issuedAt,
  termsVersion: 1,
  termsHash: '',
  policy,
  previous: null,
  related: [],
  ledger: [],
  invitedBy,
  giftsOut: new Set(),
  stopped: new Set(),
})

export const claimsWords = (claims: ClaimsLastYear): string =>
  claims === 'unknown' ? '出险次数未知' : `上年${claimsText(claims)}`

/** The case in words: what a person would try to see it. */
export function renewalWords({ policy, previous }: PolicyEventFacts): string {
  return [
    `上年保费 ${previous ? formatFen(previous.commercialPremiumFen) : '未知'}`,
    `本期保费 ${formatFen(policy.commercialPremiumFen)}`,
    claimsWords(policy.claimsLastYear),
    policy.loyaltyGrade ?? '没有等级',
  ].join('，')
}
