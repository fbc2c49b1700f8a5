import type { readBenefit } from '#contract/benefits'
import type { OutputOf } from '#contract/operation'
import { dayOf, formatDay, formatInstant } from '#values/days'

type Read = OutputOf<typeof readBenefit>

/** One sentence: what the entry waits for, since when, and what comes then. */
export function nextStepOf({ item, holdUntil, customerOwes, missing, needsReview }: Read): string {
  const since = `${formatInstant(item.waitsSince)} 起`
  switch (item.waits) {
    case 'to-verify':
      return `${since}等核心系统补报${missing === null ? '' : `：${missing}`}，报来后自动计算，现在还没有金额。`
    case 'review':
      return needsReview === null ? `${since}等审核，通过之后才会给客户。` : `${since}等核对：${needsReview}`
    case 'payout':
      return `${since}等财务放入打款批次。`
    case 'hand-over':
      return `${since}等网点或仓库发放。`
    case 'customer':
      return customerOwes === 'account' ? `${since}等客户更正收款账户。` : `${since}等客户填写领奖信息。`
    case 'hold':
      return holdUntil === null
        ? '在观察期内，期满后自动进入审核。'
        : `在观察期内，${formatDay(dayOf(holdUntil))}期满后自动进入审核。`
    case null:
      return missing === null ? endOf(item.status) : `还没有金额：${missing}。`
  }
}

function endOf(status: Read['item']['status']): string {
  switch (status) {
    case 'pending':
      return '等下一年续保时抵扣，现在没有人要办。'
    case 'approved':
      return '已经生效，客户可以使用，现在没有人要办。'
    case 'fulfilled':
      return '已经给到客户。'
    case 'refused':
      return '没有给客户，原因见下面的经过。'
    case 'expired':
      return '已经过期，原因见下面的经过。'
    case 'clawed-back':
      return '给过之后收回了，原因见下面的经过。'
  }
}
