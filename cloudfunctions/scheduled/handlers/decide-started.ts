import { decidePolicies } from '#decisions/decide-policies'
import { readClock } from '#pipeline/clock'
import { offers } from '#rules/benefit/offers'
import { stoppedRules } from '#rules/policy-event/stopped'
import { listWaitingForStart } from '#store/benefits'
import { findPolicies } from '#store/policies'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

/** As many as one read answers, and no more in one call of the timer than it has time for. */
const AT_A_TIME = 100
const ROUNDS = 20

/** Decides what waited while its benefit was stopped and has been started again. How many policies. */
export async function decideStarted(inForce: TermsInForce, now: Instant): Promise<number> {
  const stopped = stoppedRules(inForce.stops, now)
  const open = Object.values(offers)
    .map(({ rule }) => rule)
    .filter((rule) => !stopped.has(rule))
  if (inForce.stops.length === 0 || open.length === 0) return 0
  let decided = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const waiting = await listWaitingForStart(inForce.terms.campaignId, open, AT_A_TIME)
    const policies = await findPolicies([...new Set(waiting.map(({ policyNumber }) => policyNumber))])
    if (policies.length === 0) return decided
    if (!(await decidePolicies(policies, inForce, { now, read: readClock }))) return decided
    decided += policies.length
  }
  return decided
}
