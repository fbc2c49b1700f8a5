import { accountStays } from '#decisions/account-of-deletion'
import { type AroundAccount, aroundAccount } from '#decisions/forget-account'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { AccountStays } from '#rules/customer-data/deletion'
import type { Policy } from '#rules/policy/policy'
import type { DrawBook } from '#rules/prize-draw/draw-book'
import type { Invitation } from '#rules/referral-reward/invitation'
import { type BankAccount, findBankAccount, findRemovedAccount, type RemovedAccount } from '#store/bank-accounts'
import { listEveryPolicyBenefitOf } from '#store/benefits'
import { type Binding, findBinding } from '#store/bindings'
import { type DeletionRequest, findDeletionRequest } from '#store/deletion-requests'
import { findDrawBook, listDrawBooksOfAccount } from '#store/draw-books'
import { listInviteeBooksOf } from '#store/invitations'
import { type Lead, listLeadsOf } from '#store/leads'
import { listLinesFor, type PayoutLine } from '#store/payouts'
import { getHolder, type HolderOnFile, type VehicleOnFile } from '#store/policy-book'
import { listPrizeCollectionsOf, type PrizeCollection } from '#store/prize-collections'
import { pseudonymOf } from '#store/secrets'
import { countAccesses } from '#store/unmasking'
import { listVouchersOf, type Voucher } from '#store/vouchers'
import type { Day } from '#values/days'
import { findOwnVehicles } from './own-vehicles'

/** All that is kept about one customer, still sealed and masked. */
export interface PersonalData {
  account: string
  binding: Binding | null
  /** The draws, of every campaign. */
  books: DrawBook[]
  leads: Lead[]
  /** What the account was invited to by other customers (§5.3), in every campaign. */
  invitations: Invitation[]
  /** Notices, codes shown and given away, messages let through. */
  around: AroundAccount
  /** What was filled in for prizes (§5.4.4), each with the prize's name. */
  prizes: { prizeName: string; details: PrizeCollection }[]
  /** How often somebody looked at the clear data. */
  accessCount: number
  deletion: DeletionRequest | null
  /** Null while no policy is bound: a policyholder's data are told to the policyholder alone. */
  ofHolder: {
    holder: HolderOnFile
    policies: Policy[]
    /** Those that are the holder's now. */
    vehicles: VehicleOnFile[]
    bankAccount: BankAccount | null
    /** Why it does not go with this account's request for deletion; null when it does. */
    accountStays: AccountStays | null
    /** That one was taken away before. */
    removedAccount: RemovedAccount | null
    /** Null without a policy. */
    lastCoveredOn: Day | null
    /** What the holder was given or refused, of every campaign; rewards for bringing somebody too. */
    benefits: PolicyBenefit[]
    vouchers: Voucher[]
    /** Attempts to pay. */
    payments: PayoutLine[]
  } | null
}

/** Accesses are told to the policyholder; what was filled in for a prize or a booking is the account's own. */
export const whoseData = (binding: Binding | null, account: string): string[] =>
  binding ? [binding.holderId, account] : [account]

/** Twelve database operations for a customer who has bound nothing, two dozen for one who has. */
export async function gatherPersonalData(terms: Terms, account: string, openid: string): Promise<PersonalData> {
  const [binding, book, known, leads, invited, collections, around, deletion] = await Promise.all([
    findBinding(account),
    findDrawBook(terms.campaignId, pseudonymOf(terms.campaignId, openid)),
    listDrawBooksOfAccount(account),
    listLeadsOf(account),
    listInviteeBooksOf(account),
    listPrizeCollectionsOf(account),
    aroundAccount(account),
    findDeletionRequest(account),
  ])
  const books = [...new Map([...(book ? [book] : []), ...known].map((one) => [one._id, one])).values()]
  const invitations = invited.flatMap((one) => one.invitations)
  const nameOf = new Map(terms.prizeDraw.prizes.map(({ prizeId, name }) => [prizeId, name]))
  const prizes = collections.map((details) => ({
    prizeName: nameOf.get(details.prizeId) ?? details.prizeId,
    details,
  }))
  const [ofHolder, accessCount] = await Promise.all([
    binding && gatherOfHolder(binding.holderId, account),
    countAccesses(whoseData(binding, account)),
  ])
  return { account, binding, books, leads, invitations, around, prizes, accessCount, deletion, ofHolder }
}

async function gatherOfHolder(holderId: string, account: string): Promise<PersonalData['ofHolder']> {
  const [holder, { policies, vehicles }, bankAccount, removedAccount, benefits, vouchers] = await Promise.all([
    getHolder(holderId),
    findOwnVehicles(holderId),
    findBankAccount(holderId),
    findRemovedAccount(holderId),
    listEveryPolicyBenefitOf(holderId),
    listVouchersOf(holderId),
  ])
  const lastCoveredOn = policies.reduce<Day | null>(
    (last, { coverEndsOn }) => (last === null || last < coverEndsOn ? coverEndsOn : last),
    null,
  )
  return {
    ...{ holder, policies, vehicles, bankAccount, removedAccount, lastCoveredOn, benefits, vouchers },
    payments: await listLinesFor(benefits),
    accountStays: bankAccount && (await accountStays(bankAccount, account)),
  }
}
