import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseWechatPurse, readBankAccount, removeBankAccount, saveBankAccount } from '#contract/bank-account'
import { openOffers } from '#contract/offers'
import {
  cancelPayout,
  downloadPayoutFile,
  failPayoutLine,
  listPayouts,
  previewPayout,
  readPayout,
} from '#contract/payout'
import { listMyPrizes } from '#contract/prizes'
import { listTransfers } from '#contract/transfers'
import { outwardIdOf } from '#store/secrets'
import { encodeGb18030 } from '#values/gb18030'
import { fen } from '#values/money'
import { startWechatPay, type WechatPay } from '../fixtures/wechat-pay'
import { listAccessesOf } from './access-log'
import { entriesOf, expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, type Person, person } from './campaign-cloud'
import {
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
  thirdPerson,
  withPurse,
} from './payout-desk'
import {
  bindBy,
  buttonCode,
  change,
  holderDocument,
  holderOf,
  insert,
  policyDocument,
  removed,
  storedIn,
  vehicleDocument,
} from './policy-book'
import { documentsOf } from './policy-feed'

let cloud: CampaignCloud
let wechat: WechatPay
beforeAll(async () => {
  wechat = await startWechatPay()
  cloud = await payoutDesk([[['operations', 'thirdPersonAboveYuan'], 5000]], wechat.environment)
})
afterAll(async () => {
  await cloud.stop()
  await wechat.stop()
})

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

describe('微信商家转账', () => {
  const way = 'wechat-transfer' as const
  const [xu, fang, stranger, refusedOne] = [person('xu'), person('fang'), person('stranger'), person('refused')]
  const releasedBy = async () => {
    const batch = await build(cloud, builder, newNonce(), way)
    await approve(cloud, batch)
    return release(cloud, batch)
  }
  const saidOf = async (batchId: string) => (await linesOf(cloud, batchId)).map(({ state, said }) => [state, said])
  const posted = () => wechat.asked.filter(({ method }) => method === 'POST')

  test('只付选了微信零钱、还绑定着的；另一种付法的、没填的都写明原因；没有银行文件，也不导入银行结果', async () => {
    await oweBound(cloud, xu, 30)
    const { account } = await cloud.get(chooseWechatPurse, { consent: true }, xu)
    expect(account).toMatchObject({ way, bankName: '微信零钱', tail: '', hindrance: null })
    expect((await cloud.get(openOffers, {}, xu)).bound?.bankAccount).toEqual({ bankName: '微信零钱', tail: '' })
    await owe(cloud, [32])
    await insert(cloud, 'benefits', [rebateOf(31)])
    await insert(cloud, 'bankAccounts', [withPurse(stranger, 31).purse])
    const preview = await cloud.get(previewPayout, { way }, builder)
    expect(preview.ways).toEqual([
      { way: 'bank-file', off: null },
      { way, off: null },
    ])
    expect(preview.lines).toMatchObject([{ benefitId: rebateOf(30)._id, account: '微信零钱' }])
    const whyOf = (index: number) => preview.skipped.find(({ benefitId }) => benefitId === rebateOf(index)._id)?.why
    expect([3, 31, 32].map(whyOf)).toEqual([
      '客户还没有填写收款账户',
      '选择微信零钱的微信已不再绑定这位投保人，等客户重新选择',
      '客户选择收到银行账户，用银行文件付',
    ])
    const byBank = await cloud.get(previewPayout, {}, builder)
    expect(byBank.lines.map(({ benefitId }) => benefitId)).toEqual([rebateOf(32)._id])
    expect(byBank.skipped).toContainEqual(
      expect.objectContaining({ benefitId: rebateOf(30)._id, why: '客户选择收到微信零钱，用微信商家转账付' }),
    )
    const stored = (await storedIn(cloud, 'bankAccounts')).join()
    expect(stored).not.toContain(xu.openid)
    const out = await releasedBy()
    expect(out).toMatchObject({ way, state: 'released', count: 1, fileHash: null, unknown: 1 })
    const { batchId } = out
    expect(await cloud.ask(downloadPayoutFile, { batchId }, builder)).toMatchObject({ code: 'payout-state' })
    expect(await importResults(cloud, batchId, 'x')).toMatchObject({ code: 'payout-state' })
  })

  test('定时器逐笔请微信付，客户确认后才算到账；问多少次都只有一单；别人看不到要确认的收款', async () => {
    const [{ batchId = '' } = {}] = (await cloud.get(listPayouts, {}, builder)).batches
    wechat.says = { state: 'HEARD-OF-BY-NOBODY', transfer_bill_no: 'W' }
    expect(await cloud.runTimer()).toMatchObject({ followedTransfers: 1 })
    expect(await saidOf(batchId)).toEqual([['unknown', '微信没有答复，系统会再问']])
    wechat.says = null
    wechat.refuses = 'NOT_ENOUGH'
    await cloud.runTimer()
    expect(await saidOf(batchId)).toEqual([['unknown', '微信没有受理（NOT_ENOUGH），系统会再问']])
    wechat.refuses = null
    wechat.asked = []
    for (let tick = 0; tick < 3; tick += 1) await cloud.runTimer()
    expect(await saidOf(batchId)).toEqual([['unknown', '等客户在微信里确认收款']])
    expect(posted()).toHaveLength(1)
    expect(JSON.parse(posted()[0]?.body ?? '')).toMatchObject({
      out_bill_no: `${batchId}N1`,
      openid: xu.openid,
      transfer_amount: rebateOf(30).amountFen,
      user_name: expect.stringMatching(/./),
    })
    // What waits for the customer is never paid again, by neither way.
    expect((await cloud.get(previewPayout, { way }, builder)).totals.count).toBe(0)
    const transfer = {
      benefitId: outwardIdOf(rebateOf(30)._id),
      title: '续保保费返还',
      merchantId: '1900000001',
      appId: 'wx1',
    }
    expect(await cloud.get(listTransfers, {}, xu)).toMatchObject({
      transfers: [{ ...transfer, packageInfo: `package-${batchId}N1` }],
    })
    expect(await cloud.get(listTransfers, {}, stranger)).toEqual({ transfers: [] })
    expect((await cloud.get(openOffers, {}, xu)).bound?.toConfirmFen).toBe(rebateOf(30).amountFen)
    const noticesOf = async (who: Person) => (await cloud.get(listMyPrizes, {}, who)).notices
    expect(await noticesOf(xu)).toMatchObject([
      { about: 'payment', title: '续保保费返还：请确认收款', sentence: '¥600.30 等您在微信里确认，24 小时内有效。' },
    ])
    // Confirmed: it is on its way, and not to be confirmed again.
    wechat.bills.set(`${batchId}N1`, { state: 'TRANSFERING' })
    await cloud.runTimer()
    expect(await cloud.get(listTransfers, {}, xu)).toEqual({ transfers: [] })
    expect(await noticesOf(xu)).toEqual([])

    wechat.bills.set(`${batchId}N1`, { state: 'SUCCESS' })
    for (let tick = 0; tick < 2; tick += 1) await cloud.runTimer()
    const { batch, imports } = await cloud.get(readPayout, { batchId }, builder)
    expect(batch).toMatchObject({ state: 'reconciled', paid: 1, failed: 0, unknown: 0 })
    expect(imports).toMatchObject([{ name: '微信支付', paid: 1 }])
    expect((await benefit(rebateOf(30)._id)).status).toMatchObject({
      kind: 'fulfilled',
      why: `已到账，流水号 W-${batchId}N1`,
    })
    expect(await cloud.get(listTransfers, {}, xu)).toEqual({ transfers: [] })
  })

  test('付款途中不能更换、不能撤回；微信说失败的退回客户，写明原因，再选一次就能再付；付完可以撤回同意', async () => {
    await oweBound(cloud, fang, 33)
    await cloud.get(chooseWechatPurse, { consent: true }, fang)
    const { batchId } = await releasedBy()
    const proof = async () => ({ kind: 'wechat' as const, code: await buttonCode(cloud, payee(33).phone) })
    const card = { cardNumber: cardOf(33), bankName: '示范银行', consent: true } as const
    const inUse = { code: 'bank-account-in-use' }
    expect(await cloud.ask(removeBankAccount, {}, fang)).toMatchObject(inUse)
    expect(await cloud.ask(saveBankAccount, card, fang)).toMatchObject({ code: 'phone-proof-needed' })
    expect(await cloud.ask(saveBankAccount, { ...card, phone: await proof() }, fang)).toMatchObject(inUse)
    wechat.bills.set(`${batchId}N1`, { state: 'FAIL', fail_reason: 'NAME_NOT_CORRECT' })
    await cloud.runTimer()
    const why = '微信里的实名和投保人不是同一个人'
    expect(await saidOf(batchId)).toEqual([['failed', why]])
    expect(await benefit(rebateOf(33)._id)).toMatchObject({ waitsFor: 'customer', payment: { batchId: null } })
    const { account } = await cloud.get(readBankAccount, {}, fang)
    expect(account?.hindrance).toBe(`上一次没有付成：${why}。请重新选择，选好后再付。`)
    await cloud.get(chooseWechatPurse, { consent: true }, fang)
    const { lines } = await cloud.get(previewPayout, { way }, builder)
    expect(lines).toMatchObject([{ benefitId: rebateOf(33)._id, again: { nth: 2, why } }])
    // No batch holds the money: the consent goes, and the money waits for an account.
    await cloud.get(removeBankAccount, {}, fang)
    expect((await cloud.get(previewPayout, { way }, builder)).lines).toEqual([])
    expect((await storedIn(cloud, 'payoutLines')).join()).toContain('termsVersion')
  })

  test('微信一直不受理的：没有编制、没有放行的财务才能标记失败；停止再请之后、微信也没有这一单的才行；都有记录', async () => {
    await insert(cloud, 'holders', [holderDocument(payee(35))])
    await insert(cloud, 'bindings', [withPurse(refusedOne, 35).binding])
    await insert(cloud, 'bankAccounts', [withPurse(refusedOne, 35).purse])
    await insert(cloud, 'benefits', [rebateOf(35)])
    const { batchId } = await releasedBy()
    const line = { batchId, number: 1, reason: '微信没有受理，请改填银行账户' }
    const giveUp = (by = approver) => cloud.ask(failPayoutLine, line, by)
    expect(await giveUp()).toMatchObject({ code: 'payout-line-not-refused' })
    wechat.refuses = 'NO_AUTH'
    await cloud.runTimer()
    const lineSeenBy = async (by: Person) => (await cloud.get(readPayout, { batchId }, by)).lines[0]?.mayFail
    expect(await lineSeenBy(approver)).toBe(true)
    expect(await lineSeenBy(builder)).toBe(false)
    expect(await giveUp(builder)).toMatchObject({ code: 'payout-own-results' })
    expect(await giveUp()).toMatchObject({ code: 'payout-line-just-asked' })
    // Nobody asks for it any more, whatever WeChat would say now.
    wechat.refuses = null
    const before = posted().length
    await cloud.runTimer()
    expect(posted()).toHaveLength(before)
    expect(await saidOf(batchId)).toEqual([['unknown', '已停止请微信付，等财务标记失败']])
    cloud.clock.advance(2 * 60_000)
    wechat.bills.set(`${batchId}N1`, { state: 'ACCEPTED' })
    expect(await giveUp()).toMatchObject({ code: 'payout-line-taken' })
    wechat.bills.delete(`${batchId}N1`)
    wechat.says = { state: 'HEARD-OF-BY-NOBODY' }
    expect(await giveUp()).toMatchObject({ code: 'payout-line-unanswered' })
    wechat.says = null
    expect(await entriesOf(cloud, 'payout.stop-line', batchId)).toHaveLength(1)
    await expectLoggedOnce(cloud, () => cloud.get(failPayoutLine, line, approver), 'payout.fail-line', batchId)
    expect(await saidOf(batchId)).toEqual([['failed', '微信没有受理，请改填银行账户']])
    expect(await benefit(rebateOf(35)._id)).toMatchObject({ waitsFor: 'customer', payment: { batchId: null } })
    await cloud.runTimer()
    expect((await cloud.get(readPayout, { batchId }, approver)).batch).toMatchObject({ state: 'reconciled', failed: 1 })
  })

  test('编制的一瞬间撤回了同意的：不请微信付，姓名不给出去', async () => {
    const { purse, binding } = withPurse(stranger, 34)
    await insert(cloud, 'holders', [holderDocument(payee(34))])
    await insert(cloud, 'bindings', [binding])
    await insert(cloud, 'bankAccounts', [purse])
    await insert(cloud, 'benefits', [rebateOf(34)])
    const { batchId } = await releasedBy()
    await removed(cloud, 'bankAccounts', purse._id)
    const before = posted().length
    await cloud.runTimer()
    expect(await saidOf(batchId)).toEqual([['failed', '客户不再收到这个微信零钱']])
    expect(posted()).toHaveLength(before)
  })
})
