import type { Instant } from '#values/days'
import { type RuleAnswer, stoppedFor } from '../benefit/answer'
import type { PolicyBenefit, PolicyRule } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { isStopped, type StopTimes } from '../switches/stop'
import type { PolicyEventFacts } from './facts'

/** The offers that are stopped at that instant. */
export const stoppedRules = (stops: readonly StopTimes[], at: Instant): ReadonlySet<PolicyRule> =>
  new Set(
    Object.values(offers)
      .map(({ rule }) => rule)
      .filter((rule) => isStopped(stops, rule, at)),
  )

/**
 * “停了的优惠先不给，恢复后补上；已经给的不收回。” (§10)
 * What would be granted anew waits until the benefit is started again. What stands already is decided on as ever, and what
 * the terms do not give is refused as ever: a stop takes nothing away and promises nothing.
 */
export function whileStopped(
  answer: RuleAnswer,
  before: PolicyBenefit | undefined,
  { stopped }: Pick<PolicyEventFacts, 'stopped'>,
): RuleAnswer {
  if (!stopped.has(answer.rule) || answer.decision.kind === 'not-granted') return answer
  if (before?.decision.kind === 'granted') return answer
  return stoppedFor(
    offers[answer.rule],
    answer.statement.filter(({ kind }) => kind === 'fact'),
  )
}
