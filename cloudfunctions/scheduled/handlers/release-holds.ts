import type { Benefit } from '#rules/benefit/benefit'
import { alter } from '#rules/benefit/status'
import { findBenefits, listWaiting, moveBenefit } from '#store/benefits'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'
import { lookAgain } from './look-again'

const PAGE = 100
/** So many pages at a tick; the rest have the next one. */
const PAGES = 20

/** “观察期满，进入审核。” (§5.3.2) Benefits whose hold is over wait for review from now. How many. */
export async function releaseHolds(inForce: TermsInForce, now: Instant): Promise<number> {
  const held = { campaignId: inForce.terms.campaignId, waitsFor: 'hold', heldUntil: now } as const
  let released = 0
  for (let page = 0; page < PAGES; page += 1) {
    const waiting = await listWaiting(held, { after: null, limit: PAGE })
    const risks = await lookAgain(waiting, inForce, now)
    const benefits = risks.size === 0 ? waiting : await findBenefits(waiting.map(({ _id }) => _id))
    for (const benefit of benefits) {
      if (benefit.waitsFor !== 'hold') continue
      const risk = ('policyNumber' in benefit && risks.get(benefit.policyNumber)) || benefit.risk
      if (await release(benefit, risk, now)) released += 1
    }
    if (waiting.length < PAGE) break
  }
  return released
}

const release = (benefit: Benefit, risk: Benefit['risk'], now: Instant): Promise<boolean> =>
  moveBenefit(alter(benefit, { holdUntil: null, risk }, now), benefit)
