import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBudget } from '#contract/budget'
import { readDaily } from '#contract/daily'
import { draw } from '#contract/prize-draw'
import { day, startOf } from '#values/days'
import { fen } from '#values/money'
import { type CampaignCloud, newNonce, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { appoint, benefitDocument, insert, li, liCar, policyDocument, zhang, zhangCar } from './policy-book'
import { appointAll } from './review-desk'

const [analyst, branch, branchReviewer] = [person('analyst-a'), person('branch-a'), person('reviewer-b')]
const [first, eighth] = [day('2026-09-01'), day('2026-09-08')]
const HOUR = 3_600_000

const renewed = policyDocument(li, liCar, {
  policyNumber: 'RENEWED',
  issuedAt: startOf(first),
  coverStartsOn: day('2026-09-03'),
})
const fresh = policyDocument(zhang, zhangCar, {
  policyNumber: 'FRESH',
  businessKind: 'new',
  issuedAt: startOf(first) + 24 * HOUR - 1,
  commercialPremiumFen: fen(100_000),
})
const policies = [
  renewed,
  fresh,
  policyDocument(li, liCar, {
    policyNumber: 'CANCELLED',
    businessKind: 'new',
    issuedAt: startOf(first),
    state: 'cancelled',
  }),
  policyDocument(li, liCar, { policyNumber: 'DAY-BEFORE', businessKind: 'new', issuedAt: startOf(first) - 1 }),
  policyDocument(li, liCar, { policyNumber: 'ENDED', coverEndsOn: day('2026-09-02') }),
  policyDocument(li, liCar, { policyNumber: 'ENDED-TOO', coverEndsOn: day('2026-09-02') }),
]
const at = { at: onEighthDay, by: 'system', why: '' }
const benefits = [
  benefitDocument('new-customer-discount', fresh, {
    grantedOn: first,
    costFen: fen(5_000),
    status: { kind: 'fulfilled', ...at },
  }),
  benefitDocument('new-customer-discount', renewed, {
    grantedOn: first,
    decision: { kind: 'not-granted', why: '' },
    status: { kind: 'refused', ...at },
  }),
  benefitDocument('referral-reward', fresh, { grantedOn: first, costFen: fen(20_000) }),
]

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await insert(cloud, 'policies', policies)
  await insert(cloud, 'benefits', benefits)
  await appointAll(cloud, [[analyst, 'analyst']])
  for (const name of ['lin', 'wang']) await cloud.get(draw, { nonce: newNonce() }, person(name))
  await cloud.runTimer()
})
afterAll(() => cloud.stop())

const read = () => cloud.get(readDaily, {}, analyst)
const dayOn = async (on: string) => (await read()).days.find((figures) => figures.on === on)

test('每天一行，从活动开始到今天', async () => {
  const { days, startsOn, endsOn } = await read()
  expect(days.map(({ on }) => on)).toEqual(Array.from({ length: 8 }, (_, index) => `2026-09-0${index + 1}`))
  expect([startsOn, endsOn]).toEqual(['2026-09-01', expect.any(String)])
})

test('保单按出单那天算，头尾都在当天；退保的和前一天的不算；没有给新客户优惠的不是新客户', async () => {
  expect(await dayOn(first)).toMatchObject({
    newPolicies: 1,
    renewals: 1,
    transfers: 0,
    newPremiumFen: 100_000,
    renewalPremiumFen: 440_000,
    newCustomers: 1,
    referrals: 1,
  })
})

test('抽奖：几个人、几次', async () => {
  expect(await dayOn(eighth)).toMatchObject({ drawers: 2, draws: 2 })
  expect(await dayOn(first)).toMatchObject({ drawers: 0, draws: 0, wins: 0 })
})

test('到期两张，次日起保的续保一张：续保率一半；今天还没过完，不算', async () => {
  expect(await dayOn('2026-09-02')).toMatchObject({ due: 2, renewedInTime: 1 })
  const { goals } = await read()
  expect(goals.renewalRate).toMatchObject({ soFarBps: 5_000, due: 2, renewed: 1 })
  expect(goals.newCustomers).toMatchObject({ soFar: 1 })
})

test('今天的 15 分钟之内不重数，过后重数；过去的天不再数', async () => {
  await cloud.get(draw, { nonce: newNonce() }, person('sun'))
  expect((await cloud.runTimer()).countedDays).toEqual([])
  expect((await dayOn(eighth))?.draws).toBe(2)
  cloud.clock.advance(15 * 60_000)
  expect((await cloud.runTimer()).countedDays).toEqual([eighth])
  expect((await dayOn(eighth))?.draws).toBe(3)
})

test('预算：九项，计划、答应、已付；不在台账里的说不知道', async () => {
  const { lines, totalFen } = await cloud.get(readBudget, {}, analyst)
  expect(lines).toHaveLength(9)
  expect(lines.reduce((sum, { plannedFen }) => sum + plannedFen, 0)).toBe(totalFen)
  const line = (name: string) => lines.find((one) => one.line === name)
  expect(line('premium-discounts')).toMatchObject({ promisedFen: 0, paidFen: 5_000 })
  expect(line('referral-rewards')).toMatchObject({ promisedFen: 20_000, paidFen: 0 })
  expect(line('promotion')).toMatchObject({ promisedFen: null, paidFen: null })
})

test('网点的人和只管一个网点的审核员看不到全活动的数字；客户更看不到', async () => {
  await appoint(cloud, { openid: branch.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: branchReviewer.openid, name: '审核演示', role: 'reviewer', branchCode: 'SF0101' })
  for (const operation of [readDaily, readBudget]) {
    for (const who of [branch, branchReviewer, person('lin')])
      expect(await cloud.ask(operation, {}, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await cloud.ask(operation, {}, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
  }
})

test('看一次用一次数据库操作，加上每次核对工作人员和条款的两次', async () => {
  for (const operation of [readDaily, readBudget])
    expect((await cloud.ask(operation, {}, analyst)).databaseOperations).toBeLessThanOrEqual(3)
})
