import { writeLog } from '#pipeline/log'
import { keepsInTime, lapse, lapsedBefore } from '#rules/first-year-rebate/lapse'
import { listUnkeptPromises, moveBenefit } from '#store/benefits'
import { listRelatedPolicies } from '#store/policies'
import { dayOf, type Instant } from '#values/days'

/** As many as one read answers, and no more in one call of the timer than it has time for. */
const AT_A_TIME = 100
const ROUNDS = 5

/**
 * Promises of a set-off at next year's renewal (§5.1.2) that nobody kept in time expire. How many. One whose renewal is on file
 * and could not be decided yet stands, with a warning: that nobody renewed would be untrue.
 */
export async function lapsePromises(now: Instant, requestId: string): Promise<number> {
  let lapsed = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const promises = await listUnkeptPromises(lapsedBefore(dayOf(now)), AT_A_TIME)
    const policyNumbers = promises.map(({ policyNumber }) => policyNumber)
    const renewals = await listRelatedPolicies({ policyNumbers, vehicleIds: [], holderIds: [] }, null)
    const kept = promises.filter((promise) => renewals.some((policy) => keepsInTime(policy, promise)))
    for (const promise of promises) {
      if (!kept.includes(promise) && (await moveBenefit(lapse(promise, now), promise))) lapsed += 1
    }
    if (kept.length > 0 && round === 0) {
      writeLog('warn', requestId, `renewed in time and not decided yet: the promises of ${kept.length} policies stand`)
    }
    if (promises.length < AT_A_TIME) break
  }
  return lapsed
}
