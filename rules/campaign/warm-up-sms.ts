import { formatPpm } from '#values/money'
import { rangeText, zheText } from './figures'
import type { Terms } from './terms'

/**
 * §7 预热：给老客户发短信，写明优惠。
 * The message as it is sent, signature first and the way to refuse last (通信短信息服务管理规定); only offers that are enabled.
 */
export function warmUpSms({ title, period, prizeDraw, renewalDiscount, renewalRebate, operations }: Terms): string {
  const offers = [
    renewalDiscount.enabled ? `续保商业险基准 ${zheText(renewalDiscount.baseDiscountBps)}` : null,
    renewalRebate.enabled ? '按上年保费和出险次数返还现金' : null,
    prizeDraw.enabled
      ? `每天免费抽奖 ${prizeDraw.freeChancesPerDay} 次，中奖概率 ${formatPpm(prizeDraw.winningOddsPpm)}`
      : null,
  ].filter((offer) => offer !== null)
  const when = rangeText(period.startsOn, period.endsOn)
  return `【${operations.smsSignature}】${title}：${when}，${offers.join('；')}。规则见公众号“${prizeDraw.followGate.accountName}”。拒收请回复 R`
}
