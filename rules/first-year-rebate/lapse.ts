import { addDays, type Day, formatDay, type Instant } from '#values/days'
import type { PolicyBenefit } from '../benefit/benefit'
import { BY_SYSTEM, expire } from '../benefit/status'
import type { Policy } from '../policy/policy'

/** The core system tells of some policies days later. */
const LATE_DAYS = 3

/** “次年没有按时续保，首年返还到期失效；核心系统迟报的，等三天。” (§5.1.2) Promises with an earlier last day have lapsed on this day. */
export const lapsedBefore = (today: Day): Day => addDays(today, -LATE_DAYS)

/** Whether this policy keeps the promise in time: then it has only not been decided yet, and the promise must not lapse. */
export const keepsInTime = (
  { previousPolicyNumber, businessKind, state, coverStartsOn }: Policy,
  { policyNumber, expiresOn }: Pick<PolicyBenefit, 'policyNumber' | 'expiresOn'>,
): boolean =>
  businessKind === 'renewal' &&
  previousPolicyNumber === policyNumber &&
  state === 'in-force' &&
  expiresOn !== null &&
  coverStartsOn <= expiresOn

/** A promise that no renewal has settled in time. @throws Error for one without a last day */
export function lapse(promise: PolicyBenefit, at: Instant): PolicyBenefit {
  const { _id, expiresOn } = promise
  if (expiresOn === null) throw new Error(`${_id} does not expire`)
  const why = `没有最迟 ${formatDay(expiresOn, true)}起保的续保保单`
  return expire(promise, { at, by: BY_SYSTEM, why })
}
