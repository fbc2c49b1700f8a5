import { TAKE_BACK_WITHIN_MS } from '#rules/benefit/status'
import { lookupHash, sealText } from '#store/secrets'
import { day } from '#values/days'
import { fen } from '#values/money'
import type { CampaignCloud } from '../handlers/campaign-cloud'
import { benefitDocument, bindBy, insert, li, liCar, policyDocument, tellOfBoth } from '../handlers/policy-book'
import type { Desk } from './desk'
import { journey, withBrowser } from './journey'
import { payOut } from './pay-out'

withBrowser()

const renewed = policyDocument(li, liCar)
const rebate = benefitDocument('renewal-rebate', renewed, { amountFen: fen(17_600), dueOn: day('2026-09-15') })
const card = '6222020000000000000'

/** Li has renewed and is known to the customer's WeChat; the rebate waits for review. */
async function liExpects(cloud: CampaignCloud, customer: string): Promise<void> {
  await tellOfBoth(cloud, [rebate])
  await bindBy(cloud, { openid: `mini-${Buffer.from(customer).toString('hex')}` }, li, liCar)
}

const account = {
  _id: rebate.holderId,
  sealedCardNumber: sealText(card),
  cardHash: lookupHash('bank-card', card),
  bankName: '中国工商银行',
  tail: '0000',
  savedAt: 1,
  savedBy: 'a'.repeat(16),
  consent: { at: 1, textHash: '0'.repeat(64) },
}

const openFirst = async (desk: Desk): Promise<void> => {
  await desk.key('j')
  await desk.key('Enter')
}

journey('审核人驳回并说明原因', [], async ({ cloud, customer, staff }) => {
  await liExpects(cloud, '林晓')
  const reviewer = await staff({ name: '钱审核', role: 'reviewer' })
  await reviewer.open('待审核')
  await reviewer.see('续保保费返还')
  await openFirst(reviewer)
  await reviewer.see('金额怎么来的')
  await reviewer.press('驳回')
  await reviewer.see('驳回 1 笔权益')
  await reviewer.fill('原因（客户会看到，也会被记录）', '行驶证与保单车辆不一致')
  await reviewer.press('驳回')
  await reviewer.see('已驳回 1 笔')

  const lin = await customer('林晓')
  await lin.open('offers')
  await lin.see('这项优惠不再给付：行驶证与保单车辆不一致。')

  await reviewer.press('撤销')
  await reviewer.see('共 1 笔')
  await lin.open('offers')
  await lin.dontSee('不再给付')

  // Later than the toast: from the drawer, with a reason.
  await reviewer.key('j')
  await reviewer.key('a')
  await reviewer.see('已通过 1 笔')
  await reviewer.press('我刚决定的')
  await reviewer.see('撤回截止')
  // The head of the list stands before its rows do.
  await reviewer.see('李**')
  await openFirst(reviewer)
  await reviewer.see('金额怎么来的')
  await reviewer.press('撤回决定')
  await reviewer.see('这笔回到待审核')
  await reviewer.fill('原因（会被记录）', '看错了收款账户')
  await reviewer.press('撤回决定')
  await reviewer.see('十分钟内您没有做过决定')
})

journey('返还款打入账户', [], async ({ cloud, customer, staff }) => {
  await liExpects(cloud, '林晓')
  await insert(cloud, 'bankAccounts', [account])
  const reviewer = await staff({ name: '钱审核', role: 'reviewer' })
  await reviewer.open('待审核')
  await reviewer.see('续保保费返还')
  await reviewer.key('j')
  await reviewer.key('a')
  await reviewer.see('已通过 1 笔')

  const hasty = await staff({ name: '孙财务', role: 'finance' })
  await hasty.open('打款')
  await hasty.press('编制批次')
  await hasty.see('刚通过审核，还可以撤回，过十分钟再付')
  cloud.clock.advance(TAKE_BACK_WITHIN_MS + 1)
  await payOut(staff, '0000')

  const lin = await customer('林晓')
  await lin.open('offers')
  await lin.see('已到账')
  await lin.see('已付到您的收款账户')
})
