import type { RiskReason } from '../benefit/benefit'

/** Each reason in the words that a reviewer reads. */
export const riskReasonTexts: Readonly<Record<RiskReason, string>> = {
  velocity: '推荐人短时间内邀请了很多人',
  'phone-burst': '多位被推荐人的手机号前 7 位相同',
  'same-address': '多位被推荐人的网络地址相同',
  'shared-account': '推荐人的收款账户也是别的投保人的收款账户',
  ring: '推荐人和被推荐人互相推荐，或推荐绕成一圈',
  'wechat-risk': '微信提示账号有风险',
  'wechat-risk-unknown': '微信的风险提示没有查到',
}
