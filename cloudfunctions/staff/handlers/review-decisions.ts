import {
  decideReviews as decideOperation,
  type ReviewOutcome,
  takeBackReviews as takeBackOperation,
} from '#contract/review'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Benefit } from '#rules/benefit/benefit'
import { mayBeTakenBack, TAKE_BACK_WITHIN_MS, takeBack } from '#rules/benefit/status'
import { waitsForOf } from '#rules/benefit/waits-for'
import type { Terms } from '#rules/campaign/terms'
import { isTakenBackBy, type ReviewVerdict, reviewed, statusBefore, verdictOf } from '#rules/review/decide-review'
import { isInScope, refusalToReview } from '#rules/review/may-review'
import { findBenefits, moveBenefit } from '#store/benefits'
import { findTermsInForce } from '#store/terms'
import { hookOf } from '../review/hooks'
import { reviewedOf, reviewerOf } from '../review/reviewer'

const reviewers = forStaff('reviewer')
type ReviewCall = CallBy<typeof reviewers>

export const decideReviews = handle(decideOperation, reviewers, async (input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { items, verdict, reason, requestKey } = input
  const { now, staff } = call
  const [found, reviewer] = await Promise.all([
    findBenefits(items.map(({ benefitId }) => benefitId)),
    reviewerOf(staff),
  ])
  const byId = new Map(found.map((benefit) => [benefit._id, benefit]))

  const decideOne = async (benefitId: string, version: number): Promise<[Benefit | null, ReviewOutcome]> => {
    const benefit = byId.get(benefitId)
    if (!benefit || !isInScope(staff, reviewedOf(benefit))) return [null, 'unknown']
    const before = verdictOf(benefit, requestKey)
    if (before !== null) {
      if (before !== verdict) return [benefit, 'changed']
      await settle(benefit, verdict, call, inForce.terms)
      await log(benefit, { ...benefit, status: statusBefore(benefit, requestKey), waitsFor: 'review', version })
      return [benefit, 'done']
    }
    const refusal = refusalToReview(reviewer, reviewedOf(benefit))
    if (refusal) return [benefit, refusal]
    if (benefit.version !== version) return [benefit, 'changed']
    const decided = promised(reviewed(benefit, verdict, { at: now, by: staff._id, why: reason, requestKey }))
    if (!(await moveBenefit(decided, benefit))) return [benefit, 'changed']
    await settle(decided, verdict, call, inForce.terms)
    await log(decided, benefit)
    return [decided, 'done']
  }
  /** Once for the request. */
  const log = (decided: Benefit, before: Benefit) =>
    audit(call, {
      what: verdict === 'approve' ? 'review.approve' : 'review.refuse',
      object: { kind: 'benefit', id: decided._id },
      before: factsOf(before),
      after: factsOf(decided),
      why: reason,
      deed: requestKey,
    })
  const promised = (benefit: Benefit): Benefit => {
    const hook = verdict === 'approve' ? hookOf(benefit) : null
    return hook?.promise ? { ...benefit, dueOn: hook.promise(benefit, { now, staff, terms: inForce.terms }) } : benefit
  }
  // One after the other: each appends to the audit log's one chain.
  const outcomes: { benefitId: string; version: number; outcome: ReviewOutcome }[] = []
  for (const { benefitId, version } of items) {
    const [benefit, outcome] = await decideOne(benefitId, version)
    outcomes.push({ benefitId, version: benefit?.version ?? version, outcome })
  }
  return { outcomes, takeBackUntilAt: now + TAKE_BACK_WITHIN_MS }
})

const factsOf = (benefit: Benefit) => ({
  state: benefit.status.kind,
  waitsFor: benefit.waitsFor,
  rule: benefit.rule,
  amountFen: benefit.amountFen,
  version: benefit.version,
})

const settle = async (benefit: Benefit, verdict: ReviewVerdict, { now, staff }: ReviewCall, terms: Terms) =>
  hookOf(benefit)?.after(benefit, verdict === 'approve' ? 'approved' : 'refused', { now, staff, terms })

export const takeBackReviews = handle(takeBackOperation, reviewers, async ({ items, reason, requestKey }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { now, staff } = call
  const reviewing = { now, staff, terms: inForce.terms }
  const byId = new Map((await findBenefits(items.map(({ benefitId }) => benefitId))).map((one) => [one._id, one]))

  const log = (back: Benefit, before: Benefit) =>
    audit(call, {
      what: 'review.undo',
      object: { kind: 'benefit', id: back._id },
      before: factsOf(before),
      after: factsOf(back),
      why: reason,
      deed: requestKey,
    })
  const takeBackOne = async (benefitId: string, version: number) => {
    const benefit = byId.get(benefitId)
    if (!benefit || !isInScope(staff, reviewedOf(benefit))) return 'unknown'
    if (isTakenBackBy(benefit, requestKey)) {
      const status = benefit.history.at(-1) ?? benefit.status
      await log(benefit, { ...benefit, status, waitsFor: waitsForOf({ ...benefit, status }), version })
      return 'done'
    }
    if (benefit.version !== version) return 'changed'
    if (benefit.status.kind === 'pending' || benefit.status.by !== staff._id) return 'not-yours'
    if (!mayBeTakenBack(benefit, now)) return 'too-late'
    const hook = hookOf(benefit)
    if ((await hook?.mayBeTakenBack?.(benefit, reviewing)) === false) return 'gift-out'
    const back = takeBack(benefit, { at: now, by: staff._id, why: reason, requestKey })
    if (!(await moveBenefit(back, benefit))) return 'changed'
    await hook?.after(back, 'taken-back', reviewing)
    await log(back, benefit)
    return 'done'
  }
  const outcomes: { benefitId: string; outcome: Awaited<ReturnType<typeof takeBackOne>> }[] = []
  for (const { benefitId, version } of items) {
    outcomes.push({ benefitId, outcome: await takeBackOne(benefitId, version) })
  }
  return { outcomes }
})
