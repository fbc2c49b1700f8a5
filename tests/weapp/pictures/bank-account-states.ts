import { readBankAccount } from '#contract/bank-account'
import { openOffers } from '#contract/offers'
import type { OutputOf } from '#contract/operation'
import { listTransfers } from '#contract/transfers'
import type { Answers } from './answers'
import type { PicturedState } from './state'

const path = 'packages/bank-account/pages/index'
type Mine = OutputOf<typeof readBankAccount>
type Offers = OutputOf<typeof openOffers>

const told = [
  '示范财产保险股份有限公司（演示）把您的姓名和这个微信在本小程序的编号（openid）提供给财付通支付科技有限公司（微信支付，客服 95017），用于把本次活动的现金返还和推荐奖励付到您的微信零钱。',
  '微信支付用姓名核对收款的微信是不是投保人本人的，不是的不付。姓名加密传送，每次付款时提供；证件号、银行卡号和保单信息不提供。',
  '您的选择和同意保存到您更换或撤回为止；已经付出的，随付款记录依法留存。',
  '您可以不同意：填写银行账户同样能收到现金返还和推荐奖励。没有款项在途时可以随时撤回；联系：privacy@example.com。',
]
const purse = {
  way: 'wechat-transfer',
  bankName: '微信零钱',
  tail: '',
  holderName: '李**',
  savedAt: Date.parse('2026-09-08T10:00:00+08:00'),
  hindrance: null,
} as const

const messages = [{ template: 'prize-progress', templateId: 'template-of-nobody-at-all' }]

const mine = (account: Mine['account']): Answers => ({
  [readBankAccount.name]: {
    change: (before: Mine): Mine => ({ ...before, account, wechatConsentText: told, messages }),
  },
})
const waiting: Answers = {
  [listTransfers.name]: {
    change: () => ({
      transfers: [
        {
          ...{ benefitId: 'b', title: '续保保费返还', netFen: 26_840 },
          ...{ merchantId: '1900000001', appId: 'wx1', packageInfo: 'package' },
        },
      ],
    }),
  },
}

/** 收款账户 where a campaign also pays into WeChat, and what waits there. */
export const bankAccountStates: readonly PicturedState[] = [
  {
    ...{ name: '收款账户-选微信零钱', path, whole: true, answers: mine(null) },
    async act(phone) {
      await phone.tap('微信零钱')
      await phone.see('选择微信零钱')
    },
  },
  { name: '收款账户-等您确认', path, whole: true, answers: { ...mine(purse), ...waiting } },
  {
    ...{ name: '收款账户-没有付成', path, whole: true },
    answers: mine({
      ...purse,
      hindrance: '上一次没有付成：微信里的实名和投保人不是同一个人。请重新选择，选好后再付。',
    }),
  },
  {
    ...{ name: '优惠-等您确认收款', path: 'pages/offers/index' },
    answers: {
      [openOffers.name]: {
        change: (offers: Offers): Offers => ({
          ...offers,
          bound: offers.bound && { ...offers.bound, toConfirmFen: 26_840 },
        }),
      },
    },
  },
]
