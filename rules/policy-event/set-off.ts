import type { Terms } from '#rules/campaign/terms'
import { fen } from '#values/money'
import type { RuleAnswer } from '../benefit/answer'
import type { PolicyBenefit } from '../benefit/benefit'
import { alter, approve, BY_SYSTEM, expiredByRule, fulfil } from '../benefit/status'
import { decideFirstYearRebate } from '../first-year-rebate/first-year-rebate'
import type { Policy } from '../policy/policy'
import { changeOf, decidedAgain, LATE, sameAnswer } from './entry'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'
import { mayBeDecidedAgain } from './standing'

/** The promise (§5.1.2) that this policy's renewal settles, or has settled. Another renewal of the same policy does not. */
export function promiseFor({ policy, ledger }: PolicyEventFacts): PolicyBenefit | null {
  if (policy.businessKind !== 'renewal' || policy.previousPolicyNumber === null) return null
  const promise = ledger.find(
    (entry) =>
      entry.rule === 'first-year-rebate' &&
      entry.policyNumber === policy.previousPolicyNumber &&
      (entry.settledByPolicyNumber === null || entry.settledByPolicyNumber === policy.policyNumber),
  )
  return promise ?? null
}

export function setOffAnswer(terms: Terms, policy: Policy, previous: Policy, discountFen: number): RuleAnswer {
  return decideFirstYearRebate(terms, {
    first: {
      commercialPremiumFen: previous.commercialPremiumFen,
      coverEndsOn: previous.coverEndsOn,
      claims: policy.claimsLastYear,
      // The core system tells of whole policy years.
      claimsInCampaign: 'unknown',
    },
    renewal: {
      coverStartsOn: policy.coverStartsOn,
      premiumLeftFen: fen(Math.max(0, policy.commercialPremiumFen - discountFen)),
    },
  })
}

/**
 * The renewal settles the promise, in the first policy's own entry: set off, refused with the reason, or to be verified. A promise
 * that has expired meanwhile, because the renewal is told of late, comes alive again if it was kept in time.
 */
export function settle(promise: PolicyBenefit, answer: RuleAnswer, facts: PolicyEventFacts): LedgerChange | null {
  if (promise.settledByPolicyNumber === null) {
    const open = promise.status.kind === 'pending' || (expiredByRule(promise) && answer.decision.kind !== 'not-granted')
    return promise.decision.kind === 'granted' && open
      ? { kind: 'decide-again', before: promise, benefit: settled(promise, answer, facts) }
      : null
  }
  if (!mayBeDecidedAgain(promise)) return changeOf(promise, answer, facts)
  if (sameAnswer(promise, { ...answer, expiresOn: promise.expiresOn })) return null
  return { kind: 'decide-again', before: promise, benefit: settled(promise, answer, facts) }
}

function settled(promise: PolicyBenefit, answer: RuleAnswer, facts: PolicyEventFacts): PolicyBenefit {
  const { policy, now } = facts
  const { policyNumber } = policy
  const again = decidedAgain(promise, { ...answer, expiresOn: promise.expiresOn }, facts)
  const benefit = { ...again, settledByPolicyNumber: policyNumber }
  if (answer.decision.kind !== 'granted') return benefit
  const inTime = promise.settledByPolicyNumber === null && promise.status.kind === 'pending'
  if (!inTime) return alter(benefit, { needsReview: LATE }, now)
  const withTheRenewal = { at: now, by: BY_SYSTEM, why: `续保保单 ${policyNumber} 出单时抵扣` }
  return fulfil(approve(benefit, withTheRenewal), withTheRenewal)
}
