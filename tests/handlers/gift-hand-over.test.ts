import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookUpCustomer, showCustomerCode } from '#contract/customer-code'
import { handOverGift, listGifts, undoGiftHandOver } from '#contract/gift-hand-over'
import { acceptMessages, dismissNotice } from '#contract/notices'
import { openOffers } from '#contract/offers'
import { listMyPrizes } from '#contract/prizes'
import { takeBackReviews } from '#contract/review'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { day } from '#values/days'
import { entriesOf, expectLoggedOnce } from './audit-log'
import {
  type CampaignCloud,
  newNonce,
  onEighthDay,
  type Person,
  person,
  runningCampaign,
  testKeys,
} from './campaign-cloud'
import {
  benefitDocument,
  bindBy,
  holderOf,
  insert,
  li,
  liCar,
  policyDocument,
  tellOfBoth,
  zhang,
  zhangCar,
} from './policy-book'
import { ledgerOf, review } from './prizes'
import { appointAll } from './review-desk'

let cloud: CampaignCloud
const [lin, wang, eve] = [person('lin'), person('wang'), person('eve')]
const [here, alsoHere, there] = [person('counter-here'), person('counter-here-two'), person('counter-there')]
const [reviewer, analyst] = [person('reviewer'), person('analyst')]
const messages = { 'prize-progress': { templateId: 'B'.repeat(43), prize: 'thing1', on: 'time2', note: 'thing3' } }
const centre = '示范市中心营业部（演示）'

beforeAll(async () => {
  cloud = await runningCampaign([], { environment: { ...testKeys, SUBSCRIBE_MESSAGES: JSON.stringify(messages) } })
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await bindBy(cloud, wang, zhang, zhangCar)
  await appointAll(cloud, [
    [here, 'branch', 'SF0101'],
    [alsoHere, 'branch', 'SF0101'],
    [there, 'branch', 'SF0102'],
    [reviewer, 'reviewer'],
    [analyst, 'analyst'],
  ])
})
afterAll(() => cloud.stop())

let gifts = 0
/** Another gift of Li's, approved; of the policy that the customer's page shows when `number` is that one's. */
async function waiting(changes: Partial<PolicyBenefit> = {}, number?: string): Promise<string> {
  gifts += 1
  const policy = policyDocument(li, liCar, { policyNumber: number ?? `PDZA2025GIFT${gifts}` })
  const gift = benefitDocument('gift', policy, {
    giftId: 'dash-camera',
    status: { kind: 'approved', at: onEighthDay, by: 'reviewer-1', why: '核对无误' },
    history: [{ kind: 'pending', since: onEighthDay }],
    dueOn: day('2026-09-20'),
    ...changes,
  })
  await insert(cloud, 'benefits', [gift])
  return gift._id
}
const codeOf = async (who: Person = lin) => (await cloud.get(showCustomerCode, {}, who)).code
const request = async (benefitId: string, who: Person = lin) => ({
  ...{ benefitId, code: await codeOf(who), requestKey: newNonce() },
})
const idsOf = ({ items }: { items: { benefitId: string }[] }) => items.map(({ benefitId }) => benefitId)

test('客户出示身份码，网点看到等着交付的礼品，交付一次；客户看到怎么领、在哪里领了；登记错了可以撤回', async () => {
  const id = await waiting({}, policyDocument(li, liCar).policyNumber)
  const seenByLi = async () => {
    const { bound } = await cloud.get(openOffers, {}, lin)
    return bound?.vehicles.flatMap(({ offers }) => offers).find(({ benefitId }) => benefitId === id)?.next
  }
  expect(await seenByLi()).toBe(`审核已通过，请到${centre}，出示“我的身份码”领取。`)
  const asked = await request(id)
  const customer = await cloud.get(lookUpCustomer, { code: asked.code }, here)
  expect(customer.gifts).toEqual([{ benefitId: id, name: '行车记录仪', version: 1, dueOn: '2026-09-20' }])
  expect((await cloud.get(lookUpCustomer, { code: asked.code }, there)).gifts).toEqual([])

  const done = await cloud.get(handOverGift, asked, here)
  expect(done).toMatchObject({ giftName: '行车记录仪', name: '李**', where: centre })
  expect(await cloud.get(handOverGift, asked, here)).toEqual(done)
  expect(await ledgerOf(cloud, id)).toMatchObject({ waitsFor: null, version: 2, status: { kind: 'fulfilled' } })
  expect(await seenByLi()).toBe(`2026 年 9 月 8 日在${centre}当面领取。`)
  expect(await entriesOf(cloud, 'hand-over.in-person', id)).toMatchObject([{ why: '客户出示身份码' }])
  expect(await entriesOf(cloud, 'customer.look-up', holderOf(li))).toMatchObject([
    { who: { name: 'counter-here 演示' }, after: { kind: 'code' } },
    { who: { name: 'counter-there 演示' } },
  ])

  const undo = () => cloud.get(undoGiftHandOver, { benefitId: id, why: '发错了人' }, here)
  await expectLoggedOnce(cloud, undo, 'hand-over.undo', id)
  const { version } = await ledgerOf(cloud, id)
  expect(await cloud.get(handOverGift, asked, here)).toEqual(done)
  expect((await ledgerOf(cloud, id)).version).toBe(version)
  expect(await ledgerOf(cloud, id)).toMatchObject({ waitsFor: 'hand-over', status: { kind: 'approved' } })
  expect(await cloud.get(handOverGift, await request(id), here)).toMatchObject({ benefitId: id })
})

test('清单：等得最久的、最近交付的在前，翻页不重不漏；网点只看本网点的', async () => {
  const late = await waiting({ dueOn: day('2026-09-07'), waitsSinceAt: onEighthDay - 5_000 })
  const elsewhere = await waiting({ branchCode: 'SF0102' })
  const list = await cloud.get(listGifts, { list: 'waiting' }, reviewer)
  expect(list.items[0]).toMatchObject({
    benefitId: late,
    overdue: true,
    name: '李**',
    branchName: centre,
    handedOver: null,
  })
  expect(idsOf(list)).toContain(elsewhere)
  expect(idsOf(await cloud.get(listGifts, { list: 'waiting' }, here))).not.toContain(elsewhere)

  const many = Array.from({ length: 60 }, (_, at) =>
    benefitDocument('gift', policyDocument(li, liCar, { policyNumber: `PDZA2025PAGE${at}` }), {
      giftId: 'dash-camera',
      branchCode: 'SF0102',
      status: { kind: 'fulfilled', at: onEighthDay - 1_000 * Math.floor(at / 40), by: 'x', why: '在示范网点当面领取' },
    }),
  )
  await insert(cloud, 'benefits', many)
  const byAnalyst = await cloud.get(listGifts, { list: 'handed-over' }, analyst)
  const restForAnalyst = await cloud.get(listGifts, { list: 'handed-over', cursor: byAnalyst.next }, analyst)
  expect(restForAnalyst.items.length).toBeGreaterThan(0)
  expect(JSON.stringify([byAnalyst, restForAnalyst])).not.toContain('PDZA')
  const first = await cloud.get(listGifts, { list: 'handed-over' }, there)
  const second = await cloud.get(listGifts, { list: 'handed-over', cursor: first.next }, there)
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null])
  expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(60)
  expect(first.items[0]?.handedOver).toEqual({ at: onEighthDay, how: '在示范网点当面领取', undoable: false })
  for (const [who, undoable] of [
    [reviewer, true],
    [analyst, false],
  ] as const) {
    const { items } = await cloud.get(listGifts, { list: 'handed-over' }, who)
    expect(items[0]?.handedOver?.undoable).toBe(undoable)
  }
})

test('审核通过：客户在小程序里看到一次可以领取，订阅过的再收到一条；撤回就收起，再通过又有，看过收起', async () => {
  const id = await waiting({ status: { kind: 'pending', since: onEighthDay }, history: [] })
  const { bound } = await cloud.get(openOffers, {}, lin)
  const messagesOf = bound?.vehicles.flatMap(({ offers }) => offers).map(({ messages }) => messages)
  expect(messagesOf).toContainEqual([{ template: 'prize-progress', templateId: 'B'.repeat(43) }])
  const told = async () =>
    (await cloud.get(listMyPrizes, {}, lin)).notices.map(({ about, title, sentence }) => [about, title, sentence])
  const ready = ['gift', '行车记录仪：可以领取', `审核已通过，请到${centre}，出示“我的身份码”领取。`]
  await cloud.get(acceptMessages, { accepted: ['prize-progress'], requestKey: newNonce() }, lin)
  cloud.acceptSubscription(lin.openid, messages['prize-progress'].templateId)

  expect(await review(cloud, reviewer, id)).toBe('done')
  expect(await told()).toEqual([ready])
  expect((await cloud.get(listMyPrizes, {}, wang)).notices).toEqual([])
  expect((await cloud.runTimer()).pushed).toBe(1)
  expect((await cloud.runTimer()).pushed).toBe(0)
  const [sent] = cloud.sent({ api: 'subscribeMessage.send', ok: true })
  expect(sent?.parameters).toMatchObject({
    ...{ touser: lin.openid, page: 'packages/shown-code/pages/index' },
    data: {
      thing1: { value: '行车记录仪' },
      time2: { value: '2026年9月8日 23:59' },
      thing3: { value: '已备好，请到网点出示身份码领取' },
    },
  })

  const { version } = await ledgerOf(cloud, id)
  await cloud.get(takeBackReviews, { items: [{ benefitId: id, version }], requestKey: newNonce() }, reviewer)
  expect(await told()).toEqual([])
  cloud.clock.advance(1_000)
  await review(cloud, reviewer, id)
  expect(await told()).toEqual([ready])
  const [notice] = (await cloud.get(listMyPrizes, {}, lin)).notices
  expect(JSON.stringify(notice)).not.toContain('PDZA')
  await cloud.get(dismissNotice, { noticeId: notice?.noticeId ?? '' }, wang)
  expect(await told(), '别人收不起来').toEqual([ready])
  await cloud.get(dismissNotice, { noticeId: notice?.noticeId ?? '' }, lin)
  expect(await told()).toEqual([])
  await cloud.get(handOverGift, await request(id), here)
  cloud.clock.set(onEighthDay)
})

describe('不能交付的', () => {
  test('另一个网点、另一位客户的身份码、没有绑定的人、编造的礼品：交付不了，账上没有变', async () => {
    const id = await waiting()
    const asked = await request(id)
    expect(await cloud.ask(handOverGift, asked, there)).toMatchObject({ code: 'gift-not-here' })
    for (const who of [wang, eve]) {
      expect(await cloud.ask(handOverGift, await request(id, who), here)).toMatchObject({ code: 'gift-unknown' })
    }
    expect(await cloud.ask(handOverGift, { ...asked, benefitId: 'made-up' }, here)).toMatchObject({
      code: 'gift-unknown',
    })
    expect(await cloud.ask(handOverGift, { ...asked, code: 'C00000000000' }, here)).toMatchObject({
      code: 'code-unknown',
    })
    expect(await ledgerOf(cloud, id)).toMatchObject({ version: 1, waitsFor: 'hand-over' })
  })

  test('身份码过期前半分钟还能用，过期就不能', async () => {
    const [last, late] = [await waiting(), await waiting()]
    const { code, validUntilAt } = await cloud.get(showCustomerCode, {}, lin)
    cloud.clock.set(validUntilAt)
    expect(await cloud.ask(handOverGift, { benefitId: late, code, requestKey: newNonce() }, here)).toMatchObject({
      code: 'code-expired',
    })
    cloud.clock.set(validUntilAt - 30_000)
    expect(await cloud.ask(handOverGift, { benefitId: last, code, requestKey: newNonce() }, here)).toMatchObject({
      ok: true,
    })
    cloud.clock.set(onEighthDay)
  })

  test('还没有审核的、要重新核对的、驳回的', async () => {
    const pending = await waiting({ status: { kind: 'pending', since: onEighthDay }, history: [] })
    const asked = await waiting({ needsReview: '保单资料有更新' })
    const refused = await waiting({ status: { kind: 'refused', at: onEighthDay, by: 'system', why: '保单已退保' } })
    for (const id of [pending, asked, refused]) {
      expect(await cloud.ask(handOverGift, await request(id), here)).toMatchObject({ code: 'gift-not-ready' })
    }
    const rebate = benefitDocument('renewal-rebate', policyDocument(li, liCar))
    await insert(cloud, 'benefits', [rebate])
    expect(await cloud.ask(handOverGift, await request(rebate._id), here)).toMatchObject({ code: 'gift-unknown' })
  })

  test('客户、审核人、分析员不能交付；分析员不能撤回；客户看不到清单', async () => {
    const id = await waiting()
    const asked = await request(id)
    for (const who of [lin, reviewer, analyst]) {
      expect(await cloud.ask(handOverGift, asked, who)).toMatchObject({ code: 'not-allowed' })
    }
    for (const who of [lin, analyst]) {
      expect(await cloud.ask(undoGiftHandOver, { benefitId: id, why: '登记错了' }, who)).toMatchObject({
        code: 'not-allowed',
      })
    }
    expect(await cloud.ask(listGifts, { list: 'waiting' }, lin)).toMatchObject({ code: 'not-allowed' })
  })
})

test('两个柜台同时交付八次：正好一次，另一些被告知已经交付；别人的请求号得不到答案', async () => {
  const id = await waiting()
  const { code } = await request(id)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      cloud.ask(handOverGift, { benefitId: id, code, requestKey: newNonce() }, at % 2 === 0 ? here : alsoHere),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('gift-handed-over')
  const entry = await ledgerOf(cloud, id)
  expect([entry.version, entry.history.map(({ kind }) => kind)]).toEqual([2, ['pending', 'approved']])
  const { status } = entry
  if (status.kind !== 'fulfilled' || !status.requestKey) throw new Error('not handed over')
  const others = { benefitId: id, code, requestKey: status.requestKey }
  expect(await cloud.ask(handOverGift, others, there)).toMatchObject({ ok: false })
})

test('同一个请求同时来四次：只记一次，答案相同', async () => {
  const asked = await request(await waiting())
  const answers = await Promise.all(Array.from({ length: 4 }, () => cloud.get(handOverGift, asked, here)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect((await ledgerOf(cloud, asked.benefitId)).version).toBe(2)
})

test('撤回：别人登记的不行，别的网点的看不到，过了十分钟不行，没有交付的不行', async () => {
  const id = await waiting()
  const undo = { benefitId: id, why: '登记错了' }
  expect(await cloud.ask(undoGiftHandOver, undo, here)).toMatchObject({ code: 'hand-over-final' })
  await cloud.get(handOverGift, await request(id), here)
  expect(await cloud.ask(undoGiftHandOver, undo, alsoHere)).toMatchObject({ code: 'hand-over-final' })
  expect(await cloud.ask(undoGiftHandOver, undo, there)).toMatchObject({ code: 'gift-unknown' })
  cloud.clock.advance(10 * 60_000 + 1)
  expect(await cloud.ask(undoGiftHandOver, undo, reviewer)).toMatchObject({ code: 'hand-over-final' })
  cloud.clock.set(onEighthDay + 9 * 60_000)
  expect(await cloud.ask(undoGiftHandOver, undo, reviewer)).toMatchObject({ ok: true })
  cloud.clock.set(onEighthDay)
})
