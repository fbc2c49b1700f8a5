import type { PayoutWay } from '#rules/payout/payout'
import type { Instant } from '#values/days'
import { collection, command } from './collection'

/**
 * Where a policyholder's cash goes: an account in the bank, or the purse of a WeChat account (微信零钱). There is one for each holder,
 * so that naming another way ends the one before. The number is sealed; a keyed hash tells equal ones.
 */
export interface BankAccount {
  /** The holder. */
  _id: string
  /** Accounts that were named before there was another have none: they are in the bank. */
  way?: PayoutWay
  /** Of a purse: the openid. */
  sealedCardNumber: string
  /** The same for two holders who name the same card: a sign to look at, never shown. */
  cardHash: string
  bankName: string
  /** Last four digits; empty for a purse. */
  tail: string
  savedAt: Instant
  /** The WeChat account that named it. */
  savedBy: string
  consent: Consent
}

/** 单独同意 (PIPL §23, §29): when, to which text, and under which version of the terms. */
export interface Consent {
  at: Instant
  textHash: string
  /** Consents of before it was kept have none. */
  termsVersion?: number
}

export const isPurse = ({ way }: Pick<BankAccount, 'way'>): boolean => way === 'wechat-transfer'

/**
 * That an account was taken away: no clear data, and what is no longer paid to is known again only as the same. Without it a lent
 * phone could take the account away and name another as if it were the first.
 */
export interface RemovedAccount {
  /** The holder. */
  _id: string
  /** Of the account that was taken away last. */
  cardHash: string
  removedAt: Instant
}

const accounts = collection<BankAccount>('bankAccounts')
const removed = collection<RemovedAccount>('removedBankAccounts')

/** One database operation. */
export const findBankAccount = (holderId: string): Promise<BankAccount | null> => accounts.find(holderId)

/** The accounts of these holders. */
export const listBankAccounts = (holderIds: readonly string[]): Promise<BankAccount[]> => accounts.findAll(holderIds)

/** Whoever names one of these cards. One operation for each hundred accounts. */
export const listBankAccountsByCard = (cardHashes: readonly string[]): Promise<BankAccount[]> =>
  cardHashes.length === 0 ? Promise.resolve([]) : accounts.listAll({ cardHash: command.in([...new Set(cardHashes)]) })

/** Names the holder's first account; false when there is one. */
export const addBankAccount = (account: BankAccount): Promise<boolean> => accounts.add(account)

/** Changes the account; false when it changed or went since it was read. */
export async function changeBankAccount({ _id, ...account }: BankAccount, before: BankAccount): Promise<boolean> {
  return (await accounts.updateWhere({ _id, savedAt: before.savedAt, cardHash: before.cardHash }, account)) === 1
}

/** The account that the holder had, where one was taken away. One database operation. */
export const findRemovedAccount = (holderId: string): Promise<RemovedAccount | null> => removed.find(holderId)

/** Takes it away; false when it changed or went since it was read. That it was there is noted first: whoever finds none finds the note. */
export async function removeBankAccount({ _id, cardHash, savedAt }: BankAccount, removedAt: Instant): Promise<boolean> {
  const noted = await removed.add({ _id, cardHash, removedAt })
  if (!noted) await removed.updateWhere({ _id }, { cardHash, removedAt })
  return (await accounts.removeWhere({ _id, savedAt, cardHash })) > 0
}
