import type { VehicleCard } from '#contract/offers'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import { runningPeriod } from '#rules/campaign/phase'
import type { Policy } from '#rules/policy/policy'
import { decidePolicyEvent } from '#rules/policy-event/decide-policy-event'
import { stoppedRules } from '#rules/policy-event/stopped'
import type { TermsInForce } from '#store/terms'
import { addDays, addMonths, dayOf, type Instant, later } from '#values/days'
import { fen } from '#values/money'
import { foreseenOffer } from './shown-offer'

/** What is known of the holder beside the policy that falls due. */
export interface RenewalFacts {
  policies: readonly Policy[]
  ledger: readonly PolicyBenefit[]
  /** Gifts that have run out. */
  giftsOut: ReadonlySet<string>
}

/**
 * §4, §5.2 What renewing this policy would bring: the renewal is made up, with the claims told of the policy so far and the premium as it is, and the
 * very rule decides on it that will decide when the core system tells of the real one. Null when the policy does not fall due
 * within the campaign, or the campaign is over.
 */
export function foreseenRenewal(
  { terms, version, hash, stops }: TermsInForce,
  policy: Policy,
  { policies, ledger, giftsOut }: RenewalFacts,
  now: Instant,
): VehicleCard['renewal'] {
  const { startsOn, endsOn } = terms.period
  const { runsFromAt, runsUntilAt } = runningPeriod(terms)
  const { coverEndsOn, commercialPremiumFen } = policy
  if (policy.state !== 'in-force' || now >= runsUntilAt || coverEndsOn < startsOn || coverEndsOn > endsOn) return null
  const changes = decidePolicyEvent(terms, {
    now,
    termsVersion: version,
    termsHash: hash,
    policy: renewalOf(policy, Math.max(now, runsFromAt)),
    previous: policy,
    related: policies,
    ledger,
    invitedBy: null,
    giftsOut,
    stopped: stoppedRules(stops, now),
  })
  const benefits = changes.map(({ benefit }) => benefit).sort((a, b) => inPlan(a) - inPlan(b))
  return {
    fromOn: startsOn,
    untilOn: endsOn,
    premiumBeforeFen: commercialPremiumFen,
    premiumAfterFen: premiumAfter(commercialPremiumFen, benefits),
    offers: benefits.map((benefit) => foreseenOffer(terms, benefit)),
  }
}

/** The plan's order. */
const inPlan = ({ rule }: PolicyBenefit): number => Object.keys(offers).indexOf(rule)

/** A year from the day after the last; its number is nobody's. */
function renewalOf(policy: Policy, issuedAt: Instant): Policy {
  const policyNumber = `${policy.policyNumber}~`
  // Without a gap, or from tomorrow when the cover has ended already.
  const coverStartsOn = addDays(later(policy.coverEndsOn, dayOf(issuedAt)), 1)
  return {
    ...policy,
    _id: policyNumber,
    policyNumber,
    businessKind: 'renewal',
    previousPolicyNumber: policy.policyNumber,
    // Nobody has told of it yet: what counts is the news of claims on the policy that falls due.
    claimsLastYear: 'unknown',
    issuedAt,
    coverStartsOn,
    coverEndsOn: addDays(addMonths(coverStartsOn, 12), -1),
  }
}

/** Null while what lowers it is to be verified: unknown is never zero. */
function premiumAfter(premium: Policy['commercialPremiumFen'], benefits: readonly PolicyBenefit[]) {
  let left: number = premium
  for (const { form, amountFen, decision } of benefits) {
    if (form !== 'discount' && form !== 'set-off') continue
    if (amountFen === null) return null
    if (decision.kind === 'granted') left -= amountFen
  }
  return fen(left)
}
