import { afterAll, beforeAll, expect, test } from 'vitest'
import { uploadCodes } from '#contract/coupon-codes'
import { lookUpCustomer, showCustomerCode } from '#contract/customer-code'
import { acceptMessages } from '#contract/notices'
import {
  openCollection,
  readPrizeState,
  saveCollectionDraft,
  showPrizeCode,
  submitCollection,
} from '#contract/prize-collection'
import { handOverPrize, listHandOvers, lookUpPrize, undoHandOver } from '#contract/prize-counter'
import { revealCollection, sendBackCollection } from '#contract/prize-details'
import { listPrizeItems, readPrizeOverview } from '#contract/prize-lists'
import { exportShippingList, sendPrize, sendPrizes } from '#contract/prize-sending'
import { listMyPrizes } from '#contract/prizes'
import { day, startOf } from '#values/days'
import { idCheckCharacter } from '#values/id-number'
import { maskIdNumber } from '#values/masks'
import { expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, person, runningCampaign, testKeys } from './campaign-cloud'
import { appoint, insert } from './policy-book'
import { fetchedAt, ledgerOf, parcelTo, review, wonBy } from './prizes'

let cloud: CampaignCloud
const lin = person('lin')
const wang = person('wang')
const reviewer = person('reviewer')
const counter = person('counter')
const holder = wonBy(lin, 'phone-holder')
const card = wonBy(lin, 'fuel-card-200', 2)
const wash = wonBy(lin, 'car-wash-35', 3)
const fetched = wonBy(wang, 'phone-holder')
const templates = {
  'collect-reminder': { templateId: 'A'.repeat(43), prize: 'thing1', on: 'date2', note: 'thing3' },
  'prize-progress': { templateId: 'B'.repeat(43), prize: 'thing1', on: 'time2', note: 'thing3' },
}

beforeAll(async () => {
  cloud = await runningCampaign([], {
    environment: { ...testKeys, SUBSCRIBE_MESSAGES: JSON.stringify(templates) },
  })
  await insert(cloud, 'benefits', [holder, card, wash, fetched])
  await appoint(cloud, { openid: reviewer.openid, name: '审核演示', role: 'reviewer' })
  await appoint(cloud, { openid: counter.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
})
afterAll(() => cloud.stop())

const open = (benefitId: string, by = lin) => cloud.get(openCollection, { benefitId }, by)

test('每件奖品只问它要的；草稿存着，下次打开还在', async () => {
  const view = await open(holder._id)
  expect(view).toMatchObject({ stage: 'to-fill', editable: true, version: 0, filled: null })
  expect(view.ways).toEqual([
    { way: 'delivery', asks: ['name', 'phone', 'region', 'address'] },
    { way: 'in-person', asks: ['name', 'phone', 'branch'] },
  ])
  expect(view.next).toBe('请在 11 月 13 日前（含当日）填写领奖信息，逾期视为放弃。')
  expect((await open(card._id)).ways[0]?.asks).toContain('idNumber')
  expect((await open(card._id)).tax).toEqual({
    grossFen: 25_000,
    withheldFen: 5_000,
    netFen: 20_000,
    borneBy: 'organiser',
  })
  await cloud.get(saveCollectionDraft, { benefitId: holder._id, version: 0, way: 'delivery', name: '林' }, lin)
  expect(await open(holder._id)).toMatchObject({ version: 1, filled: { name: '林', phone: '', way: 'delivery' } })
})

test('提交、审核前再改、退回改正、核实、寄出：客户每一步看到状态和日子', async () => {
  const first = await cloud.get(submitCollection, parcelTo(holder._id, 1), lin)
  expect(first).toMatchObject({ version: 2, verifyDueOn: '2026-09-11' })
  expect(await ledgerOf(cloud, holder._id)).toMatchObject({
    waitsFor: 'review',
    customerOwes: null,
    dueOn: '2026-09-11',
  })
  const changed = { ...parcelTo(holder._id, 2), address: '演示路 2 号 101' }
  expect((await cloud.get(submitCollection, changed, lin)).version).toBe(3)
  expect(await cloud.get(submitCollection, changed, lin)).toMatchObject({ version: 3 })

  const { version } = await ledgerOf(cloud, holder._id)
  const sendBack = () =>
    cloud.get(sendBackCollection, { benefitId: holder._id, version, why: '门牌号不完整' }, reviewer)
  await expectLoggedOnce(cloud, sendBack, 'collection.send-back', holder._id)
  const back = await open(holder._id)
  expect(back).toMatchObject({ stage: 'returned', returned: { why: '门牌号不完整' }, editable: true })
  const { notices } = await cloud.get(listMyPrizes, {}, lin)
  expect(notices.map(({ title }) => title)).toEqual(['车载手机支架：领奖信息需要改正'])
  await cloud.get(submitCollection, parcelTo(holder._id, back.version), lin)
  expect((await cloud.get(listMyPrizes, {}, lin)).notices).toEqual([])

  expect(await review(cloud, reviewer, holder._id)).toBe('done')
  expect(await ledgerOf(cloud, holder._id)).toMatchObject({ waitsFor: 'hand-over', dueOn: '2026-09-15' })
  expect(await open(holder._id)).toMatchObject({ stage: 'verified', editable: false })
  const { items } = await cloud.get(listPrizeItems, { list: 'to-send' }, reviewer)
  expect(items).toMatchObject([{ benefitId: holder._id, name: '林**', phone: '138****1234', overdue: false }])

  const parcel = { benefitId: holder._id, carrier: 'sf' as const, trackingNumber: 'SF1234567890' }
  await cloud.get(sendPrize, parcel, reviewer)
  await cloud.get(sendPrize, parcel, reviewer)
  expect(await open(holder._id)).toMatchObject({
    stage: 'handed-over',
    handOver: { kind: 'carrier', carrier: 'sf', trackingNumber: 'SF1234567890' },
  })
  expect((await ledgerOf(cloud, holder._id)).status).toMatchObject({ kind: 'fulfilled', why: '顺丰速运 SF1234567890' })

  const undo = () => cloud.get(undoHandOver, { benefitId: holder._id, why: '单号登记错了' }, reviewer)
  await expectLoggedOnce(cloud, undo, 'hand-over.undo', holder._id)
  expect((await ledgerOf(cloud, holder._id)).waitsFor).toBe('hand-over')
  await cloud.get(sendPrize, { ...parcel, trackingNumber: 'SF1234567899' }, reviewer)
  expect((await ledgerOf(cloud, holder._id)).status.kind).toBe('fulfilled')
})

test('证件号：核实用得着才收，密文保存，查看有记录，客户看得到谁看过', async () => {
  const idNumber = `11010119900307039${idCheckCharacter('11010119900307039')}`
  const right = { ...parcelTo(card._id), identityConsent: true as const, idNumber }
  await cloud.get(submitCollection, right, lin)
  expect((await open(card._id)).filled?.idMask).toBe(maskIdNumber(idNumber))
  const { lines } = await cloud.get(
    revealCollection,
    { benefitId: card._id, what: 'id-number', why: '代扣代缴申报' },
    reviewer,
  )
  expect(lines).toEqual([{ label: '证件号', value: idNumber }])
})

test('待寄清单填上单号传回来：先预览，再登记，再传一遍什么都不变', async () => {
  await review(cloud, reviewer, card._id)
  const { text, lines } = await cloud.get(exportShippingList, { why: '交给快递' }, reviewer)
  expect(lines).toBe(1)
  expect(text).toContain(`${card._id},200 元加油卡,林演示,13800001234,示范省 示范市 示范区,演示路 1 号 2 单元 301,,`)
  const filled = text.replace(/,,\r\n$/, ',顺丰,SF2222222222\r\n')
  const answers = []
  for (const preview of [true, false, false])
    answers.push(await cloud.get(sendPrizes, { text: filled, preview }, reviewer))
  expect(answers.map(({ sent, repeated, problems }) => [sent, repeated, problems.length])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
  ])
})

test('电子券：等券码时说得明白；上传清单后定时器发放，每个券码只给一件', async () => {
  expect(await open(wash._id)).toMatchObject({ stage: 'code-coming', editable: false, handOver: null })
  const list = { prizeId: 'car-wash-35', text: '券码\nWASH-0001\nWASH-0001\nBAD\n', preview: false }
  expect(await cloud.get(uploadCodes, { ...list, preview: true }, reviewer)).toMatchObject({ added: 1, known: 0 })
  const uploaded = await cloud.get(uploadCodes, list, reviewer)
  expect(uploaded.problems.map(({ line, column }) => [line, column])).toEqual([
    [3, '券码'],
    [4, '券码'],
  ])
  expect(await cloud.get(uploadCodes, list, reviewer)).toMatchObject({ added: 0, known: 1 })
  expect(await cloud.runTimer()).toMatchObject({ givenCodes: 1 })
  expect(await open(wash._id)).toMatchObject({
    stage: 'handed-over',
    handOver: { kind: 'code', code: 'WASH-0001', validUntilOn: '2026-12-07' },
  })
})

test('到网点领取：出示领奖码，网点核对、发奖，今日清单里有，登记错了可以撤回', async () => {
  await cloud.get(submitCollection, fetchedAt(fetched._id), wang)
  await review(cloud, reviewer, fetched._id)
  const titles = async () => (await cloud.get(listMyPrizes, {}, wang)).notices.map(({ title }) => title)
  expect(await titles()).toEqual(['车载手机支架：可以领取'])
  const me = await cloud.get(showCustomerCode, {}, wang)
  const customer = await cloud.get(lookUpCustomer, { code: me.code }, counter)
  expect(customer).toMatchObject({ holder: null, prizes: [{ name: '车载手机支架', stage: 'verified' }] })

  const { code } = await cloud.get(showPrizeCode, { benefitId: fetched._id }, wang)
  expect(code).toMatch(/^P/)
  expect(await cloud.get(lookUpPrize, { code }, counter)).toMatchObject({ prizeName: '车载手机支架', name: '林**' })
  const request = { code, requestKey: newNonce() }
  const done = await cloud.get(handOverPrize, request, counter)
  expect(await cloud.get(handOverPrize, request, counter)).toEqual(done)
  expect(done.where).toBe('示范市中心营业部（演示）')
  expect(await titles()).toEqual(['车载手机支架：已领取'])
  expect((await cloud.get(readPrizeState, { benefitId: fetched._id }, wang)).handedOver).toMatchObject({
    where: done.where,
  })
  const today = await cloud.get(listHandOvers, {}, counter)
  expect(today.handOvers).toMatchObject([{ prizeName: '车载手机支架', undoable: true }])
  await cloud.get(undoHandOver, { benefitId: fetched._id, why: '发错了人' }, counter)
  expect((await cloud.get(listHandOvers, {}, counter)).handOvers).toEqual([])
  expect((await ledgerOf(cloud, fetched._id)).waitsFor).toBe('hand-over')
})

test('消息：同意一次发一条，没有同意的只在小程序里看到；定时器跑两遍也只有一次', async () => {
  const key = { accepted: ['collect-reminder' as const], requestKey: newNonce() }
  const late = [wonBy(lin, 'phone-holder', 4), wonBy(wang, 'phone-holder', 4)]
  await insert(cloud, 'benefits', late)
  await cloud.get(acceptMessages, key, lin)
  await cloud.get(acceptMessages, key, lin)
  cloud.acceptSubscription(lin.openid, templates['collect-reminder'].templateId)
  cloud.clock.set(startOf(day('2026-11-06')) + 36_000_000)
  await cloud.runTimer()
  const again = await cloud.runTimer()
  expect(again).toMatchObject({ prizeDeadlines: { reminded: 0 }, pushed: 0 })
  const sent = cloud.sent({ api: 'subscribeMessage.send' })
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    parameters: { touser: lin.openid, data: { thing1: { value: '车载手机支架' }, date2: { value: '2026年11月13日' } } },
  })
  for (const who of [lin, wang]) {
    const { notices } = await cloud.get(listMyPrizes, {}, who)
    expect(notices.filter(({ title }) => title === '车载手机支架：领奖信息待填写')).toHaveLength(1)
  }
})

test('逾期：视为放弃，一份退回库存，库存仍对得上；总览写得清楚', async () => {
  cloud.clock.set(startOf(day('2026-11-14')) + 36_000_000)
  const { prizeDeadlines } = await cloud.runTimer()
  expect(prizeDeadlines).toMatchObject({ expired: 2, returned: 2 })
  expect((await cloud.runTimer()).prizeDeadlines).toMatchObject({ expired: 0, returned: 0 })
  const { prizes } = await cloud.get(readPrizeOverview, {}, reviewer)
  const phoneHolder = prizes.find(({ prizeId }) => prizeId === 'phone-holder')
  expect(phoneHolder).toMatchObject({ returned: 2, handedOver: 1, waiting: { handOver: 1 } })
  expect(prizes.find(({ prizeId }) => prizeId === 'car-wash-35')?.codes).toEqual({
    uploaded: 1,
    assigned: 1,
    free: 0,
    missing: 0,
  })
})
