import { type Person, person } from '../../handlers/campaign-cloud'
import { INVITATION_CODE, prizeOf, ticketOf, voucherOf } from './campaign'

/** What is tapped on a page, and how the page tells that it is done. */
export interface Step {
  name: string
  tap: string
  shows: string
  /** Whether what crosses to the page is held to the budget of an action. */
  measured: boolean
  /** What a screen reader is told of it, unasked. */
  announces?: string
}

/** By page: the sheets and parts that stand behind a tap. The customer is the one of `campaign.ts`. */
export const steps: Readonly<Record<string, readonly Step[]>> = {
  'pages/draw/index': [
    { name: '结果', tap: '抽奖，剩 1 次', shows: '查看我的奖品', measured: true, announces: '抽中了 35 元洗车抵用券' },
    { name: '关注', tap: '查看公众号二维码', shows: '长按二维码', measured: true },
    { name: '怎样分享', tap: '点击分享到朋友圈，再得一次机会', shows: '点右上角', measured: true },
  ],
  'pages/mine/index': [
    { name: '明细', tap: '35 元洗车抵用券的明细，展开', shows: '收起明细', measured: true },
    { name: '凭证', tap: '10:00', shows: '复制凭证全文', measured: true },
  ],
  'packages/fairness/pages/index': [
    { name: '结果', tap: '验证 9 月 7 日', shows: '号码', measured: false, announces: '9 月 7 日第 1 次' },
  ],
}

/** Whom the customers of `measure-page.ts` and `take.ts` are, in their order. */
const NAMES = ['lin', 'chen', 'zhou', 'xu']

const invitationPage = 'packages/referral/pages/invitation'

/** Pages that are only opened with a query: by page, the query of the customer with this number. */
export const queries: Readonly<Record<string, (customer: number) => string>> = {
  'packages/shown-code/pages/index': (customer) => `voucher=${voucherOf(customer)}`,
  'packages/prize-collection/pages/index': (customer) => `prize=${prizeOf(person(NAMES[customer] ?? 'lin'))}`,
  'packages/console-login/pages/index': (customer) => `t=${ticketOf(customer)}`,
  [invitationPage]: () => `r=${INVITATION_CODE}`,
}

/** Who opens a page: an invitation is for a friend of the customer's, who has no policy. */
export const visitorOf = (path: string, customer: Person): Person =>
  path === invitationPage ? person(`${customer.openid}-friend`) : customer
