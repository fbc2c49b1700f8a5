import type { PayoutWay } from '#rules/payout/payout'
import { listBankAccounts } from '#store/bank-accounts'
import { listBindingsOfHolders } from '#store/bindings'
import { listDrawBooksOfAccounts } from '#store/draw-books'
import { sealText, wechatPayeeHashOf } from '#store/secrets'

/** Where a holder's money goes, by one way of paying. */
export interface PayeeAccount {
  /** Equal ones have the same. */
  hash: string
  /** The card's number, or the openid. */
  sealed: string
  bankName: string
  /** Last four digits; empty where there are none. */
  tail: string
}

type Payees = ReadonlyMap<string, PayeeAccount>

/** The accounts of these holders; whoever has none for this way is not among them. */
export const findPayees = (way: PayoutWay, campaignId: string, holderIds: readonly string[]): Promise<Payees> =>
  way === 'bank-file' ? inTheBank(holderIds) : inWechat(campaignId, holderIds)

async function inTheBank(holderIds: readonly string[]): Promise<Payees> {
  const accounts = await listBankAccounts(holderIds)
  return new Map(
    accounts.map(({ _id, cardHash, sealedCardNumber, bankName, tail }) => [
      _id,
      { hash: cardHash, sealed: sealedCardNumber, bankName, tail },
    ]),
  )
}

/**
 * Who is bound by one account alone: of several nobody can tell which is the holder's own. The openid stands in the account's
 * book of draws and nowhere else. Two database operations.
 */
async function inWechat(campaignId: string, holderIds: readonly string[]): Promise<Payees> {
  const bindings = await listBindingsOfHolders(holderIds)
  const single = bindings.filter(({ holderId }) => bindings.filter((other) => other.holderId === holderId).length === 1)
  const books = await listDrawBooksOfAccounts(
    campaignId,
    single.map(({ _id }) => _id),
  )
  const openidOf = new Map(books.map(({ account, openid }) => [account, openid]))
  return new Map(
    single.flatMap(({ _id, holderId }) => {
      const openid = openidOf.get(_id)
      if (openid === undefined) return []
      return [[holderId, { hash: wechatPayeeHashOf(openid), sealed: sealText(openid), bankName: '微信零钱', tail: '' }]]
    }),
  )
}
