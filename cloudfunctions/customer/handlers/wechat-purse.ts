import type { Terms } from '#rules/campaign/terms'
import { payoutWays } from '#rules/payout/payout'
import { type BankAccount, isPurse } from '#store/bank-accounts'
import { listOwingAccount } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { hasMerchant } from '#store/transfer-account'

/** “条款写明可以、商户号也有了，客户才能选收到微信零钱。” (§7) */
export const mayChoosePurse = (terms: Pick<Terms, 'operations'>): boolean =>
  payoutWays(terms).includes('wechat-transfer') && hasMerchant()

/** Why nothing can be paid into a purse now, and what changes it; null when it can, and of an account in the bank. */
export async function purseHindrance(terms: Pick<Terms, 'operations'>, account: BankAccount): Promise<string | null> {
  if (!isPurse(account)) return null
  if (!mayChoosePurse(terms)) return '现在不能收到微信零钱，请改填银行账户。'
  const [binding, owing] = await Promise.all([findBinding(account.savedBy), listOwingAccount(account._id)])
  if (binding?.holderId !== account._id) return '当时选择的微信已经解除绑定，请重新选择。'
  const failure = owing.find(({ payment }) => payment?.failure)?.payment?.failure
  return failure ? `上一次没有付成：${failure}。请重新选择，选好后再付。` : null
}
