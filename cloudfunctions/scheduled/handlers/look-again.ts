import { findCountedInvitations } from '#decisions/counted-invitations'
import { decidePolicies } from '#decisions/decide-policies'
import { loadReferrals } from '#decisions/referrals'
import { readClock } from '#pipeline/clock'
import type { Benefit, Risk } from '#rules/benefit/benefit'
import { referralSigns } from '#rules/risk/referral-signs'
import { assessRisk } from '#rules/risk/risk'
import { findPolicies } from '#store/policies'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

/**
 * Rewards for bringing somebody (§5.3.2), looked at again when their hold is over: a bank account that was named meanwhile may
 * show that two are one, or that many share it. The rewards are decided on today's facts; what comes back is their risk, by
 * policy number. No operation where there is no reward.
 */
export async function lookAgain(
  held: readonly Benefit[],
  inForce: TermsInForce,
  now: Instant,
): Promise<ReadonlyMap<string, Risk>> {
  const { terms } = inForce
  const numbers = held.flatMap((benefit) => (benefit.rule === 'referral-reward' ? [benefit.policyNumber] : []))
  if (numbers.length === 0) return new Map()
  const policies = await findPolicies([...new Set(numbers)])
  // Where others are deciding on them just now, theirs is the decision; the risk is assessed all the same.
  await decidePolicies(policies, inForce, { now, read: readClock })
  const counted = await findCountedInvitations(policies, inForce)
  const referrals = await loadReferrals(terms.campaignId, policies, counted)
  return new Map(
    [...referrals].map(([number, { signs }]) => [number, assessRisk(terms, referralSigns(terms, signs))] as const),
  )
}
