import { accountStays } from '#decisions/account-of-deletion'
import { type AroundAccount, aroundAccount } from '#decisions/forget-account'
import type { Terms } from '#rules/campaign/terms'
import type { AccountStays } from '#rules/customer-data/deletion'
import type { Policy } from '#rules/policy/policy'
import type { DrawBook } from '#rules/prize-draw/draw-book'
import type { Invitation } from '#rules/referral-reward/invitation'
import { type BankAccount, findBankAccount, findRemovedAccount, type RemovedAccount } from '#store/bank-accounts'
import { type Binding, findBinding } from '#store/bindings'
import { findDrawBook } from '#store/draw-books'
import { findInviteeBook } from '#store/invitations'
import { type Lead, listLeadsOf } from '#store/leads'
import { getHolder, type HolderOnFile, type VehicleOnFile } from '#store/policy-book'
import { listPrizeCollectionsOf, type PrizeCollection } from '#store/prize-collections'
import { pseudonymOf } from '#store/secrets'
import type { Day } from '#values/days'
import { findOwnVehicles } from './own-vehicles'

/** All that is kept about one customer, still sealed and masked. */
export interface PersonalData {
  account: string
  binding: Binding | null
  book: DrawBook | null
  leads: Lead[]
  /** What the account was invited to by other customers (§5.3). */
  invitations: Invitation[]
  /** Notices, codes shown and given away, messages let through. */
  around: AroundAccount
  /** What was filled in for prizes (§5.4.4), each with the prize's name. */
  prizes: { prizeName: string; details: PrizeCollection }[]
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
  } | null
}

/** Nine database operations for a customer who has bound nothing, seventeen for one who has. */
export async function gatherPersonalData(terms: Terms, account: string, openid: string): Promise<PersonalData> {
  const [binding, book, leads, invitee, collections, around] = await Promise.all([
    findBinding(account),
    findDrawBook(terms.campaignId, pseudonymOf(terms.campaignId, openid)),
    listLeadsOf(account),
    findInviteeBook(terms.campaignId, account),
    listPrizeCollectionsOf(account),
    aroundAccount(account),
  ])
  const invitations = invitee?.invitations ?? []
  const nameOf = new Map(terms.prizeDraw.prizes.map(({ prizeId, name }) => [prizeId, name]))
  const prizes = collections.map((details) => ({
    prizeName: nameOf.get(details.prizeId) ?? details.prizeId,
    details,
  }))
  const ofHolder = binding && (await gatherOfHolder(binding.holderId, account))
  return { account, binding, book, leads, invitations, around, prizes, ofHolder }
}

async function gatherOfHolder(holderId: string, account: string): Promise<PersonalData['ofHolder']> {
  const [holder, { policies, vehicles }, bankAccount, removedAccount] = await Promise.all([
    getHolder(holderId),
    findOwnVehicles(holderId),
    findBankAccount(holderId),
    findRemovedAccount(holderId),
  ])
  const lastCoveredOn = policies.reduce<Day | null>(
    (last, { coverEndsOn }) => (last === null || last < coverEndsOn ? coverEndsOn : last),
    null,
  )
  return {
    ...{ holder, policies, vehicles, bankAccount, removedAccount, lastCoveredOn },
    accountStays: bankAccount && (await accountStays(bankAccount, account)),
  }
}
