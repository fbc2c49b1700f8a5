import { referralSection } from './disclosure/offers'
import { rangeText, referralRewardText, zheText } from './figures'
import type { Terms } from './terms'

export interface ReferralTexts {
  /** What the referrer gets: ¥100 现金. */
  reward: string
  /** What the invitee gets: 9.8 折. */
  inviteeDiscount: string
  rules: string[]
  shareTitle: string
  posterTitle: string
  posterLines: string[]
}

/** The sentences of the page 推荐有礼, its card and its poster, all from the terms (§5.3). */
export function referralTexts(terms: Terms): ReferralTexts {
  const { referralReward, newCustomerDiscount, period, organiser, title } = terms
  const inviteeDiscount = zheText(referralReward.inviteeDiscountBps)
  const own = newCustomerDiscount.enabled ? `新客户 ${zheText(newCustomerDiscount.discountBps)}，` : ''
  return {
    reward: referralRewardText(referralReward),
    inviteeDiscount,
    rules: referralSection(terms).paragraphs,
    shareTitle: `邀请您投保：${own}再享 ${inviteeDiscount}`,
    posterTitle: '邀请您投保',
    posterLines: [
      `${own}再享 ${inviteeDiscount}`,
      rangeText(period.startsOn, period.endsOn),
      '扫码接受邀请，用本人手机号投保',
      title,
      organiser.name,
    ],
  }
}
