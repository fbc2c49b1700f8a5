import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import { dayOf, formatDay } from '#values/days'

/** How a gift comes into the customer's hands, in one sentence: while it waits for that, and after. */

export function giftToCollect(terms: Pick<Terms, 'branches'>, { branchCode }: PolicyBenefit): string {
  const branch = terms.branches.find((one) => one.branchCode === branchCode)?.name ?? '保单所属网点'
  return `审核已通过，请到${branch}，出示“我的身份码”领取。`
}

/** The ledger says where: 在示范市中心营业部当面领取. */
export const giftCollected = ({ at, why }: { at: number; why: string }): string =>
  `${formatDay(dayOf(at), true)}${why}。`
