import { handOverGift as operation, undoGiftHandOver as undoOperation } from '#contract/gift-hand-over'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Benefit, BenefitStatus, PolicyBenefit } from '#rules/benefit/benefit'
import { fulfil, givenBy, handOverTakenBackAt, takeHandOverBack } from '#rules/benefit/status'
import { giftNameOf } from '#rules/gift/gift-name'
import { decideGiftCounter } from '#rules/gift/hand-over'
import { mayUndoHandOver } from '#rules/prize-collection/hand-over'
import { isInScope } from '#rules/review/may-review'
import { findBenefit, moveBenefit } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { findCustomerByCode } from '#store/customer-codes'
import { dismissNoticesAbout } from '#store/notices'
import { listHolders } from '#store/policy-book'
import { findTermsInForce } from '#store/terms'
import { logUndoing } from '../prizes/log-undoing'
import { branchOf } from '../roster/branch-of'

/** How often the entry may change under it: each time for a reason of its own. */
const ATTEMPTS = 5

/** The write alone decides who was first; whoever lost reads what stands, and a request that comes again is answered from it. */
export const handOverGift = handle(operation, forStaff('branch'), async ({ benefitId, code, requestKey }, call) => {
  const { now, staff } = call
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const atBranch = branchOf(staff)
  const where = terms.branches.find(({ branchCode }) => branchCode === atBranch)?.name ?? atBranch
  const finish = async (gift: PolicyBenefit, given: Given) => {
    await audit(call, {
      what: 'hand-over.in-person',
      object: { kind: 'benefit', id: gift._id },
      before: { state: 'approved' },
      after: { state: 'fulfilled', place: where, rule: gift.rule },
      why: '客户出示身份码',
      deed: requestKey,
    })
    await dismissNoticesAbout(gift._id, ['gift-ready'], now)
    const [holder] = await listHolders([gift.holderId])
    const giftName = giftNameOf(terms, gift)
    return { benefitId: gift._id, giftName, name: holder?.nameMask ?? '', handedOverAt: given.at, where }
  }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const gift = giftIn(await findBenefit(benefitId))
    // Also one that was taken back since: what this request did it did once.
    const given = gift && givenBy(gift, requestKey)
    if (gift && given?.by === staff._id) return finish(gift, given)
    const customer = await findCustomerByCode(code)
    if (!customer) return refuse('code-unknown')
    const binding = await findBinding(customer._id)
    if (!gift || gift.campaignId !== terms.campaignId) return refuse('gift-unknown')
    const refusal = decideGiftCounter(
      {
        ...gift,
        status: gift.status.kind,
        shownByHolderId: binding?.holderId ?? null,
        codeEndsAt: customer.code.validUntilAt,
        atBranch,
      },
      now,
    )
    if (refusal) return refuse(refusal)
    const handedOver = { at: now, by: staff._id, why: `在${where}当面领取`, requestKey }
    if (await moveBenefit(fulfil(gift, handedOver), gift)) return finish(gift, handedOver)
  }
  throw new Error(`${benefitId} changes faster than it can be handed over`)
})

/** By whoever noted it, or by any who may look after hand-overs, of the own branch where there is one. */
export const undoGiftHandOver = handle(undoOperation, forStaff('branch', 'reviewer', 'admin'), async (input, call) => {
  const { now, staff } = call
  const gift = giftIn(await findBenefit(input.benefitId))
  if (!gift || !isInScope(staff, gift)) return refuse('gift-unknown')
  const { status } = gift
  const decided = { at: now, by: staff._id, why: input.why }
  const before = handOverTakenBackAt(gift, decided)
  if (before !== null) {
    await logUndoing(gift, { ...decided, at: before }, call)
    return {}
  }
  if (status.kind !== 'fulfilled' || !mayUndoHandOver('in-person', status.at, now)) return refuse('hand-over-final')
  if (staff.role === 'branch' && status.by !== staff._id) return refuse('hand-over-final')
  if (!(await moveBenefit(takeHandOverBack(gift, decided), gift))) return refuse('hand-over-final')
  await logUndoing(gift, decided, call)
  return {}
})

type Given = Pick<Extract<BenefitStatus, { kind: 'fulfilled' }>, 'at'>

const giftIn = (benefit: Benefit | null): PolicyBenefit | null =>
  benefit && benefit.rule !== 'prize-draw' && benefit.form === 'gift' ? benefit : null
