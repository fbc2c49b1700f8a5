import type { Terms } from '#rules/campaign/terms'
import { type PayoutWay, payoutWays } from '#rules/payout/payout'
import { transferAccount } from '#store/transfer-account'

/** Why nothing can be paid this way now; null when it can. */
export function whyOff(terms: Terms, way: PayoutWay): string | null {
  if (!payoutWays(terms).includes(way)) return '条款没有写可以用微信付'
  const lacksAccount = way === 'wechat-transfer' && transferAccount() === null
  return lacksAccount ? '还没有配置微信支付的商户号，配置好就能用' : null
}
