import {
  listRedemptions as listOperation,
  lookUpVoucher as lookUpOperation,
  redeemVoucher as redeemOperation,
} from '#contract/service-pack'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import { isStanding } from '#rules/policy-event/standing'
import { decideRedeem, type RedeemDecision, type Redeemer } from '#rules/service-pack/redeem'
import { findPolicyBenefit } from '#store/benefits'
import { listVehicles } from '#store/policy-book'
import type { StaffMember } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import {
  findVoucherByCode,
  findVoucherByRequest,
  listVouchersUsedAt,
  placeDayOf,
  spendVoucher,
  type Voucher,
  type VoucherUse,
} from '#store/vouchers'
import { dayOf, type Instant } from '#values/days'

const counterStaff = forStaff('branch', 'workshop')

/** @throws Error when somebody at a counter has no place: the roster does not let that in */
function redeemerOf({ role, branchCode, workshopId }: StaffMember): Redeemer {
  if (role === 'branch' && branchCode !== null) return { kind: 'branch', branchCode }
  if (role === 'workshop' && workshopId !== null) return { kind: 'workshop', workshopId }
  throw new Error('a member of staff without a place')
}

function nameOf({ branches, servicePack }: Terms, redeemer: Redeemer): string {
  const place =
    redeemer.kind === 'branch'
      ? branches.find(({ branchCode }) => branchCode === redeemer.branchCode)
      : servicePack.workshops.find(({ workshopId }) => workshopId === redeemer.workshopId)
  return place?.name ?? ''
}

/** Whether it can be redeemed, by the rule. */
async function decide(
  terms: Terms,
  voucher: Voucher,
  item: string,
  redeemer: Redeemer,
  now: Instant,
): Promise<RedeemDecision> {
  const pack = await findPolicyBenefit(voucher.benefitId)
  const withdrawn = pack === null || !isStanding(pack)
  return decideRedeem(
    terms,
    { voucher: { ...voucher, withdrawn }, codeEndsAt: voucher.code.validUntilAt, item, redeemer },
    now,
  )
}

/** In the words of the counter. */
function refusalOf({ reason }: Extract<RedeemDecision, { kind: 'refused' }>) {
  switch (reason) {
    case 'not-allowed':
      return refuse('voucher-not-here')
    case 'voucher-unknown':
      return refuse('voucher-cancelled')
    default:
      return refuse(reason)
  }
}

const plateOf = async ({ vehicleId }: Voucher): Promise<string> => (await listVehicles([vehicleId]))[0]?.plateMask ?? ''

export const lookUpVoucher = handle(lookUpOperation, counterStaff, async ({ code }, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const voucher = await findVoucherByCode(code)
  if (!voucher) return refuse('code-unknown')
  if (voucher.code.state === 'used') return refuse('code-used')
  const decision = await decide(inForce.terms, voucher, voucher.items[0] ?? '', redeemerOf(staff), now)
  if (decision.kind === 'refused') return refusalOf(decision)
  const { title, detail, items, usesLeft } = voucher
  return {
    title,
    detail,
    plate: await plateOf(voucher),
    items: [...items],
    usesLeft,
    now,
    validUntilAt: voucher.code.validUntilAt,
  }
})

/** The write alone decides who was first; whoever lost reads what stands, and a request that comes again is answered from it. */
export const redeemVoucher = handle(redeemOperation, counterStaff, async (input, call) => {
  const { now, staff } = call
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { code, item, requestKey } = input
  const byThisRequest = async () => {
    const done = await findVoucherByRequest(requestKey)
    const use = done?.uses.find((one) => one.requestKey === requestKey && one.by === staff._id)
    return done && use ? finish(done, use, call) : null
  }
  const voucher = await findVoucherByCode(code)
  if (!voucher) return (await byThisRequest()) ?? refuse('code-unknown')
  if (voucher.code.state === 'used') return (await byThisRequest()) ?? refuse('code-used')
  const redeemer = redeemerOf(staff)
  const decision = await decide(inForce.terms, voucher, item, redeemer, now)
  if (decision.kind === 'refused') return refusalOf(decision)
  const use: VoucherUse = {
    at: now,
    item,
    where: nameOf(inForce.terms, redeemer),
    by: staff._id,
    placeDay: placeDayOf(redeemer, dayOf(now)),
    requestKey,
  }
  if (await spendVoucher(voucher, code, use)) return finish(voucher, use, call)
  return (await byThisRequest()) ?? refuse('code-used')
})

/** Logged once for the request, and answered from what stands. */
async function finish(
  voucher: Voucher,
  { at, item, where, requestKey }: VoucherUse,
  call: CallBy<typeof counterStaff>,
) {
  await audit(call, {
    what: 'service-pack.redeem',
    object: { kind: 'voucher', id: voucher._id },
    after: { place: where },
    why: '客户出示券码',
    deed: requestKey,
  })
  return { title: voucher.title, item, plate: await plateOf(voucher), redeemedAt: at, where }
}

export const listRedemptions = handle(listOperation, counterStaff, async (_input, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const redeemer = redeemerOf(staff)
  const on = dayOf(now)
  const placeDay = placeDayOf(redeemer, on)
  const vouchers = await listVouchersUsedAt(placeDay)
  const plates = new Map(
    (await listVehicles([...new Set(vouchers.map(({ vehicleId }) => vehicleId))])).map(({ _id, plateMask }) => [
      _id,
      plateMask,
    ]),
  )
  const redemptions = vouchers.flatMap(({ title, vehicleId, uses }) =>
    uses
      .filter((use) => use.placeDay === placeDay)
      .map(({ at, item }) => ({ at, title, item, plate: plates.get(vehicleId) ?? '' })),
  )
  return { where: nameOf(inForce.terms, redeemer), on, redemptions: redemptions.sort((a, b) => b.at - a.at) }
})
