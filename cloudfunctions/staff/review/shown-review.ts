import type { ReviewItem } from '#contract/review'
import type { Benefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'

import type { Terms } from '#rules/campaign/terms'
import { type Reviewer, refusalToReview } from '#rules/review/may-review'
import { reviewDueOn } from '#rules/review/review-due'
import { riskReasonTexts } from '#rules/risk/reasons'
import { listHolders, listVehicles } from '#store/policy-book'
import { dayOf, type Instant } from '#values/days'
import { reviewedOf } from './reviewer'

/** Masked names and plates of those whose benefits are shown: two database operations. */
export interface Names {
  who: ReadonlyMap<string, string>
  plates: ReadonlyMap<string, string>
}

export async function namesOf(benefits: readonly Benefit[]): Promise<Names> {
  const withPolicy = benefits.flatMap((benefit) => (benefit.rule === 'prize-draw' ? [] : [benefit]))
  const [holders, vehicles] = await Promise.all([
    listHolders([...new Set(withPolicy.map(({ holderId }) => holderId))]),
    listVehicles([...new Set(withPolicy.map(({ vehicleId }) => vehicleId))]),
  ])
  return {
    who: new Map(holders.map(({ _id, nameMask }) => [_id, nameMask])),
    plates: new Map(vehicles.map(({ _id, plateMask }) => [_id, plateMask])),
  }
}

/** What it is, as staff call it: 续保专属礼品 · 行车记录仪. */
export function titleOf(terms: Terms, benefit: Benefit): string {
  if (benefit.rule === 'prize-draw') {
    return terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === benefit.prizeId)?.name ?? benefit.prizeId
  }
  const gift = terms.gift.tiers.find(({ giftId }) => giftId === benefit.giftId)
  return [offers[benefit.rule].title, ...(gift ? [gift.name] : [])].join(' · ')
}

/** Winners are known by their pseudonym alone. */
export const whoOf = (benefit: Benefit, { who }: Names): string =>
  benefit.rule === 'prize-draw' ? `中奖人 ${benefit.pseudonym.slice(0, 4)}…` : (who.get(benefit.holderId) ?? '投保人')

export function shownReview(
  terms: Terms,
  benefit: Benefit,
  names: Names,
  reviewer: Reviewer,
  now: Instant,
): ReviewItem {
  const due = reviewDueOn(terms, benefit)
  const branchCode = benefit.rule === 'prize-draw' ? null : benefit.branchCode
  return {
    benefitId: benefit._id,
    version: benefit.version,
    rule: benefit.rule,
    form: benefit.form,
    title: titleOf(terms, benefit),
    clause: benefit.clause,
    who: whoOf(benefit, names),
    plate: benefit.rule === 'prize-draw' ? null : (names.plates.get(benefit.vehicleId) ?? null),
    branchName: branchCode && (terms.branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode),
    amountFen: benefit.amountFen,
    since: benefit.waitsSinceAt,
    reviewDueOn: due,
    overdue: benefit.waitsFor === 'review' && due !== null && due < dayOf(now),
    dueOn: benefit.dueOn,
    status: benefit.status.kind,
    needsReview: benefit.needsReview,
    risk: benefit.risk && {
      score: benefit.risk.score,
      reasons: benefit.risk.reasons.map((reason) => riskReasonTexts[reason]),
    },
    refusal: refusalToReview(reviewer, reviewedOf(benefit)),
  }
}
