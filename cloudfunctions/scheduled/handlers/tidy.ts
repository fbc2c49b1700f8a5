import { removeOldLimits } from '#store/limits'
import { removeOldSmsCodes } from '#store/sms-codes'
import type { Instant } from '#values/days'

/** Removes what has had its time: windows of limits and codes by SMS. How many went. */
export async function tidy(now: Instant): Promise<number> {
  const [limits, codes] = await Promise.all([removeOldLimits(now), removeOldSmsCodes(now)])
  return limits + codes
}
