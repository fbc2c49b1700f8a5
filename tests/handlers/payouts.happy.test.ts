import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveBankAccount } from '#contract/bank-account'
import { openOffers } from '#contract/offers'
import { cancelPayout, downloadPayoutFile, listPayouts, previewPayout } from '#contract/payout'
import { encodeGb18030 } from '#values/gb18030'
import { fen } from '#values/money'
import { listAccessesOf } from './access-log'
import { type CampaignCloud, person } from './campaign-cloud'
import {
  approve,
  approver,
  build,
  builder,
  cardOf,
  importResults,
  linesOf,
  owe,
  payee,
  payoutDesk,
  rebateOf,
  release,
  released,
  resultsFile,
  thirdPerson,
} from './payout-desk'
import { bindBy, buttonCode, change, holderOf, insert, policyDocument, storedIn, vehicleDocument } from './policy-book'
import { documentsOf } from './policy-feed'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await payoutDesk([[['operations', 'thirdPersonAboveYuan'], 5000]])
})
afterAll(() => cloud.stop())

const benefit = async (id: string) =>
  (await storedIn(cloud, 'benefits')).map((text) => JSON.parse(text)).find(({ _id }) => _id === id)

test('先看再编制：几笔、合计多少、谁因为没有账户先不付', async () => {
  await owe(cloud, [1, 2])
  await insert(cloud, 'benefits', [rebateOf(3)])
  const preview = await cloud.get(previewPayout, {}, builder)
  expect(preview.totals).toEqual({ count: 2, grossFen: 120_003, withheldFen: 0, netFen: 120_003 })
  expect(preview.needed).toBe(1)
  expect(preview.lines[0]).toMatchObject({ who: '收**', account: `示范银行 尾号 ${cardOf(1).slice(-4)}` })
  expect(preview.skipped).toMatchObject([{ benefitId: rebateOf(3)._id, why: '客户还没有填写收款账户' }])
  expect((await cloud.get(listPayouts, {}, builder)).batches).toEqual([])
})

test('一人编制、另一人复核、放行、下载：合计和校验值先看到，账号只在文件里，每个都记下查看', async () => {
  const batch = await build(cloud)
  expect(batch).toMatchObject({ state: 'draft', count: 2, netFen: 120_003, own: true, fileHash: null })
  expect((await approve(cloud, batch)).state).toBe('approved')
  const out = await release(cloud, batch)
  expect(out).toMatchObject({ state: 'released', unknown: 2, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const file = await cloud.get(downloadPayoutFile, { batchId: batch.batchId }, builder)
  expect(file.hash).toBe(out.fileHash)
  const text = new TextDecoder('gb18030').decode(Buffer.from(file.base64, 'base64'))
  expect(text.split('\r\n')[1]).toBe(
    `${batch.batchId},1,${payee(1).name},${cardOf(1)},示范银行,600.01,金秋车主回馈季返还`,
  )
  const seen = await listAccessesOf(cloud, holderOf(payee(1)))
  expect(seen).toMatchObject([{ field: '银行账号、姓名', why: `打款批次 ${batch.batchId} 的银行文件` }])
  expect(JSON.stringify(await linesOf(cloud, batch.batchId))).not.toContain(cardOf(1))
  const stored = [...(await storedIn(cloud, 'payoutLines')), ...(await storedIn(cloud, 'payoutBatches'))].join()
  for (const secret of [cardOf(1), payee(1).name, payee(1).idNumber]) expect(stored).not.toContain(secret)
})

test('换了活动以后：之前的批次照样在列表里，银行文件照样下载，一个字节不差', async () => {
  const [before] = (await cloud.get(listPayouts, {}, builder)).batches
  if (!before) throw new Error('there is no batch')
  const [terms] = await documentsOf(cloud, 'terms')
  await insert(cloud, 'terms', [{ ...terms, _id: 'next-campaign.1', campaignId: 'next-campaign' }])
  await change(cloud, 'campaigns', 'current', { campaignId: 'next-campaign' })
  await cloud.killInstances('staff')
  expect((await cloud.get(listPayouts, {}, builder)).batches).toEqual([before])
  const file = await cloud.get(downloadPayoutFile, { batchId: before.batchId }, builder)
  expect(file.hash).toBe(before.fileHash)
  await change(cloud, 'campaigns', 'current', { campaignId: 'demo-2026-autumn' })
  await cloud.killInstances('staff')
})

test('结果：成功的算已到账，失败的退回客户，处理中的留着；再来一份结果补齐后批次对完', async () => {
  await owe(cloud, [4, 5, 6])
  const { batchId } = await released(cloud)
  const lines = await linesOf(cloud, batchId)
  const first = resultsFile(batchId, lines, ({ number }) =>
    number === 1 ? ['成功', 'REF1', ''] : number === 2 ? ['失败', '', '户名不符'] : ['处理中', '', ''],
  )
  const answer = await importResults(cloud, batchId, encodeGb18030(first))
  expect(answer).toMatchObject({ ok: true, data: { problems: [], again: false } })
  expect((await linesOf(cloud, batchId)).map(({ state, said }) => [state, said])).toEqual([
    ['paid', '流水号 REF1'],
    ['failed', '户名不符'],
    ['unknown', '银行还没有结果'],
  ])
  expect((await benefit(rebateOf(4)._id)).status).toMatchObject({ kind: 'fulfilled', why: '已到账，流水号 REF1' })
  expect(await benefit(rebateOf(5)._id)).toMatchObject({
    waitsFor: 'customer',
    payment: { batchId: null, failure: '户名不符' },
  })
  expect(await benefit(rebateOf(6)._id)).toMatchObject({ waitsFor: 'payout', payment: { batchId } })
  // What is not known is never paid again.
  expect((await cloud.get(previewPayout, {}, builder)).totals.count).toBe(0)
  const second = resultsFile(batchId, lines, ({ number }) => (number === 3 ? ['成功', 'REF3', ''] : null))
  const done = await importResults(cloud, batchId, second)
  expect(done).toMatchObject({ data: { batch: { state: 'reconciled', paid: 2, failed: 1, unknown: 0 } } })
})

test('打款失败的客户看到原因，更正账户后进入下一批', async () => {
  const owner = payee(5)
  const car = { vin: 'LDEMO00000PAY1005', plate: '京A80105' }
  await insert(cloud, 'vehicles', [vehicleDocument(car)])
  await insert(cloud, 'policies', [policyDocument(owner, car, { policyNumber: 'PDPAY1005' })])
  const wu = person('wu')
  await bindBy(cloud, wu, owner, car)
  const { bound } = await cloud.get(openOffers, {}, wu)
  const offer = bound?.vehicles[0]?.offers.find(({ rule }) => rule === 'renewal-rebate')
  expect(offer?.next).toBe('打款没有成功：户名不符。请核对后重新填写收款账户，填好后再付。')
  const phone = { kind: 'wechat' as const, code: await buttonCode(cloud, owner.phone) }
  await cloud.get(
    saveBankAccount,
    { cardNumber: '6299990000000000004', bankName: '示范银行', consent: true, phone },
    wu,
  )
  const preview = await cloud.get(previewPayout, {}, builder)
  expect(preview.lines).toMatchObject([{ benefitId: rebateOf(5)._id, account: '示范银行 尾号 0004' }])
  const second = { nth: 2, why: '户名不符' }
  expect(preview.lines.map(({ again }) => again)).toEqual([second])
  const again = await released(cloud)
  expect((await linesOf(cloud, again.batchId)).map((line) => line.again)).toEqual([second])
  const file = resultsFile(again.batchId, await linesOf(cloud, again.batchId), () => ['成功', 'REF5', ''])
  expect(await importResults(cloud, again.batchId, file)).toMatchObject({ data: { batch: { state: 'reconciled' } } })
})

test('超过条款金额的批次要三人：第二位复核之前不能放行', async () => {
  await owe(cloud, [7], fen(500_001))
  const batch = await build(cloud)
  expect(batch.needed).toBe(2)
  expect((await approve(cloud, batch)).state).toBe('draft')
  expect(await approve(cloud, batch, thirdPerson)).toMatchObject({ state: 'approved', approvals: [{}, {}] })
  expect((await release(cloud, batch)).state).toBe('released')
})

test('放行前撤销：权益回到待打款，下一批可以再付', async () => {
  await owe(cloud, [8])
  const batch = await build(cloud)
  const { batch: gone } = await cloud.get(cancelPayout, { batchId: batch.batchId, reason: '名单有误' }, approver)
  expect(gone).toMatchObject({ state: 'cancelled', cancelled: { why: '名单有误' } })
  expect((await linesOf(cloud, batch.batchId)).map(({ state }) => state)).toEqual(['withdrawn'])
  const next = await build(cloud)
  expect(await linesOf(cloud, next.batchId)).toMatchObject([{ benefitId: rebateOf(8)._id, again: null }])
})
