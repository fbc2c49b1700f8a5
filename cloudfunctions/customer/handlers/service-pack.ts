import {
  listVouchers as listOperation,
  readVoucher as readOperation,
  showVoucherCode as showOperation,
} from '#contract/service-pack'
import { vouchersOfHolder } from '#decisions/holder-vouchers'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { isStanding } from '#rules/policy-event/standing'
import { accountOf } from '#store/accounts'
import { findPolicyBenefit } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { findTermsInForce } from '#store/terms'
import { findVoucher, showCode } from '#store/vouchers'
import { dayOf } from '#values/days'
import { newCode } from './new-code'
import { findOwnVehicles } from './own-vehicles'
import { shownVoucher, voucherStateOf } from './shown-voucher'

export const listVouchers = handle(listOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const binding = await findBinding(accountOf(call.customer.openid))
  if (!binding) return refuse('not-bound')
  const [{ vouchers, withdrawn }, { vehicles }] = await Promise.all([
    vouchersOfHolder(binding.holderId),
    findOwnVehicles(binding.holderId),
  ])
  const plates = new Map(vehicles.map(({ _id, plateMask }) => [_id, plateMask]))
  const today = dayOf(call.now)
  return {
    vouchers: vouchers.map((voucher) =>
      shownVoucher(voucher, {
        plate: plates.get(voucher.vehicleId) ?? '',
        today,
        withdrawn: withdrawn.has(voucher.benefitId),
      }),
    ),
    workshops: inForce.terms.servicePack.workshops,
    hotline: inForce.terms.organiser.phone,
  }
})

/** The holder's own voucher, with whether its pack was withdrawn; null also for another's: they look the same from outside. */
async function findOwn(openid: string, voucherId: string) {
  const [binding, voucher] = await Promise.all([findBinding(accountOf(openid)), findVoucher(voucherId)])
  if (!binding) return 'not-bound'
  if (voucher?.holderId !== binding.holderId) return null
  const pack = await findPolicyBenefit(voucher.benefitId)
  return { voucher, withdrawn: pack === null || !isStanding(pack) }
}

export const readVoucher = handle(readOperation, 'customer', async ({ voucherId }, call) => {
  const own = await findOwn(call.customer.openid, voucherId)
  if (own === 'not-bound') return refuse('not-bound')
  if (own === null) return refuse('voucher-unknown')
  const { vehicles } = await findOwnVehicles(own.voucher.holderId)
  const vehicle = vehicles.find(({ _id }) => _id === own.voucher.vehicleId)
  return shownVoucher(own.voucher, {
    plate: vehicle?.plateMask ?? '',
    today: dayOf(call.now),
    withdrawn: own.withdrawn,
  })
})

export const showVoucherCode = handle(showOperation, 'customer', async ({ voucherId }, call) => {
  const own = await findOwn(call.customer.openid, voucherId)
  if (own === 'not-bound') return refuse('not-bound')
  if (own === null) return refuse('voucher-unknown')
  const state = voucherStateOf(own.voucher, dayOf(call.now), own.withdrawn)
  if (state !== 'usable') return refuse(`voucher-${state}`)
  const shown = newCode('voucher', call)
  await showCode(voucherId, shown.code, shown.validUntilAt)
  return shown
})
