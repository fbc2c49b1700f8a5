import { dayOf, type Instant } from '#values/days'
import { formatFen } from '#values/money'
import type { RuleAnswer } from '../benefit/answer'
import { type PolicyBenefit, policyBenefitIdOf } from '../benefit/benefit'
import { alter, approve, BY_SYSTEM, begin, decideAnew, fulfil, refuse } from '../benefit/status'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'
import { isFixed, mayBeDecidedAgain } from './standing'

/** The policy went out without it: somebody has to see that the core system mends the invoice. */
export const LATE = '出单后才核实，没有随保单给付，请核对核心系统是否批改'

/** What an entry takes from the event, beside the rule's answer. */
export type EntryFacts = Pick<PolicyEventFacts, 'policy' | 'now' | 'termsVersion' | 'termsHash'>

/** Where a referrer's reward differs from what a policy brings its own holder. */
type RewardParts = Partial<Pick<PolicyBenefit, 'holderId' | 'branchCode' | 'holdUntil' | 'risk' | 'referral'>>

/** A new entry of the ledger for what a rule answered on this policy. */
export function newEntry(
  campaignId: string,
  answer: RuleAnswer,
  facts: EntryFacts,
  {
    holderId = facts.policy.holderId,
    branchCode = facts.policy.branchCode,
    holdUntil = null,
    risk = null,
    referral = null,
  }: RewardParts = {},
): PolicyBenefit {
  const { policy, now, termsVersion, termsHash } = facts
  const given = { ...answer, holdUntil, customerOwes: null, needsReview: null }
  const entry: PolicyBenefit = {
    ...given,
    _id: policyBenefitIdOf(campaignId, policy.policyNumber, answer.rule),
    campaignId,
    termsVersion,
    termsHash,
    policyNumber: policy.policyNumber,
    vehicleId: policy.vehicleId,
    holderId,
    branchCode,
    channelCode: policy.channelCode,
    grantedOn: dayOf(now),
    grantedAt: now,
    ...begin(given, now),
    risk,
    referral,
    settledByPolicyNumber: null,
    sequence: policy.sequence,
  }
  if (answer.decision.kind === 'granted' && answer.form === 'discount') {
    const withThePolicy = { at: now, by: BY_SYSTEM, why: '出单时从保费中减去' }
    return fulfil(approve(entry, withThePolicy), withThePolicy)
  }
  return decidedByRule(entry, now)
}

/**
 * What a rule alone settles: nothing is granted, or a service pack can be used from the start of cover. Cash and gifts wait
 * for a person's review, a promised set-off for next year's renewal.
 */
function decidedByRule(entry: PolicyBenefit, at: Instant): PolicyBenefit {
  const { decision, form } = entry
  if (decision.kind === 'not-granted') return refuse(entry, { at, by: BY_SYSTEM, why: decision.why })
  if (decision.kind === 'granted' && form === 'service') {
    return approve(entry, { at, by: BY_SYSTEM, why: '保单起保即可使用' })
  }
  return entry
}

/** What has to be written when the rule's answer is set beside the entry that stands; null for nothing. */
export function changeOf(before: PolicyBenefit, answer: RuleAnswer, facts: EntryFacts): LedgerChange | null {
  if (mayBeDecidedAgain(before)) {
    return sameAnswer(before, answer)
      ? null
      : { kind: 'decide-again', before, benefit: decidedAgain(before, answer, facts) }
  }
  if (!isFixed(before)) return null
  const needsReview = givesTheSame(before, answer) ? null : reviewText(before, answer)
  if (needsReview === before.needsReview) return null
  const { sequence } = facts.policy
  return { kind: 'review', before, benefit: alter({ ...before, sequence }, { needsReview }, facts.now) }
}

export function decidedAgain(before: PolicyBenefit, answer: RuleAnswer, facts: EntryFacts): PolicyBenefit {
  const { now, policy, termsVersion, termsHash } = facts
  const late = answer.decision.kind === 'granted' && answer.form === 'discount'
  const again: PolicyBenefit = {
    ...before,
    ...answer,
    termsVersion,
    termsHash,
    needsReview: late ? LATE : null,
    sequence: policy.sequence,
  }
  return decidedByRule(decideAnew(again, now), now)
}

/** Two answers are the same when every part of them is: their statements are what the customer reads. */
export const sameAnswer = (before: PolicyBenefit, answer: RuleAnswer): boolean =>
  givesTheSame(before, answer) &&
  before.dueOn === answer.dueOn &&
  before.expiresOn === answer.expiresOn &&
  JSON.stringify([before.decision, before.statement]) === JSON.stringify([answer.decision, answer.statement])

const givesTheSame = (before: PolicyBenefit, answer: RuleAnswer): boolean =>
  before.decision.kind === answer.decision.kind &&
  before.amountFen === answer.amountFen &&
  before.giftId === answer.giftId

function reviewText(before: PolicyBenefit, { decision, amountFen }: RuleAnswer): string {
  const given = before.amountFen === null ? '' : `已给 ${formatFen(before.amountFen)}，`
  const now = amountFen === null ? '缺少事实，待核实' : `按条款应为 ${formatFen(amountFen)}`
  const why = decision.kind === 'not-granted' ? `（${decision.why}）` : ''
  return `保单资料有更新：${given}${now}${why}`
}
