import { revealCollection as revealOperation, sendBackCollection as sendBackOperation } from '#contract/prize-details'
import { tellOf } from '#decisions/tell'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { alter } from '#rules/benefit/status'
import { correctUntilOn } from '#rules/prize-collection/promise'
import { findBenefit, moveBenefit } from '#store/benefits'
import { findPrizeCollection, type PrizeCollection, readRecipient, returnDetails } from '#store/prize-collections'
import { findTermsInForce } from '#store/terms'
import { unmask } from '#store/unmasking'
import { dayOf, formatDay, type Instant } from '#values/days'
import { takeClearField } from '../customers/clear-fields'
import { isOfBranch } from '../prizes/of-branch'

/**
 * The ledger first: from then on nobody verifies what is being given back. Broken off after that, the same request again finds
 * the entry one version on, waiting for its winner, and does the rest.
 */
export const sendBackCollection = handle(sendBackOperation, forStaff('reviewer'), async (input, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('prize-unknown')
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const [benefit, details] = await Promise.all([findBenefit(input.benefitId), findPrizeCollection(input.benefitId)])
  if (benefit?.rule !== 'prize-draw' || !details) return refuse('prize-unknown')
  const begun = benefit.waitsFor === 'customer' && benefit.version === input.version + 1
  if (!begun) {
    if (benefit.version !== input.version || benefit.waitsFor !== 'review') return refuse('collection-changed')
    const back = alter(benefit, { customerOwes: 'details', dueOn: null }, now)
    if (!(await moveBenefit(back, benefit))) return refuse('collection-changed')
  }
  const returned = { at: now, by: staff._id, why: input.why }
  const at = (await returnDetails(details, returned)) ? now : returnedAt(details, returned)
  if (at === null) return refuse('collection-changed')
  const until = correctUntilOn(terms, dayOf(at))
  await tellOf(terms, benefit, {
    occasion: 'returned',
    which: at,
    at,
    title: '领奖信息需要改正',
    sentence: `${input.why}。${until === null ? '' : `请在 ${formatDay(until)}前（含当日）改正后提交。`}`,
    on: until,
  })
  await audit(call, {
    what: 'collection.send-back',
    object: { kind: 'benefit', id: benefit._id },
    before: { waitsFor: 'review' },
    after: { waitsFor: 'customer' },
    why: input.why,
    deed: String(input.version),
  })
  return { correctUntilOn: until }
})

/** When this person gave the details back for this reason, if that is how they stand. */
function returnedAt(
  { step, returned }: Pick<PrizeCollection, 'step' | 'returned'>,
  { by, why }: NonNullable<PrizeCollection['returned']>,
): Instant | null {
  return step === 'returned' && returned?.by === by && returned.why === why ? returned.at : null
}

export const revealCollection = handle(revealOperation, forStaff('reviewer', 'admin'), async (input, call) => {
  const details = await findPrizeCollection(input.benefitId)
  if (!details || !isOfBranch(call.staff, details)) return refuse('prize-unknown')
  const sealed = input.what === 'recipient' ? details.sealedRecipient : details.sealedIdNumber
  if (!sealed) return refuse('collection-empty')
  if (!(await takeClearField(call.staff, call))) return refuse('too-many-look-ups')
  const field = input.what === 'recipient' ? '收件人' : '证件号'
  const opened = await unmask(sealed, {
    _id: call.random(16).toString('hex'),
    who: call.staff._id,
    whose: details.account,
    field,
    why: input.why,
    at: call.now,
  })
  await audit(call, {
    what: 'customer.unmask',
    object: { kind: 'prize-collection', id: details._id },
    after: { field },
    why: input.why,
  })
  if (input.what === 'id-number') return { lines: [{ label: '证件号', value: opened }] }
  const { name, phone, region, address } = readRecipient(opened)
  const lines = [
    { label: '姓名', value: name },
    { label: '手机号', value: phone },
    { label: '省市区', value: region.join(' ') },
    { label: '详细地址', value: address },
  ]
  return { lines: lines.filter(({ value }) => value !== '') }
})
