import { alter } from '#rules/benefit/status'
import { listWaiting, moveBenefit } from '#store/benefits'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

const PAGE = 100
/** So many pages at a tick; the rest have the next one. */
const PAGES = 20

/** “观察期满，进入审核。” (§5.3.2) Benefits whose hold is over wait for review from now. How many. */
export async function releaseHolds({ terms }: TermsInForce, now: Instant): Promise<number> {
  const held = { campaignId: terms.campaignId, waitsFor: 'hold', heldUntil: now } as const
  let released = 0
  for (let page = 0; page < PAGES; page += 1) {
    const benefits = await listWaiting(held, { after: null, limit: PAGE })
    for (const benefit of benefits) {
      if (await moveBenefit(alter(benefit, { holdUntil: null }, now), benefit)) released += 1
    }
    if (benefits.length < PAGE) break
  }
  return released
}
