import { lapse, lapsedBefore } from '#rules/first-year-rebate/lapse'
import { listUnkeptPromises, moveBenefit } from '#store/benefits'
import { dayOf, type Instant } from '#values/days'

/** As many as one read answers, and no more in one call of the timer than it has time for. */
const AT_A_TIME = 100
const ROUNDS = 5

/** Promises of a set-off at next year's renewal (§5.1.2) that nobody kept in time expire. How many. */
export async function lapsePromises(now: Instant): Promise<number> {
  let lapsed = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const promises = await listUnkeptPromises(lapsedBefore(dayOf(now)), AT_A_TIME)
    for (const promise of promises) if (await moveBenefit(lapse(promise, now), promise)) lapsed += 1
    if (promises.length < AT_A_TIME) break
  }
  return lapsed
}
