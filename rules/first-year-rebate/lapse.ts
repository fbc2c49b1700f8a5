import { addDays, type Day, formatDay, type Instant } from '#values/days'
import type { PolicyBenefit } from '../benefit/benefit'
import { BY_SYSTEM, expire } from '../benefit/status'

/** The core system tells of some policies days later. */
const LATE_DAYS = 3

/** “次年没有按时续保，首年返还到期失效；核心系统迟报的，等三天。” (§5.1.2) Promises with an earlier last day have lapsed on this day. */
export const lapsedBefore = (today: Day): Day => addDays(today, -LATE_DAYS)

/** A promise that no renewal has settled in time. @throws Error for one without a last day */
export function lapse(promise: PolicyBenefit, at: Instant): PolicyBenefit {
  const { _id, expiresOn } = promise
  if (expiresOn === null) throw new Error(`${_id} does not expire`)
  const why = `没有最迟 ${formatDay(expiresOn, true)}起保的续保保单`
  return expire(promise, { at, by: BY_SYSTEM, why })
}
