import type { LacksAccount } from '#rules/payout/build-batch'
import type { PayoutWay } from '#rules/payout/payout'
import { type BankAccount, type Consent, isPurse, listBankAccounts } from '#store/bank-accounts'
import { listBindingsOfAccounts } from '#store/bindings'

/** Where a holder's money goes, by one way of paying. */
export interface PayeeAccount {
  /** Equal ones have the same. */
  hash: string
  /** The card's number, or the openid. */
  sealed: string
  bankName: string
  /** Last four digits; empty where there are none. */
  tail: string
  consent: Consent
}

export interface Payees {
  accounts: ReadonlyMap<string, PayeeAccount>
  /** Why one of these holders is not among them. */
  lacks(holderId: string): LacksAccount
}

/**
 * The accounts of these holders for this way. “客户选的哪一种，就用哪一种付”: whoever has chosen one is not paid by the other. Two database
 * operations by WeChat, one by the bank.
 */
export async function findPayees(way: PayoutWay, holderIds: readonly string[]): Promise<Payees> {
  const named = await listBankAccounts(holderIds)
  const ofWay = named.filter((account) => isPurse(account) === (way === 'wechat-transfer'))
  const standing = way === 'wechat-transfer' ? await stillBound(ofWay) : ofWay
  return {
    accounts: new Map(standing.map((account) => [account._id, payeeAccount(account)])),
    lacks: (holderId) => {
      if (!named.some(({ _id }) => _id === holderId)) return 'no-account'
      return ofWay.some(({ _id }) => _id === holderId) ? 'purse-unbound' : 'other-way'
    },
  }
}

/** A purse is the holder's while the WeChat account that chose it is bound to the holder. */
async function stillBound(purses: readonly BankAccount[]): Promise<BankAccount[]> {
  const bindings = await listBindingsOfAccounts(purses.map(({ savedBy }) => savedBy))
  const holderOf = new Map(bindings.map(({ _id, holderId }) => [_id, holderId]))
  return purses.filter(({ _id, savedBy }) => holderOf.get(savedBy) === _id)
}

const payeeAccount = ({ cardHash, sealedCardNumber, bankName, tail, consent }: BankAccount): PayeeAccount => ({
  hash: cardHash,
  sealed: sealedCardNumber,
  bankName,
  tail,
  consent,
})
