import type { Terms } from '#rules/campaign/terms'
import { addMonths, type Day, dayOf, earlier, formatDay } from '#values/days'
import type { Policy } from '../policy/policy'

/** A policy of ours on the same vehicle or of the same holder. */
export type KnownPolicy = Pick<
  Policy,
  'policyNumber' | 'vehicleId' | 'holderId' | 'issuedAt' | 'coverStartsOn' | 'coverEndsOn' | 'cancelledAt'
>

export type CustomerStanding =
  | { kind: 'new' }
  /** `why` and `advice` are Chinese sentences; days are told only of the holder's own policies. */
  | { kind: 'existing'; why: string; advice: string }

/**
 * “投保前 N 个月内，这辆车和这位投保人都没有本公司在保的保单，才算新客户；换手机号不算。” (§4, §5.1)
 * `others` are the policies known on this vehicle or of this holder; the policy itself may be among them. Policies issued on
 * the same day belong to the same visit and do not make one another an existing customer.
 */
export function customerStanding(
  { eligibility }: Pick<Terms, 'eligibility'>,
  policy: KnownPolicy,
  others: readonly KnownPolicy[],
): CustomerStanding {
  const months = eligibility.newCustomerLapsedMonths
  const issuedOn = dayOf(policy.issuedAt)
  const since = addMonths(issuedOn, -months)
  let ownLastOn: Day | null = null
  let any = false
  for (const other of others) {
    const concerns = other.vehicleId === policy.vehicleId || other.holderId === policy.holderId
    if (!concerns || other.policyNumber === policy.policyNumber || dayOf(other.issuedAt) >= issuedOn) continue
    const lastOn = lastCoveredOn(other)
    if (lastOn === null || lastOn < since) continue
    any = true
    if (other.holderId === policy.holderId && (ownLastOn === null || ownLastOn < lastOn)) ownLastOn = lastOn
  }
  if (!any) return { kind: 'new' }
  const rule = `投保前 ${months} 个月内，这辆车和投保人都没有本公司保单的，才是新客户`
  if (ownLastOn === null)
    return { kind: 'existing', why: `这辆车在投保前 ${months} 个月内有过本公司保单`, advice: `${rule}。` }
  return {
    kind: 'existing',
    why: `您在投保前 ${months} 个月内有过本公司保单，最后一张保到 ${formatDay(ownLastOn, true)}`,
    advice: `${rule}；您在本公司已有保单，到期续保可享老客户优惠。`,
  }
}

/** The last day that the policy covered anything; null for one that was cancelled before its cover began. */
function lastCoveredOn({ coverStartsOn, coverEndsOn, cancelledAt }: KnownPolicy): Day | null {
  if (cancelledAt === null) return coverEndsOn
  const cancelledOn = dayOf(cancelledAt)
  return cancelledOn < coverStartsOn ? null : earlier(cancelledOn, coverEndsOn)
}
