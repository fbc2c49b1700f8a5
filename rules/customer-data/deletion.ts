/**
 * 员工这样说：客户要求删除，能删的都删；法律要求留的留到期，说明依据和期限。 (个人信息保护法 §47, 规范促销行为暂行规定)
 */
import type { Day } from '#values/days'
import { drawRecordsKeptUntil, keptUntil, type PersonalDataKind } from '../campaign/personal-data'
import type { Terms } from '../campaign/terms'
import { personalDataKinds } from '../campaign/terms/organiser'

/** What there is about the customer. */
export interface DeletionFacts {
  /** Policies on file, of the holder that the account was bound to. */
  policies: number
  /** The last day of cover; null without a policy. */
  lastCoveredOn: Day | null
  /** Where cash goes: an account in the bank, or the purse in WeChat that was chosen and consented to. */
  account: { isPurse: boolean; stays: AccountStays | null } | null
  /** An account was taken away before. */
  accountTakenBack: boolean
  leads: number
  notices: number
  /** A code was shown at a counter. */
  customerCode: boolean
  /** Subscription messages that may still be sent. */
  acceptances: number
  /** Codes for inviting that were made for the account. */
  referralCodes: number
  draws: number
  /** Prizes won, handed over or not. */
  prizes: number
}

/** Why the account does not go with the request of this WeChat account. */
export type AccountStays = 'being-paid' | 'named-by-another'

export const accountStaysTexts: Readonly<Record<AccountStays, string>> = {
  'being-paid': '有一笔款正在打到这里，打款有了结果再删',
  'named-by-another': '由另一个绑定的微信填写，请用那个微信撤回或申请删除',
}

/** What is known of an account when one of the WeChat accounts bound to its holder asks for deletion. */
export interface AccountFacts {
  /** The WeChat account that named it, and the one that asks. */
  savedBy: string
  askedBy: string
  /** Other WeChat accounts are bound to the holder. */
  othersBound: boolean
  /** A payout batch holds money for it. */
  inBatch: boolean
}

/** One of a family does not delete what another of them has entered; money on its way arrives first. Null when it goes. */
export function whyAccountStays({ savedBy, askedBy, othersBound, inBatch }: AccountFacts): AccountStays | null {
  if (savedBy !== askedBy && othersBound) return 'named-by-another'
  return inBatch ? 'being-paid' : null
}

export interface DeletionRow {
  what: string
  delete: boolean
  why: string
  /** How long it is kept; null for what goes. */
  until: string | null
}

/** What is left of an account: enough to know it again, nothing to pay to. */
export const accountTakenBack = {
  what: '撤回收款账户的记录（只有加密的编码）',
  why: '防止别人改填您的收款账户，与保单一起保存',
}

const ofPolicy: readonly PersonalDataKind[] = ['policy', 'phone', 'id-number', 'plate']

/** What goes and what stays, each with its reason. What there is nothing of is not mentioned. */
export function planDeletion(terms: Terms, facts: DeletionFacts): DeletionRow[] {
  const goes = (what: string, why: string): DeletionRow => ({ what, delete: true, why, until: null })
  const kept = (kind: PersonalDataKind): DeletionRow[] => {
    const until = keptUntil(terms, kind, facts.lastCoveredOn)
    return [
      { what: personalDataKinds[kind], delete: false, why: until?.reason ?? '', until: until ? until.text : null },
    ]
  }
  const account = ({ isPurse, stays }: NonNullable<DeletionFacts['account']>): DeletionRow => {
    const what = isPurse ? '收到微信零钱的选择和单独同意' : '银行账户'
    return stays ? { what, delete: false, why: accountStaysTexts[stays], until: null } : goes(what, '不再打款')
  }
  const goesOrWent = facts.accountTakenBack || (facts.account !== null && facts.account.stays === null)
  const records = { delete: false, until: drawRecordsKeptUntil(terms).text }
  const withPolicy = { delete: false, until: keptUntil(terms, 'policy', facts.lastCoveredOn)?.text ?? null }
  return [
    goes('微信与保单的绑定', '只为在微信里看优惠，不再需要'),
    ...(facts.account ? [account(facts.account)] : []),
    ...(goesOrWent ? [{ what: accountTakenBack.what, ...withPolicy, why: accountTakenBack.why }] : []),
    ...(facts.leads > 0 ? [goes('预约记录', '只为网点联系客户，不再需要')] : []),
    ...(facts.notices > 0 ? [goes('小程序里的通知', '只为告诉本人，不再需要')] : []),
    ...(facts.customerCode ? [goes('出示过的身份码', '只为在柜台认出本人，不再需要')] : []),
    ...(facts.acceptances > 0 ? [goes('同意接收的服务通知', '不再发送')] : []),
    ...(facts.referralCodes > 0
      ? [
          goes('推荐码里的微信编号、微信评级和海报', '不再用它邀请'),
          { what: '推荐记录（只有投保人编号）', ...withPolicy, why: '推荐奖励和扣税的依据，与保单一起保存' },
        ]
      : []),
    ...(facts.draws > 0 ? [goes('抽奖记录里的公众号标识、渠道和海报', '与证明公平无关')] : []),
    ...(facts.draws > 0
      ? [{ what: '抽奖记录（只有编号，没有姓名）', ...records, why: '证明抽奖公平，法规要求保存不少于 2 年' }]
      : []),
    ...(facts.prizes > 0 ? kept('prize-collection') : []),
    ...(facts.policies > 0 ? ofPolicy.flatMap(kept) : []),
    ...(facts.policies > 0
      ? [{ what: '优惠、推荐奖励、券和打款的记录', ...withPolicy, why: '会计法和保险法要求保存凭证，与保单一起保存' }]
      : []),
  ]
}
