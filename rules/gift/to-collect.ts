import { dayOf, formatDay } from '#values/days'
import type { PolicyBenefit } from '../benefit/benefit'
import type { Terms } from '../campaign/terms'

/** How a gift comes into the customer's hands, in one sentence: while it waits for that, and after. */

/** “礼品备好了，请到网点出示身份码领取。” (§5.2.3, §5.3.1) */
export const giftToCollect = (terms: Pick<Terms, 'branches'>, gift: Pick<PolicyBenefit, 'branchCode'>): string =>
  `审核已通过，请到${branchNameOf(terms, gift)}，出示“我的身份码”领取。`

const branchNameOf = ({ branches }: Pick<Terms, 'branches'>, gift: Pick<PolicyBenefit, 'branchCode'>): string =>
  branches.find(({ branchCode }) => branchCode === gift.branchCode)?.name ?? '您的网点'

/** The ledger says where: 在示范市中心营业部当面领取. */
export const giftCollected = ({ at, why }: { at: number; why: string }): string =>
  `${formatDay(dayOf(at), true)}${why}。`
