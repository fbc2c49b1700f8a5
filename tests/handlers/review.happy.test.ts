import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportAudit } from '#contract/audit-log'
import { openOffers } from '#contract/offers'
import {
  decideReviews,
  listOwnDecisions,
  listReviews,
  previewReviews,
  readReview,
  takeBackReviews,
} from '#contract/review'
import { day, startOf } from '#values/days'
import { expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, onEighthDay, person } from './campaign-cloud'
import { benefitDocument, change, insert, li, liCar, policyDocument, storedIn } from './policy-book'
import {
  branchReviewer,
  decide,
  giftOfLi,
  itemOf,
  rebateOfLi,
  rebateOfZhang,
  reviewDesk,
  reviewer,
  secondReviewer,
} from './review-desk'

let cloud: CampaignCloud
const lin = person('lin')
beforeAll(async () => {
  cloud = await reviewDesk()
})
afterAll(() => cloud.stop())

const ids = ({ items }: { items: { benefitId: string }[] }) => items.map(({ benefitId }) => benefitId)

test('待审核：等得最久的在前，姓名和车牌脱敏，写明审核期限', async () => {
  const list = await cloud.get(listReviews, {}, reviewer)
  expect(ids(list)).toEqual([giftOfLi._id, rebateOfLi._id, rebateOfZhang._id])
  expect(list).toMatchObject({ total: 3, overdueTotal: 0, next: null })
  expect(list.items[1]).toMatchObject({
    title: '续保保费返还',
    who: '李**',
    plate: '京A·8***1',
    amountFen: 60_000,
    overdue: false,
    dueOn: '2026-09-15',
    status: 'pending',
    risk: null,
    refusal: null,
  })
  expect(list.items[0]?.title).toBe('续保专属礼品 · 行车记录仪')
  expect(list.items[1]?.reviewDueOn).toMatch(/^2026-09-/)
})

test('筛选：按规则、按网点、只看风险、只看逾期', async () => {
  expect(ids(await cloud.get(listReviews, { rule: 'gift' }, reviewer))).toEqual([giftOfLi._id])
  expect(ids(await cloud.get(listReviews, { branchCode: 'SF0102' }, reviewer))).toEqual([rebateOfZhang._id])
  expect(ids(await cloud.get(listReviews, {}, branchReviewer))).toEqual([rebateOfZhang._id])
  expect(ids(await cloud.get(listReviews, { risky: true }, reviewer))).toEqual([])
  await change(cloud, 'benefits', rebateOfZhang._id, { risk: { score: 90, reasons: ['ring'] } })
  const risky = await cloud.get(listReviews, { risky: true }, reviewer)
  expect(risky.items[0]?.risk).toEqual({ score: 90, reasons: ['推荐人和被推荐人互相推荐，或推荐绕成一圈'] })
  await change(cloud, 'benefits', giftOfLi._id, { waitsSinceAt: startOf(day('2026-08-20')) })
  const overdue = await cloud.get(listReviews, { overdue: true }, reviewer)
  expect([ids(overdue), overdue.overdueTotal, overdue.items[0]?.overdue]).toEqual([[giftOfLi._id], 1, true])
})

test('点开一笔：明细、脱敏的保单资料、经过', async () => {
  const { statement, evidence, history } = await cloud.get(readReview, { benefitId: rebateOfLi._id }, reviewer)
  expect(statement).toEqual(rebateOfLi.statement)
  const shown = Object.fromEntries(evidence.map(({ label, value }) => [label, value]))
  expect(shown).toMatchObject({ 投保人: '李**', 手机号: '138****1234', 上年出险: '0 次', 收款账户: '还没有填写' })
  expect(history).toEqual([{ status: 'pending', at: onEighthDay, by: '系统', why: null }])
  for (const secret of [li.idNumber, li.phone, liCar.plate, li.name])
    expect(JSON.stringify(evidence)).not.toContain(secret)
})

test('批量之前先看：几笔、合计多少、哪些会跳过和为什么', async () => {
  const items = [rebateOfLi, rebateOfZhang, giftOfLi].map(({ _id, version }) => ({ benefitId: _id, version }))
  const preview = await cloud.get(
    previewReviews,
    { items: [...items, { benefitId: 'made-up', version: 1 }], verdict: 'approve' },
    branchReviewer,
  )
  expect(preview).toMatchObject({ count: 1, sumFen: 60_000, groups: [{ title: '续保保费返还', count: 1 }] })
  expect(preview.skipped.map(({ why }) => why)).toEqual(['没有找到', '没有找到', '没有找到'])
  const stale = await cloud.get(
    previewReviews,
    { items: [{ benefitId: rebateOfLi._id, version: 9 }], verdict: 'approve' },
    reviewer,
  )
  expect([stale.count, stale.skipped[0]?.why]).toEqual([0, '刚刚有变化，请刷新后再看'])
})

test('通过：客户看到待打款，审核记录和操作日志都有', async () => {
  const { version } = await itemOf(cloud, rebateOfLi._id)
  const requestKey = newNonce()
  const approveIt = () => decide(cloud, rebateOfLi._id, 'approve', { version, requestKey })
  await expectLoggedOnce(cloud, approveIt, 'review.approve', rebateOfLi._id)
  expect(await approveIt()).toMatchObject({ outcome: 'done', version: 2 })
  const { bound } = await cloud.get(openOffers, {}, lin)
  const offer = bound?.vehicles[0]?.offers.find(({ benefitId }) => benefitId === rebateOfLi._id)
  expect(offer?.state).toMatchObject({ kind: 'given', status: 'approved' })
  const { history } = await cloud.get(readReview, { benefitId: rebateOfLi._id }, reviewer)
  expect(history[0]).toMatchObject({ status: 'approved', by: 'reviewer-a 演示', why: '资料核对无误' })
  const { entries } = await cloud.get(exportAudit, { after: 0 }, null)
  expect(entries.at(-1)).toMatchObject({
    what: 'review.approve',
    object: { kind: 'benefit', id: rebateOfLi._id },
    before: { state: 'pending', waitsFor: 'review' },
    after: { state: 'approved', waitsFor: 'payout', amountFen: 60_000 },
  })
})

test('我刚决定的：十分钟内自己决定的还能撤回，别人的不在里面', async () => {
  const { items } = await cloud.get(listOwnDecisions, {}, reviewer)
  expect(items).toMatchObject([{ benefitId: rebateOfLi._id, version: 2, status: 'approved', who: '李**' }])
  const { takeBackUntilAt, history } = await cloud.get(readReview, { benefitId: rebateOfLi._id }, reviewer)
  expect(takeBackUntilAt).toBe((history[0]?.at ?? 0) + 10 * 60_000)
  expect(items[0]?.takeBackUntilAt).toBe(takeBackUntilAt)
  expect((await cloud.get(listOwnDecisions, {}, secondReviewer)).items).toEqual([])
  const others = await cloud.get(readReview, { benefitId: rebateOfLi._id }, secondReviewer)
  expect(others.takeBackUntilAt).toBeNull()
})

test('十分钟内撤回：重新待审核，写着为什么；同一个撤回请求再来一遍，回答一样', async () => {
  const items = [{ benefitId: rebateOfLi._id, version: 2 }]
  const input = { items, reason: '看错了收款账户', requestKey: newNonce() }
  const takeBackIt = async () => (await cloud.get(takeBackReviews, input, reviewer)).outcomes
  await expectLoggedOnce(cloud, takeBackIt, 'review.undo', rebateOfLi._id)
  expect(await takeBackIt()).toEqual([{ benefitId: rebateOfLi._id, outcome: 'done' }])
  expect((await itemOf(cloud, rebateOfLi._id)).version).toBe(3)
  const { history, takeBackUntilAt } = await cloud.get(readReview, { benefitId: rebateOfLi._id }, reviewer)
  expect([history[0]?.why, takeBackUntilAt]).toEqual(['看错了收款账户', null])
  expect((await cloud.get(listOwnDecisions, {}, reviewer)).items).toEqual([])
})

test('驳回：客户看到原因；礼品回到货架，撤回驳回时再占一件', async () => {
  const left = async () => {
    const stocks = (await storedIn(cloud, 'giftStock')).map(
      (text) => JSON.parse(text) as { giftId: string; left: number },
    )
    return stocks.find(({ giftId }) => giftId === 'dash-camera')?.left
  }
  // The offers page has laid the stock out.
  await change(cloud, 'giftStock', 'demo-2026-autumn.dash-camera', { left: 4, holding: [giftOfLi.policyNumber] })
  const reason = '行驶证与保单车辆不一致'
  const { version } = await decide(cloud, giftOfLi._id, 'refuse', { reason })
  expect(await left()).toBe(5)
  const { bound } = await cloud.get(openOffers, {}, lin)
  const offer = bound?.vehicles[0]?.offers.find(({ benefitId }) => benefitId === giftOfLi._id)
  expect(offer?.next).toBe(`这项优惠不再给付：${reason}。`)
  const items = [{ benefitId: giftOfLi._id, version }]
  const { outcomes } = await cloud.get(takeBackReviews, { items, requestKey: newNonce() }, reviewer)
  expect(outcomes[0]?.outcome).toBe('done')
  expect(await left()).toBe(4)
})

test('用批准时的请求再来驳回：礼品不回货架，决定不变', async () => {
  const policy = policyDocument(li, liCar, { policyNumber: 'PDGIFTAGAIN1' })
  const gift = benefitDocument('gift', policy, { giftId: 'dash-camera' })
  await insert(cloud, 'benefits', [gift])
  await change(cloud, 'giftStock', 'demo-2026-autumn.dash-camera', { left: 3, holding: [gift.policyNumber] })
  const requestKey = newNonce()
  expect(await decide(cloud, gift._id, 'approve', { requestKey })).toMatchObject({ outcome: 'done' })
  await decide(cloud, gift._id, 'refuse', { requestKey })
  const stored = (await storedIn(cloud, 'giftStock')).find((text) => text.includes('dash-camera')) ?? ''
  expect(JSON.parse(stored)).toMatchObject({ left: 3, holding: [gift.policyNumber] })
})

test('给过之后资料有更新：核对无误就留着，不再待审核', async () => {
  const policy = policyDocument(li, liCar)
  const given = benefitDocument('renewal-discount', policy, {
    status: { kind: 'fulfilled', at: onEighthDay, by: 'system', why: '出单时从保费中减去' },
    needsReview: '保单资料有更新：已给 ¥600.00，按条款应为 ¥500.00',
  })
  await insert(cloud, 'benefits', [given])
  expect(await decide(cloud, given._id, 'approve', { reason: '核心系统已批改' })).toMatchObject({ outcome: 'done' })
  const { item, history } = await cloud.get(readReview, { benefitId: given._id }, reviewer)
  expect([item.status, item.needsReview, item.refusal]).toEqual(['fulfilled', null, 'not-waiting'])
  expect(history[0]?.why).toContain('核心系统已批改')
})

test('一页 20 笔，同一时刻进来的也一笔不漏、不重', async () => {
  const many = Array.from({ length: 45 }, (_, index) =>
    benefitDocument('renewal-rebate', policyDocument(li, liCar, { policyNumber: `PDZAPAGE${100 + index}` }), {
      waitsSinceAt: onEighthDay + (index < 30 ? 10 : 20),
    }),
  )
  await insert(cloud, 'benefits', many)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { benefitId: string }[]; next: string | null } = await cloud.get(
      listReviews,
      { cursor, rule: 'renewal-rebate' },
      reviewer,
    )
    seen.push(...ids(page))
    cursor = page.next
  } while (cursor !== null)
  expect(seen.filter((id) => id.includes('PDZAPAGE'))).toEqual(many.map(({ _id }) => _id))
  expect(new Set(seen).size).toBe(seen.length)

  const items = many.slice(0, 40).map(({ _id }) => ({ benefitId: _id, version: 1 }))
  const { outcomes } = await cloud.get(
    decideReviews,
    { items, verdict: 'approve', reason: '批量核对无误', requestKey: newNonce() },
    reviewer,
  )
  expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true)
})

test('观察期满，定时器让它进入审核；没满的不动', async () => {
  const held = (policyNumber: string, holdUntil: number) =>
    benefitDocument('renewal-rebate', policyDocument(li, liCar, { policyNumber }), { holdUntil })
  const over = held('PDZAHOLD1', onEighthDay)
  const notYet = held('PDZAHOLD2', onEighthDay + 3_600_000)
  await insert(cloud, 'benefits', [over, notYet])
  expect((await cloud.runTimer()).releasedHolds).toBe(1)
  const item = async (benefitId: string) => (await cloud.get(readReview, { benefitId }, reviewer)).item
  expect([(await item(over._id)).refusal, (await item(notYet._id)).refusal]).toEqual([null, 'not-waiting'])
})
