import type { Terms } from '#rules/campaign/terms'
import { maskPolicyNumber } from '#values/masks'
import { type Fen, fen } from '#values/money'
import type { RuleAnswer } from '../benefit/answer'
import type { PolicyBenefit } from '../benefit/benefit'
import { alter, approve, BY_SYSTEM, expiredByRule, fulfil } from '../benefit/status'
import { decideFirstYearRebate } from '../first-year-rebate/first-year-rebate'
import { claimsBefore } from '../policy/claims'
import type { Policy } from '../policy/policy'
import { changeOf, decidedAgain, LATE, sameAnswer } from './entry'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'
import { roomOfPromise, within } from './limits'
import { isStanding, mayBeDecidedAgain } from './standing'

/** The facts once the renewed policy is known. */
type Renewing = Pick<PolicyEventFacts, 'policy' | 'ledger'> & { previous: Policy }

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

/** What the promise comes to at this renewal: never more than its own first policy left for it. */
export function setOffAnswer(
  terms: Terms,
  promise: PolicyBenefit,
  { policy, previous, ledger }: Renewing,
  discountFen: number,
): RuleAnswer {
  const answer = decideFirstYearRebate(terms, {
    first: {
      commercialPremiumFen: previous.commercialPremiumFen,
      coverEndsOn: previous.coverEndsOn,
      claims: claimsBefore(policy, previous),
    },
    renewal: {
      coverStartsOn: policy.coverStartsOn,
      premiumLeftFen: fen(Math.max(0, policy.commercialPremiumFen - discountFen)),
    },
  })
  return within(answer, roomOfPromise(promise, previous, ledger))
}

/**
 * The most that the promise may come to at this renewal, claims that are not known left out of account: so much of the customer's
 * limit is kept for it, whatever else the renewal brings.
 */
export function placeOf(terms: Terms, promise: PolicyBenefit, facts: PolicyEventFacts): Fen {
  const { policy, previous } = facts
  if (!previous) return standingFen(promise)
  const claimsLastYear = policy.claimsLastYear === 'unknown' ? 0 : policy.claimsLastYear
  const answer = setOffAnswer(terms, promise, { ...facts, policy: { ...policy, claimsLastYear }, previous }, 0)
  const stands = settle(promise, answer, facts)?.benefit ?? promise
  return isStanding(stands) ? fen(Math.max(standingFen(stands), answer.amountFen ?? 0)) : fen(0)
}

const standingFen = (entry: PolicyBenefit): Fen => (isStanding(entry) ? (entry.amountFen ?? fen(0)) : fen(0))

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
  const withTheRenewal = { at: now, by: BY_SYSTEM, why: `续保保单 ${maskPolicyNumber(policyNumber)} 出单时抵扣` }
  return fulfil(approve(benefit, withTheRenewal), withTheRenewal)
}
