import {
  listReviews as listOperation,
  listOwnDecisions as ownOperation,
  previewReviews as previewOperation,
  readReview as readOperation,
} from '#contract/review'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Benefit } from '#rules/benefit/benefit'
import { TAKE_BACK_WITHIN_MS } from '#rules/benefit/status'
import { isInScope, type ReviewRefusal, refusalToReview } from '#rules/review/may-review'
import { reviewOverdueBefore } from '#rules/review/review-due'
import { searchEntries } from '#store/audit-log'
import { countWaiting, findBenefit, findBenefits, listWaiting, type WorkList } from '#store/benefits'
import { listStaff } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { cursorOf, readCursor } from '../review/cursor'
import { evidenceOf, historyOf } from '../review/evidence'
import { reviewedOf, reviewerOf } from '../review/reviewer'
import { namesOf, shownReview, titleOf, whoOf } from '../review/shown-review'
import { statementOf } from '../review/statement'
import { takeBackUntilAt } from '../review/take-back-until'

const PAGE = 20
const readers = forStaff('reviewer', 'admin', 'finance')

export const listReviews = handle(listOperation, readers, async (input, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const branchCode = staff.branchCode ?? input.branchCode
  const overdueBefore = reviewOverdueBefore(terms, dayOf(now))
  const list: WorkList = {
    campaignId: terms.campaignId,
    waitsFor: 'review',
    ...(branchCode === undefined ? {} : { branchCode }),
    ...(input.rule ? { rule: input.rule } : {}),
    ...(input.risky ? { riskFrom: terms.risk.reviewFromScore } : {}),
  }
  const shown = input.overdue ? { ...list, before: overdueBefore } : list
  const [page, total, overdueTotal, reviewer] = await Promise.all([
    listWaiting(shown, { after: readCursor(input.cursor), limit: PAGE + 1 }),
    countWaiting(shown),
    countWaiting({ ...list, before: overdueBefore }),
    reviewerOf(staff),
  ])
  const benefits = page.slice(0, PAGE)
  const last = page.length > PAGE ? benefits.at(-1) : undefined
  const names = await namesOf(benefits)
  return {
    items: benefits.map((benefit) => shownReview(terms, benefit, names, reviewer, now)),
    next: last ? cursorOf(last) : null,
    total,
    overdueTotal,
    branches: terms.branches
      .filter((branch) => isInScope(staff, branch))
      .map(({ branchCode, name }) => ({ branchCode, name })),
    now,
  }
})

export const readReview = handle(readOperation, readers, async ({ benefitId }, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const benefit = await findBenefit(benefitId)
  if (!benefit || !isInScope(staff, reviewedOf(benefit))) return refuse('benefit-unknown')
  const [names, reviewer, evidence, roster] = await Promise.all([
    namesOf([benefit]),
    reviewerOf(staff),
    evidenceOf(benefit, terms),
    listStaff(),
  ])
  const nameOf = (account: string) => roster.find(({ _id }) => _id === account)?.name ?? '已离开的工作人员'
  return {
    item: shownReview(terms, benefit, names, reviewer, now),
    statement: statementOf(benefit),
    evidence,
    history: historyOf(benefit, nameOf),
    takeBackUntilAt: takeBackUntilAt(benefit, staff, now),
    now,
  }
})

/** As many decisions as the list goes back at most, however many there were in the ten minutes. */
const LATEST = 200

/** The audit log knows who decided what, and when. Five database operations. */
export const listOwnDecisions = handle(ownOperation, forStaff('reviewer'), async (_, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const since = { account: staff._id, kind: 'benefit', from: now - TAKE_BACK_WITHIN_MS, until: now + 1 }
  const logged = await searchEntries(since, null, LATEST)
  const decided = await findBenefits([...new Set(logged.map(({ object }) => object.id))])
  const open = decided
    .map((benefit) => ({ benefit, untilAt: takeBackUntilAt(benefit, staff, now) }))
    .filter((one): one is { benefit: Benefit; untilAt: Instant } => one.untilAt !== null)
    .sort((one, other) => other.untilAt - one.untilAt)
  const [names, reviewer] = await Promise.all([namesOf(open.map(({ benefit }) => benefit)), reviewerOf(staff)])
  return {
    items: open.map(({ benefit, untilAt }) => ({
      ...shownReview(inForce.terms, benefit, names, reviewer, now),
      takeBackUntilAt: untilAt,
    })),
    now,
  }
})

const skipWords: Readonly<Record<ReviewRefusal | 'changed' | 'unknown', string>> = {
  'not-waiting': '已经不在待审核里',
  own: '是您自己的权益，要由别人审核',
  'other-branch': '不是您所在网点的',
  'being-paid': '正在打款，要等款项有结果',
  changed: '刚刚有变化，请刷新后再看',
  unknown: '没有找到',
}

export const previewReviews = handle(previewOperation, forStaff('reviewer'), async ({ items }, { staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const [found, reviewer] = await Promise.all([
    findBenefits(items.map(({ benefitId }) => benefitId)),
    reviewerOf(staff),
  ])
  const byId = new Map(found.map((benefit) => [benefit._id, benefit]))
  const names = await namesOf(found)
  const groups = new Map<string, { title: string; count: number; sumFen: number }>()
  const skipped: { benefitId: string; title: string; who: string; why: string }[] = []
  for (const { benefitId, version } of items) {
    const benefit = byId.get(benefitId)
    const known = benefit && isInScope(staff, reviewedOf(benefit)) ? benefit : null
    const refusal = known ? refusalToReview(reviewer, reviewedOf(known)) : 'unknown'
    const why = refusal ?? (known && known.version !== version ? 'changed' : null)
    if (!known || why) {
      const [title, who] = known ? [titleOf(inForce.terms, known), whoOf(known, names)] : ['—', '—']
      skipped.push({ benefitId, title, who, why: skipWords[why ?? 'unknown'] })
      continue
    }
    const title = titleOf(inForce.terms, known)
    const group = groups.get(title) ?? { title, count: 0, sumFen: 0 }
    groups.set(title, { title, count: group.count + 1, sumFen: group.sumFen + (known.amountFen ?? 0) })
  }
  const all = [...groups.values()]
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    sumFen: all.reduce((sum, { sumFen }) => sum + sumFen, 0),
    groups: all,
    skipped,
  }
})
