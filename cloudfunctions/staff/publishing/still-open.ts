import { runningPeriod } from '#rules/campaign/phase'
import type { StillOpen } from '#rules/campaign/still-open'
import type { Terms } from '#rules/campaign/terms'
import { lateOn } from '#rules/review/review-due'
import { countUnkeptPromises, countWaitingForStart, findLastUnkeptPromise } from '#store/benefits'
import { countWork } from '#store/ledger-figures'
import { countInForce, findLastInForce } from '#store/policies'
import type { Day } from '#values/days'

/** What of this campaign may still have to be acted on. Six database operations. */
export async function findStillOpen(terms: Terms, today: Day): Promise<StillOpen> {
  const { campaignId } = terms
  const issued = runningPeriod(terms)
  const [work, stopped, promises, lastPromise, policies, lastPolicy] = await Promise.all([
    countWork(campaignId, lateOn(terms, today)),
    countWaitingForStart(campaignId),
    countUnkeptPromises(campaignId),
    findLastUnkeptPromise(campaignId),
    countInForce(issued, today),
    findLastInForce(issued, today),
  ])
  return {
    waiting: work.reduce((sum, { waiting }) => sum + waiting, 0),
    stopped,
    promises: { count: promises, untilOn: lastPromise?.expiresOn ?? null },
    policies: { count: policies, untilOn: lastPolicy?.coverEndsOn ?? null },
  }
}
