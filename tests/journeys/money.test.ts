import { lookupHash, sealText } from '#store/secrets'
import { day } from '#values/days'
import { fen } from '#values/money'
import type { CampaignCloud } from '../handlers/campaign-cloud'
import { benefitDocument, bindBy, insert, li, liCar, policyDocument, tellOfBoth } from '../handlers/policy-book'
import type { Desk } from './desk'
import { journey, withBrowser } from './journey'

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

  const builder = await staff({ name: '孙财务', role: 'finance' })
  await builder.open('打款')
  await builder.press('编制批次')
  await builder.see('尾号 0000')
  await builder.press('编制')
  await builder.see('您编制的批次，要由别人复核')

  const approver = await staff({ name: '李财务', role: 'finance' })
  await approver.open('打款')
  await approver.press('待复核')
  await approver.press('复核通过')
  await approver.see('请核对笔数、合计和校验值')
  await approver.press('复核通过')
  await approver.press('放行')
  await approver.see('批次不能再撤销')
  await approver.press('放行')
  const file = await approver.download('下载银行文件')
  const [, line = ''] = new TextDecoder('gb18030').decode(file).split('\r\n')
  const [batchId, number, , , , amount] = line.split(',')
  const reader = await staff({ name: '周财务', role: 'finance' })
  await reader.open('打款')
  await reader.press('待结果')
  await reader.upload('银行结果文件', {
    name: 'results.csv',
    content: `批次号,序号,账号后四位,金额,状态,流水号,失败原因\n${batchId},${number},0000,${amount},成功,REF2026,\n`,
  })
  await reader.see('已入账：成功 1 笔，失败 0 笔，不明 0 笔')
  await reader.see('已对完')

  const lin = await customer('林晓')
  await lin.open('offers')
  await lin.see('已到账')
  await lin.see('已付到您的收款账户')
})
