import { afterAll, beforeAll, expect, test } from 'vitest'
import { chooseWechatPurse, readBankAccount } from '#contract/bank-account'
import {
  approvePayout,
  buildPayout,
  cancelPayout,
  downloadPayoutFile,
  previewPayout,
  readPayout,
  releasePayout,
} from '#contract/payout'
import { sealText } from '#store/secrets'
import { type CampaignCloud, newNonce, person } from './campaign-cloud'
import {
  accountDocument,
  approve,
  approver,
  build,
  builder,
  cardOf,
  importResults,
  linesOf,
  owe,
  oweBound,
  payee,
  payoutDesk,
  rebateOf,
  release,
  released,
  resultsFile,
} from './payout-desk'
import { change, holderDocument, holderOf, insert } from './policy-book'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await payoutDesk()
})
afterAll(() => cloud.stop())

test('没有可以付的、没有这个批次', async () => {
  expect(await cloud.ask(buildPayout, { requestKey: newNonce() }, builder)).toMatchObject({ code: 'payout-nothing' })
  expect(await cloud.ask(readPayout, { batchId: 'P0123456789AB' }, builder)).toMatchObject({ code: 'payout-unknown' })
})

test('没有配置商户号：微信付不能选，写明原因，也编不出来', async () => {
  const way = 'wechat-transfer' as const
  const { ways } = await cloud.get(previewPayout, { way }, builder)
  expect(ways).toContainEqual({ way, off: '还没有配置微信支付的商户号，配置好就能用' })
  expect(await cloud.ask(buildPayout, { requestKey: newNonce(), way }, builder)).toMatchObject({
    code: 'payout-way-off',
  })
  expect((await cloud.runTimer()).followedTransfers).toBe(0)
})

test('次序：没复核不能放行，没放行没有文件、不能导入结果；校验值不对不受理', async () => {
  await owe(cloud, [1])
  const batch = await build(cloud)
  const { batchId, hash } = batch
  const other = 'f'.repeat(64)
  expect(await cloud.ask(releasePayout, { batchId, hash }, builder)).toMatchObject({ code: 'payout-state' })
  expect(await cloud.ask(downloadPayoutFile, { batchId }, builder)).toMatchObject({ code: 'payout-state' })
  expect(await importResults(cloud, batchId, 'x')).toMatchObject({ code: 'payout-state' })
  expect(await cloud.ask(approvePayout, { batchId, hash: other }, approver)).toMatchObject({ code: 'payout-changed' })
  await approve(cloud, batch)
  expect(await cloud.ask(approvePayout, { batchId, hash }, approver)).toMatchObject({ code: 'payout-state' })
  expect(await cloud.ask(releasePayout, { batchId, hash: other }, builder)).toMatchObject({ code: 'payout-changed' })
  await release(cloud, batch)
  const cancel = { batchId, reason: '名单有误' }
  expect(await cloud.ask(cancelPayout, cancel, approver)).toMatchObject({ code: 'payout-state' })
})

test('编制之后有权益变化了：不能放行，撤销后重新编制', async () => {
  await owe(cloud, [2])
  const batch = await build(cloud)
  await approve(cloud, batch)
  await change(cloud, 'benefits', rebateOf(2)._id, { needsReview: '保单已退保', waitsFor: 'review' })
  const { batchId, hash } = batch
  expect(await cloud.ask(releasePayout, { batchId, hash }, builder)).toMatchObject({ code: 'payout-line-changed' })
  await cloud.get(cancelPayout, { batchId, reason: '有权益变化' }, builder)
  expect(await cloud.ask(releasePayout, { batchId, hash }, builder)).toMatchObject({ code: 'payout-state' })
})

test('存下来的一笔被改了金额：复核和放行都认得出', async () => {
  await owe(cloud, [3])
  const batch = await build(cloud)
  await change(cloud, 'payoutLines', `${rebateOf(3)._id}.0`, { netFen: 99_999 })
  const { batchId, hash } = batch
  expect(await cloud.ask(approvePayout, { batchId, hash }, approver)).toMatchObject({ code: 'payout-changed' })
  await cloud.get(cancelPayout, { batchId, reason: '内容被改' }, approver)
})

test('推荐人和被推荐人后来用了同一个收款账户：奖励这次不付，写明原因', async () => {
  await insert(cloud, 'holders', [holderDocument(payee(6))])
  await insert(
    cloud,
    'bankAccounts',
    [6, 7].map((index) => ({ ...accountDocument(6), _id: holderOf(payee(index)) })),
  )
  const reward = { ...rebateOf(6), rule: 'referral-reward' as const }
  await insert(cloud, 'benefits', [{ ...reward, referral: { invitationId: 'i', inviteeId: holderOf(payee(7)) } }])
  const { lines, skipped } = await cloud.get(previewPayout, {}, builder)
  expect(lines.map(({ benefitId }) => benefitId)).not.toContain(reward._id)
  expect(skipped).toMatchObject([{ benefitId: reward._id, why: '推荐人的收款账户和被推荐人的是同一个' }])
  await change(cloud, 'bankAccounts', holderOf(payee(7)), { cardHash: 'other' })
  const differ = await cloud.get(previewPayout, {}, builder)
  expect(differ.lines.map(({ benefitId }) => benefitId)).toContain(reward._id)
  await change(cloud, 'bankAccounts', holderOf(payee(7)), { cardHash: accountDocument(6).cardHash })
})

test('结果文件对不上：写明哪一行哪一列，一笔都不入账', async () => {
  await owe(cloud, [4, 5])
  const { batchId } = await released(cloud)
  const lines = await linesOf(cloud, batchId)
  const good = resultsFile(batchId, lines, () => ['成功', 'R', ''])
  const altered = good.replace('600.05', '600.06')
  const answer = await importResults(cloud, batchId, altered)
  expect(answer).toMatchObject({ data: { problems: [{ column: 4, message: '与批次不符：应为 600.05' }] } })
  expect((await linesOf(cloud, batchId)).map(({ state }) => state)).not.toContain('paid')
  expect(await importResults(cloud, batchId, good)).toMatchObject({ data: { problems: [], again: false } })
  expect(await importResults(cloud, batchId, good)).toMatchObject({ data: { problems: [], again: true } })
  const reversed = resultsFile(batchId, lines, () => ['失败', '', '退票'])
  const refused = await importResults(cloud, batchId, reversed)
  expect(refused.ok && refused.data.problems).toEqual(
    [2, 3, 4].map((line) => ({ line, column: 5, message: '先前的结果是成功，不能改' })),
  )
})

test('没有配置商户号：客户也不能选收到微信零钱', async () => {
  const customer = person('purse-too-early')
  await oweBound(cloud, customer, 8)
  expect((await cloud.get(readBankAccount, {}, customer)).wechatConsentText).toBeNull()
  const chosen = await cloud.ask(chooseWechatPurse, { consent: true }, customer)
  expect(chosen).toMatchObject({ code: 'wechat-purse-off' })
})

test.each<[string, number, () => object]>([
  ['收款卡号', 21, () => ({ sealedPayee: sealText(cardOf(22)) })],
  ['户名', 22, () => ({ sealedName: sealText('别的人') })],
])('复核之后，存下来的%s换成了另一个（校验值没变）：放行认得出，没有银行文件', async (_name, index, swapped) => {
  await owe(cloud, [index])
  const batch = await build(cloud)
  await approve(cloud, batch)
  await change(cloud, 'payoutLines', `${rebateOf(index)._id}.0`, swapped())
  const { batchId, hash } = batch
  expect(await cloud.ask(releasePayout, { batchId, hash }, builder)).toMatchObject({ code: 'payout-changed' })
  expect(await cloud.ask(downloadPayoutFile, { batchId }, builder)).toMatchObject({ code: 'payout-state' })
  await cloud.get(cancelPayout, { batchId, reason: '内容被改' }, approver)
})
