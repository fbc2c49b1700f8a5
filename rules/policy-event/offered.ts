import type { Terms } from '#rules/campaign/terms'
import { addDays, dayOf, formatDay } from '#values/days'
import { giveNothing, type RuleAnswer } from '../benefit/answer'
import type { PolicyBenefit, PolicyRule } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { advice } from '../benefit/statement'
import { answersFor, isOpen, rulesOf } from './answers'
import type { PolicyEventFacts } from './facts'
import { limitReached, type Refusal } from './limits'

/**
 * What the rules answer for the policy, before amounts are cut to the limits, in the order in which they share them.
 * Outside the campaign's period nothing is entered; what was entered before, on facts that were corrected since, is answered.
 */
export function offered(
  terms: Terms,
  facts: PolicyEventFacts,
  own: ReadonlyMap<PolicyRule, PolicyBenefit>,
): RuleAnswer[] {
  const { policy } = facts
  const rules = rulesOf(policy.businessKind)
  const outside = issuedOutside(terms, facts)
  const refusal = outside ?? notDueWithin(terms, facts) ?? limitReached(terms, facts)
  const answers = refusal === null ? answersFor(terms, facts) : rules.map((rule) => refusedFor(rule, refusal))
  const corrected = [...own.keys()].filter((rule) => !rules.includes(rule)).map((rule) => refusedFor(rule, otherKind))
  return [...answers, ...corrected].filter(({ rule }) => {
    const before = own.get(rule)
    // A promise that was settled belongs to the renewal that settled it.
    if (before) return isOpen(terms, rule) && before.settledByPolicyNumber === null
    return isOpen(terms, rule) && outside === null
  })
}

const refusedFor = (rule: PolicyRule, { why, help }: Refusal): RuleAnswer =>
  giveNothing(offers[rule], why, [], [advice(help, offers[rule].clause)])

const otherKind: Refusal = { why: '保单的业务类型已更正', help: '按更正后的业务类型能享受的优惠，另外计算。' }

/** §3 The campaign's first and last day are in. */
export function issuedOutside({ period }: Terms, { policy }: Pick<PolicyEventFacts, 'policy'>): Refusal | null {
  const issuedOn = dayOf(policy.issuedAt)
  if (period.startsOn <= issuedOn && issuedOn <= period.endsOn) return null
  return { why: '不在活动期间出单', help: `${periodText(period)}出单的，才有活动的优惠。` }
}

/** §4 An existing customer's policy falls due within the period. Until we are told of it: the day before the new cover. */
function notDueWithin({ period }: Terms, { policy, previous }: PolicyEventFacts): Refusal | null {
  if (policy.businessKind !== 'renewal') return null
  const dueOn = previous?.coverEndsOn ?? addDays(policy.coverStartsOn, -1)
  if (period.startsOn <= dueOn && dueOn <= period.endsOn) return null
  return {
    why: `上年保单 ${formatDay(dueOn, true)}到期，不在活动期间`,
    help: `上年保单在 ${periodText(period)}之间到期、在活动期间续保的，才有续保优惠。`,
  }
}

const periodText = ({ startsOn, endsOn }: Terms['period']): string =>
  `${formatDay(startsOn, true)}至 ${formatDay(endsOn, true)}（含当日）`
