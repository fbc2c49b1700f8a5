import {
  saveCollectionDraft as draftOperation,
  openCollection as openOperation,
  submitCollection as submitOperation,
} from '#contract/prize-collection'
import { giveCode } from '#decisions/give-code'
import { type CallBy, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { alter } from '#rules/benefit/status'
import type { Terms } from '#rules/campaign/terms'
import { decideFilling } from '#rules/prize-collection/filling'
import { fieldsAsked, needsNothing, waysOf } from '#rules/prize-collection/needs'
import { fillingFactsOf, progressOf } from '#rules/prize-collection/progress'
import { verifyDueOn } from '#rules/prize-collection/promise'
import { prizeTax } from '#rules/prize-collection/tax'
import { accountOf } from '#store/accounts'
import { moveBenefit } from '#store/benefits'
import { findCodeOf } from '#store/coupon-codes'
import { dismissNoticesAbout } from '#store/notices'
import { keepDetails, type PrizeCollection, readRecipient } from '#store/prize-collections'
import { readTemplates } from '#store/subscribe-message'
import { findTermsInForce } from '#store/terms'
import { unmask } from '#store/unmasking'
import { addDays, dayOf, type Instant } from '#values/days'
import { findOwnPrize, type OwnPrize } from './own-prize'
import { closedTo, handedIn, problemsOf, sealedRecipient, shownConsent, submissionOf, unfilled } from './submission'

export const openCollection = handle(openOperation, 'customer', async ({ benefitId }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const found = await findOwnPrize(inForce, call.customer.openid, benefitId)
  if (!found) return refuse('prize-unknown')
  const own = await withCode(found, call)
  const { terms, prize, benefit, details } = own
  const { stage, next, way, untilOn } = progressOf(terms, prize, benefit, details, call.now)
  const editable =
    (stage === 'to-fill' || stage === 'returned' || stage === 'submitted') &&
    !needsNothing(terms, prize) &&
    decideFilling(terms, fillingFactsOf(benefit, details), call.now).kind === 'open'
  const { prizeId, kind, name, valueFen, usage, deliveryNote } = prize
  return {
    benefitId,
    prize: { prizeId, kind, name, valueFen, usage, deliveryNote },
    stage,
    next,
    opensOn: terms.prizeDraw.collection.opensOn,
    untilOn,
    version: details?.version ?? 0,
    editable,
    ways: waysOf(prize).map((one) => ({ way: one, asks: fieldsAsked(terms, prize, one) })),
    branches: prize.inPerson ? terms.branches : [],
    filled: details && { ...(await filledIn(details, call)), way },
    returned: details?.returned ? { at: details.returned.at, why: details.returned.why } : null,
    tax: prize.taxable ? { ...prizeTax(terms, prize), borneBy: terms.prizeDraw.tax.borneBy } : null,
    consent: shownConsent(own),
    handOver: await handedOver(own),
    templates: [...readTemplates()].map(([template, { templateId }]) => ({ template, templateId })),
    hotline: terms.organiser.phone,
  }
})

/** A coupon whose code has come meanwhile gets it at once: nobody waits for the timer. */
async function withCode(own: OwnPrize, call: CallBy<'customer'>): Promise<OwnPrize> {
  const { terms, prize, benefit } = own
  if (prize.delivery !== 'coupon' || benefit.status.kind !== 'approved') return own
  const given = await giveCode(terms, benefit, call)
  return given ? { ...own, benefit: given } : own
}

/** One's own details; that they were opened is logged as every unmasking is. */
async function filledIn(details: PrizeCollection, call: CallBy<'customer'>) {
  const { branchCode, idMask } = details
  const account = accountOf(call.customer.openid)
  const opened = await unmask(details.sealedRecipient, {
    _id: call.random(16).toString('hex'),
    who: account,
    whose: account,
    field: '领奖信息',
    why: '本人填写领奖信息',
    at: call.now,
  })
  return { ...readRecipient(opened), branchCode, idMask }
}

async function handedOver({ prize, benefit, details }: OwnPrize) {
  if (benefit.status.kind !== 'fulfilled') return null
  const { at } = benefit.status
  const noted = details?.handOver
  switch (noted?.kind) {
    case 'carrier':
      return { kind: noted.kind, at: noted.at, carrier: noted.carrier, trackingNumber: noted.trackingNumber }
    case 'in-person':
      return { kind: noted.kind, at: noted.at, where: noted.where }
    case undefined: {
      const code = await findCodeOf(benefit._id)
      if (code === null) return null
      const validUntilOn = prize.validDays === null ? null : addDays(dayOf(at), prize.validDays)
      return { kind: 'code' as const, at, code, validUntilOn }
    }
  }
}

export const saveCollectionDraft = handle(draftOperation, 'customer', async (input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const own = await findOwnPrize(inForce, call.customer.openid, input.benefitId)
  if (!own) return refuse('prize-unknown')
  const closed = closedTo(own, call.now)
  if (closed) return refuse(closed)
  const { details } = own
  // What was submitted stays submitted: a draft of a change lives on the phone alone.
  if (details?.step === 'submitted') return refuse('collection-changed')
  const { name, phone, region, address } = input
  const kept = await keepDetails(
    {
      ...unfilled(own, call),
      ...(details && { sealedIdNumber: details.sealedIdNumber, idMask: details.idMask, returned: details.returned }),
      step: details?.step ?? 'draft',
      way: input.way,
      branchCode: input.branchCode || null,
      ...sealedRecipient({ name, phone, region, address }),
    },
    input.version,
  )
  return kept ? { version: input.version + 1, savedAt: call.now } : refuse('collection-changed')
})

export const submitCollection = handle(submitOperation, 'customer', async (input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const own = await findOwnPrize(inForce, call.customer.openid, input.benefitId)
  if (!own) return refuse('prize-unknown')
  const { terms, benefit, details } = own
  const submission = submissionOf(own, input, call)
  if (details?.step === 'submitted' && details.submissionHash === submission.submissionHash) {
    // The same again after a lost answer: what may have been left undone is done now.
    if (benefit.waitsFor === 'customer') await moveBenefit(handedIn(own, call.now), benefit)
    return answer(terms, details.version, details.submittedAt ?? call.now)
  }
  const closed = closedTo(own, call.now)
  if (closed) return refuse(closed)
  const problems = problemsOf(own, input)
  if (problems.length > 0) return refuse('input-invalid', problems)
  if (input.way === 'in-person' && !terms.branches.some(({ branchCode }) => branchCode === input.branchCode)) {
    return refuse('branch-unknown')
  }
  // A change of what waits for review: the ledger first, so that nobody verifies what is no longer so.
  const waits = details?.step === 'submitted'
  if (waits && !(await moveBenefit(alter(benefit, {}, call.now), benefit))) return refuse('collection-changed')
  if (!(await keepDetails(submission, input.version))) return refuse('collection-changed')
  if (!waits && !(await moveBenefit(handedIn(own, call.now), benefit))) return refuse('collection-changed')
  await dismissNoticesAbout(benefit._id, ['deadline', 'returned'], call.now)
  return answer(terms, input.version + 1, call.now)
})

const answer = (terms: Terms, version: number, submittedAt: Instant) => ({
  version,
  submittedAt,
  verifyDueOn: verifyDueOn(terms, dayOf(submittedAt)),
})
