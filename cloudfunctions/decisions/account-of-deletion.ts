import { type AccountStays, whyAccountStays } from '#rules/customer-data/deletion'
import type { BankAccount } from '#store/bank-accounts'
import { isCashInBatch } from '#store/benefits'
import { listBindingsOf } from '#store/bindings'

/** Why a holder's account stays when this WeChat account asks for deletion; null when it goes. Two database operations. */
export async function accountStays(
  { _id: holderId, savedBy }: BankAccount,
  askedBy: string,
): Promise<AccountStays | null> {
  const [inBatch, bindings] = await Promise.all([isCashInBatch(holderId), listBindingsOf(holderId)])
  return whyAccountStays({ savedBy, askedBy, inBatch, othersBound: bindings.some(({ _id }) => _id !== askedBy) })
}
