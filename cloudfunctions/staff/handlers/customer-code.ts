import { lookUpCustomer as operation } from '#contract/customer-code'
import { vouchersOfHolder } from '#decisions/holder-vouchers'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { giftNameOf } from '#rules/gift/gift-name'
import { progressOf } from '#rules/prize-collection/progress'
import { listPrizeBenefitsOf } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { findCustomerByCode } from '#store/customer-codes'
import { listGiftsWaitingFor } from '#store/gifts'
import { listHolders, listVehicles } from '#store/policy-book'
import { listPrizeCollectionsOf } from '#store/prize-collections'
import { findTermsInForce } from '#store/terms'
import { dayOf } from '#values/days'
import { branchOf } from '../roster/branch-of'

/** Who shows the code: masked, and only what a branch can do something about. Logged once for each code that somebody reads. */
export const lookUpCustomer = handle(operation, forStaff('branch'), async ({ code }, call) => {
  const { now, staff } = call
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const customer = await findCustomerByCode(code)
  if (!customer) return refuse('code-unknown')
  if (now >= customer.code.validUntilAt) return refuse('code-expired')
  const [binding, benefits, details] = await Promise.all([
    findBinding(customer._id),
    listPrizeBenefitsOf(terms.campaignId, customer.pseudonym),
    listPrizeCollectionsOf(customer._id),
  ])
  await audit(call, {
    what: 'customer.look-up',
    object: { kind: 'customer', id: binding?.holderId ?? customer._id },
    after: { kind: 'code' },
    why: '客户出示身份码',
    deed: `${staff._id}.${customer.code.hash}`,
  })
  const here = new Map(details.filter(({ branchCode }) => branchCode === staff.branchCode).map((one) => [one._id, one]))
  const prizes = benefits.flatMap((benefit) => {
    const fetched = here.get(benefit._id)
    const prize = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === benefit.prizeId)
    if (!fetched || !prize) return []
    const { stage, next } = progressOf(terms, prize, benefit, fetched, now)
    return [{ name: prize.name, stage, next }]
  })
  if (!binding) return { holder: null, vouchers: [], prizes, gifts: [] }
  const [ofThem, gifts] = await Promise.all([
    ofHolder(binding.holderId, dayOf(now)),
    listGiftsWaitingFor(terms.campaignId, { holderId: binding.holderId, branchCode: branchOf(staff) }),
  ])
  return {
    ...ofThem,
    prizes,
    gifts: gifts.map((gift) => ({
      benefitId: gift._id,
      name: giftNameOf(terms, gift),
      version: gift.version,
      dueOn: gift.dueOn,
    })),
  }
})

async function ofHolder(holderId: string, today: string) {
  const [[holder], { vouchers, withdrawn }] = await Promise.all([listHolders([holderId]), vouchersOfHolder(holderId)])
  const usable = vouchers.filter(
    ({ benefitId, usesLeft, validFromOn, validUntilOn }) =>
      !withdrawn.has(benefitId) && usesLeft !== 0 && validFromOn <= today && today <= validUntilOn,
  )
  const vehicles = await listVehicles([...new Set(usable.map(({ vehicleId }) => vehicleId))])
  const plates = new Map(vehicles.map(({ _id, plateMask }) => [_id, plateMask]))
  return {
    holder: holder ? { name: holder.nameMask, phone: holder.phoneMask, plates: [...plates.values()] } : null,
    vouchers: usable.map(({ title, vehicleId, usesLeft }) => ({ title, plate: plates.get(vehicleId) ?? '', usesLeft })),
  }
}
