import { tellOf } from '#decisions/tell'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import { alter, BY_SYSTEM, expire } from '#rules/benefit/status'
import { fillUntilOn, isForfeited } from '#rules/prize-collection/filling'
import { fillingFactsOf } from '#rules/prize-collection/progress'
import { verifyDueOn } from '#rules/prize-collection/promise'
import { reminderDue } from '#rules/prize-collection/reminder'
import { moveBenefit } from '#store/benefits'
import { listPrizes } from '#store/prize-benefits'
import { findPrizeCollections, type PrizeCollection } from '#store/prize-collections'
import { listStock, returnUnit } from '#store/stock'
import type { TermsInForce } from '#store/terms'
import { dayOf, formatDay, type Instant } from '#values/days'
import { sweep } from './sweep'

/** No submission of a day can still be running so long after it: a call's time is up after one minute. */
const AFTER_MIDNIGHT_MS = 5 * 60_000

export interface PrizeDeadlines {
  reminded: number
  expired: number
  /** Units of expired prizes that went back to stock. */
  returned: number
  /** Submitted in time, and brought before the reviewers now: the submitting call had ended before it could. */
  rescued: number
}

/**
 * Winners are reminded before the last day; prizes whose details nobody submitted in time expire, and their units go back to
 * stock. Each step can be done again: what a call leaves half-done the next one finishes.
 */
export async function keepPrizeDeadlines(inForce: TermsInForce, now: Instant): Promise<PrizeDeadlines> {
  const { campaignId } = inForce.terms
  const total: PrizeDeadlines = { reminded: 0, expired: 0, returned: 0, rescued: 0 }
  await sweep(
    'prize-deadlines',
    (page) => listPrizes({ campaignId, waitsFor: 'customer' }, page),
    async (benefits) => {
      const found = await findPrizeCollections(benefits.map(({ _id }) => _id))
      const details = new Map(found.map((one) => [one._id, one]))
      for (const benefit of benefits) await keepDeadline(inForce, benefit, details.get(benefit._id) ?? null, now, total)
    },
  )
  const shards = await listStock(campaignId, inForce.layout.termsVersion)
  const back = new Set(shards.flatMap(({ returned }) => returned))
  await sweep(
    'prizes-back-to-stock',
    (page) => listPrizes({ campaignId, status: 'expired' }, page),
    async (benefits) => {
      for (const { shardId, _id } of benefits) {
        if (!back.has(_id) && (await returnUnit(shardId, _id))) total.returned += 1
      }
    },
  )
  return total
}

async function keepDeadline(
  { terms }: TermsInForce,
  benefit: PrizeBenefit,
  details: PrizeCollection | null,
  now: Instant,
  total: PrizeDeadlines,
): Promise<void> {
  if (benefit.customerOwes !== 'details') return
  if (details?.step === 'submitted') {
    const at = details.submittedAt ?? now
    if (now - at < AFTER_MIDNIGHT_MS) return
    const handedIn = alter(benefit, { customerOwes: null, dueOn: verifyDueOn(terms, dayOf(at)) }, now)
    if (await moveBenefit(handedIn, benefit)) total.rescued += 1
    return
  }
  const facts = fillingFactsOf(benefit, details)
  if (isForfeited(terms, facts, dayOf(now - AFTER_MIDNIGHT_MS))) {
    const expired = expire(benefit, { at: now, by: BY_SYSTEM, why: '逾期没有填写领奖信息，视为放弃' })
    if (!(await moveBenefit(expired, benefit))) return
    total.expired += 1
    const sentence = '没有在截止日前提交领奖信息，按活动规则视为放弃。'
    await tellOf(terms, benefit, { occasion: 'expired', at: now, title: '已逾期', sentence })
    return
  }
  const untilOn = fillUntilOn(terms, facts)
  const days = reminderDue(terms, untilOn, dayOf(now))
  if (days === null) return
  const told = await tellOf(terms, benefit, {
    occasion: 'deadline',
    which: `${untilOn}-${days}`,
    at: now,
    title: '领奖信息待填写',
    sentence: `请在 ${formatDay(untilOn)}前（含当日）填写领奖信息，逾期视为放弃。`,
    on: untilOn,
  })
  if (told) total.reminded += 1
}
