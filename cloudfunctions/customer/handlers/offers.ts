import { openOffers as operation, type VehicleCard } from '#contract/offers'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { newCustomerOffers, renewalOffers } from '#rules/campaign/published-offers'
import type { Terms } from '#rules/campaign/terms'
import { accountOf } from '#store/accounts'
import { findBankAccount } from '#store/bank-accounts'
import { listPolicyBenefitsOf } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { getHolder } from '#store/policy-book'
import { findTermsInForce } from '#store/terms'
import { type Day, dayOf } from '#values/days'
import { findOwnVehicles } from './own-vehicles'
import { shownHead } from './shown'
import { vehicleCards } from './vehicle-cards'

/** Database operations, with the terms in the instance's memory: one when nothing is bound, seven in three rounds when bound. */
export const openOffers = handle(operation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const binding = await findBinding(accountOf(call.customer.openid))
  return {
    campaign: shownHead(inForce, call.now),
    now: call.now,
    newCustomer: newCustomerOffers(terms),
    renewing: renewalOffers(terms),
    bound: binding && (await boundHolder(terms, binding.holderId, dayOf(call.now))),
  }
})

async function boundHolder(terms: Terms, holderId: string, today: Day) {
  const [holder, own, benefits, account] = await Promise.all([
    getHolder(holderId),
    findOwnVehicles(holderId),
    listPolicyBenefitsOf(terms.campaignId, holderId),
    findBankAccount(holderId),
  ])
  const cards = vehicleCards(terms, own, benefits, today)
  return {
    holderName: holder.nameMask,
    phone: holder.phoneMask,
    vehicles: cards,
    bankAccount: account && { bankName: account.bankName, tail: account.tail },
    needsBankAccount: cards.some(expectsCash),
  }
}

const expectsCash = ({ offers, renewal }: VehicleCard): boolean =>
  [...offers, ...(renewal?.offers ?? [])].some(
    ({ form, state }) =>
      form === 'cash' &&
      (state.kind === 'foreseen' ||
        state.kind === 'to-verify' ||
        (state.kind === 'given' && (state.status === 'pending' || state.status === 'approved'))),
  )
