import { addMonths, type Day, formatDay } from '#values/days'
import type { Terms } from './terms'

export type PersonalDataKind = Terms['personalData']['kept'][number]['kind']

/**
 * What a customer agrees to, apart from everything else, when naming a bank account (个人信息保护法 §14, §29). The stored consent
 * carries the hash of these sentences: another wording is another consent.
 */
export function bankAccountConsent({ organiser, personalData, referralReward }: Terms): string[] {
  const kept = personalData.kept.find(({ kind }) => kind === 'bank-account')
  const paid = referralReward.enabled ? '现金返还和推荐奖励' : '现金返还'
  return [
    `${organiser.name}收集您的银行账户（卡号、开户银行），只用于向您支付本次活动的${paid}。`,
    '银行账户是敏感个人信息，泄露可能影响财产安全。卡号加密保存，页面上只显示末四位，每次查看完整卡号都有记录。',
    kept ? `保存 ${kept.years} 年：${kept.reason}。` : '付款完成后删除。',
    `您可以不同意：不影响其他优惠，只是无法收到${paid}。也可以随时撤回；联系：${personalData.contact}。`,
  ]
}

/**
 * What a customer agrees to, apart from everything else, when having cash paid into WeChat (个人信息保护法 §23): who is told what, why and
 * how. As with an account, another wording is another consent.
 */
export function wechatPurseConsent({ organiser, personalData, referralReward }: Terms): string[] {
  const paid = referralReward.enabled ? '现金返还和推荐奖励' : '现金返还'
  return [
    `${organiser.name}把您的姓名和这个微信在本小程序的编号（openid）提供给财付通支付科技有限公司（微信支付，客服 95017），用于把本次活动的${paid}付到您的微信零钱。`,
    '微信支付用姓名核对收款的微信是不是投保人本人的，不是的不付。姓名加密传送，每次付款时提供；证件号、银行卡号和保单信息不提供。',
    '您的选择和同意保存到您更换或撤回为止；已经付出的，随付款记录依法留存。',
    `您可以不同意：填写银行账户同样能收到${paid}。没有款项在途时可以随时撤回；联系：${personalData.contact}。`,
  ]
}

/**
 * What a winner agrees to when filling in collection details (个人信息保护法 §14), and, apart from it, for the ID number where tax is
 * declared (§29). The stored consent carries the hash of the sentences that were agreed to.
 */
export function collectionConsent({ organiser, personalData }: Terms): { recipient: string[]; identity: string[] } {
  const kept = personalData.kept.find(({ kind }) => kind === 'prize-collection')
  const keptFor = kept ? `保存 ${kept.years} 年：${kept.reason}。` : '发放完成后删除。'
  return {
    recipient: [
      `${organiser.name}收集您的领奖信息，只用于核实中奖、发放这件奖品和联系您。`,
      `信息加密保存，工作人员每次查看完整内容都有记录；${keptFor}`,
    ],
    identity: [
      `${organiser.name}收集您的姓名和证件号，只用于依法代扣代缴偶然所得个人所得税。`,
      '证件号是敏感个人信息，泄露可能影响人身和财产安全。证件号加密保存，页面上只显示一部分。',
      `${keptFor}您可以不同意：无法办理扣缴，这件奖品不能发放，不影响其他权益；联系：${personalData.contact}。`,
    ],
  }
}

export interface KeptUntil {
  on: Day
  /** 2031 年 9 月 30 日. */
  text: string
}

/**
 * How long one kind of data is kept, and why (个人信息保护法 §19): so many years after the campaign's end or, where a policy stands
 * behind it, after its last day of cover. Null for a kind that the terms do not name.
 */
export function keptUntil(
  terms: Terms,
  kind: PersonalDataKind,
  lastCoveredOn: Day | null,
): (KeptUntil & { reason: string }) | null {
  const kept = terms.personalData.kept.find((one) => one.kind === kind)
  if (!kept) return null
  const ofPolicy = kind !== 'bank-account' && kind !== 'prize-collection'
  const from =
    ofPolicy && lastCoveredOn !== null && lastCoveredOn > terms.period.endsOn ? lastCoveredOn : terms.period.endsOn
  return { ...until(from, kept.years), reason: kept.reason }
}

/** Draws and wins: at least the two years that SAMR order 32 asks for. */
export const drawRecordsKeptUntil = ({ period, personalData }: Terms): KeptUntil =>
  until(period.endsOn, personalData.recordsKeptYears)

function until(from: Day, years: number): KeptUntil {
  const on = addMonths(from, 12 * years)
  return { on, text: formatDay(on, true) }
}
