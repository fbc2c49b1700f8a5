import { openOffers as operation, type VehicleCard } from '#contract/offers'
import { type CallBy, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { referralRewardText } from '#rules/campaign/figures'
import { newCustomerOffers, renewalOffers } from '#rules/campaign/published-offers'
import { accountOf } from '#store/accounts'
import { findBankAccount, isPurse } from '#store/bank-accounts'
import { listPolicyBenefitsOf } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { listGiftStock } from '#store/gift-stock'
import { listToConfirm } from '#store/payouts'
import { getHolder } from '#store/policy-book'
import { wechatPayeeHashOf } from '#store/secrets'
import { findTermsInForce, getTerms, type TermsInForce } from '#store/terms'
import { keptFor } from './kept'
import { findOwnInvitation } from './own-invitation'
import { findOwnVehicles } from './own-vehicles'
import { shownHead } from './shown'
import { vehicleCards } from './vehicle-cards'
import { purseHindrance } from './wechat-purse'

/** Shelves are the same for everybody: an instance asks for them at most this often. */
const giftsOutKept = keptFor(10_000, findGiftsOut)

/**
 * Database operations, with terms and shelves in the instance's memory: two at once when nothing is bound, eight in three rounds
 * when bound; one more for somebody who is invited.
 */
export const openOffers = handle(operation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const [binding, invitation] = await Promise.all([
    findBinding(accountOf(call.customer.openid)),
    findOwnInvitation(inForce, call),
  ])
  const bound = binding && (await boundHolder(inForce, binding.holderId, call))
  const { referralReward } = terms
  return {
    campaign: shownHead(inForce, call.now),
    now: call.now,
    newCustomer: newCustomerOffers(terms),
    renewing: renewalOffers(terms),
    invitation: bound?.vehicles.some(({ policyState }) => policyState === 'in-force') ? null : invitation,
    referral: referralReward.enabled ? { reward: referralRewardText(referralReward) } : null,
    bound,
  }
})

async function boundHolder(inForce: TermsInForce, holderId: string, { customer, now }: CallBy<'customer'>) {
  const { campaignId } = inForce.terms
  const [holder, own, ledger, account, giftsOut] = await Promise.all([
    getHolder(holderId),
    findOwnVehicles(holderId),
    listOffersOf(campaignId, holderId),
    findBankAccount(holderId),
    giftsOutKept(campaignId, inForce.version),
  ])
  const cards = vehicleCards(inForce, own, ledger, giftsOut, now)
  const works = account && (await purseHindrance(inForce.terms, account)) === null
  return {
    holderName: holder.nameMask,
    phone: holder.phoneMask,
    vehicles: cards,
    toConfirmFen: account && isPurse(account) ? await toConfirmFen(customer.openid) : 0,
    bankAccount: works ? { bankName: account.bankName, tail: account.tail } : null,
    needsBankAccount: cards.some(expectsCash),
  }
}

const toConfirmFen = async (openid: string): Promise<number> =>
  (await listToConfirm(wechatPayeeHashOf(openid))).reduce((sum, { netFen }) => sum + netFen, 0)

/** Without the rewards for bringing somebody: they have a page of their own, and other people's cars. */
const listOffersOf = async (campaignId: string, holderId: string): Promise<PolicyBenefit[]> =>
  (await listPolicyBenefitsOf(campaignId, holderId)).filter(({ rule }) => rule !== 'referral-reward')

async function findGiftsOut(campaignId: string, version: number): Promise<ReadonlySet<string>> {
  const { gift } = await getTerms(campaignId, version)
  if (!gift.enabled) return new Set()
  const stock = await listGiftStock(campaignId, gift.tiers)
  return new Set(stock.filter(({ left }) => left <= 0).map(({ giftId }) => giftId))
}

const expectsCash = ({ offers, renewal }: VehicleCard): boolean =>
  [...offers, ...(renewal?.offers ?? [])].some(
    ({ form, state }) =>
      form === 'cash' &&
      (state.kind === 'foreseen' ||
        state.kind === 'to-verify' ||
        state.kind === 'stopped' ||
        (state.kind === 'given' && (state.status === 'pending' || state.status === 'approved'))),
  )
