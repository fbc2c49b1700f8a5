import { afterAll, beforeAll, expect, test } from 'vitest'
import { openConsole } from '#contract/console'
import { readOverview, type WorkList } from '#contract/overview'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { day, startOf } from '#values/days'
import { type CampaignCloud, type Person, person, runningCampaign } from './campaign-cloud'
import { appoint, insert, li, liCar, newPolicyWithPack } from './policy-book'

const [admin, branch, workshop, stranger] = ['admin', 'branch', 'workshop', 'stranger'].map(person) as [
  Person,
  Person,
  Person,
  Person,
]
let cloud: CampaignCloud
/** Campaigns run on 2026-09-08 here. */
const yesterday = day('2026-09-07')
const today = day('2026-09-08')

/** An entry of the ledger as the overview counts it. */
function waiting(id: string, waitsFor: WorkList | null, edits: Partial<PolicyBenefit> = {}): PolicyBenefit {
  const { pack } = newPolicyWithPack(li, liCar)
  return { ...pack, _id: id, policyNumber: id, waitsFor, status: { kind: 'pending', since: 0 }, dueOn: null, ...edits }
}

beforeAll(async () => {
  cloud = await runningCampaign()
  const elsewhere = { branchCode: 'SF0102' }
  await insert(cloud, 'benefits', [
    waiting('late', 'review', { dueOn: yesterday }),
    waiting('due-today', 'review', { dueOn: today }),
    waiting('no-promise', 'review'),
    waiting('elsewhere', 'review', { dueOn: yesterday, ...elsewhere }),
    waiting('given-but-doubtful', 'review', {
      dueOn: yesterday,
      status: { kind: 'fulfilled', at: 0, by: 'system', why: '' },
    }),
    waiting('to-pay', 'payout', { dueOn: today }),
    waiting('nobody-acts', null, { dueOn: yesterday }),
    waiting('other-campaign', 'review', { campaignId: 'another' }),
  ])
  await appoint(cloud, { openid: admin.openid, name: '管理演示', role: 'admin' })
  await appoint(cloud, { openid: branch.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: workshop.openid, name: '厂方演示', role: 'workshop', workshopId: 'demo-north' })
})
afterAll(() => cloud.stop())

test('概览：每张工作单的笔数和逾期笔数；今天到期不算逾期，已经给出的不算逾期', async () => {
  const { work } = await cloud.get(readOverview, {}, admin)
  expect(work).toEqual([
    { list: 'customer', waiting: 0, overdue: 0 },
    { list: 'hold', waiting: 0, overdue: 0 },
    { list: 'to-verify', waiting: 0, overdue: 0 },
    { list: 'review', waiting: 5, overdue: 2 },
    { list: 'payout', waiting: 1, overdue: 0 },
    { list: 'hand-over', waiting: 0, overdue: 0 },
  ])
})

test('网点人员只看到本网点的', async () => {
  const { work } = await cloud.get(readOverview, {}, branch)
  expect(work.find(({ list }) => list === 'review')).toEqual({ list: 'review', waiting: 4, overdue: 1 })
})

test('概览用两次数据库操作，加上每次核对工作人员的一次', async () => {
  const answer = await cloud.ask(readOverview, {}, admin)
  expect(answer.databaseOperations).toBeLessThanOrEqual(4)
})

test('没有登记的人、维修厂人员：进不了后台，也看不到概览', async () => {
  for (const who of [stranger, workshop]) {
    expect(await cloud.ask(openConsole, {}, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await cloud.ask(readOverview, {}, who)).toMatchObject({ ok: false, code: 'not-allowed' })
  }
  expect(await cloud.ask(openConsole, {}, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
})

test('后台说出是谁在用、什么角色、哪个网点、哪个活动', async () => {
  const { me, campaign } = await cloud.get(openConsole, {}, branch)
  expect(me).toMatchObject({ name: '网点演示', role: 'branch' })
  expect(me.branchName).not.toBe('SF0101')
  expect(campaign?.phase).toBe('running')
})

/** What the timer complained of when it ran so many minutes into the day. */
async function complaints(on: string, minutes: number): Promise<string> {
  cloud.clock.set(startOf(day(on)) + minutes * 60_000)
  await cloud.runTimer()
  return cloud.logs({ function: 'scheduled', limit: 1 })[0]?.complaints.join('\n') ?? ''
}

test('逾期的笔数，每天告警一次；礼品过了备好的日子也算', async () => {
  const gift = { form: 'gift', rule: 'gift', status: { kind: 'approved', at: 0, by: 'x', why: '' } } as const
  await insert(cloud, 'benefits', [waiting('gift', 'hand-over', { ...gift, dueOn: today })])
  expect(await complaints('2026-09-09', 2)).toMatch(/overdue: 3 review, (1 payout, )?1 hand-over/)
  expect(await complaints('2026-09-09', 7)).not.toContain('overdue')
})

test('过了审核期限的、待核实太久的也算逾期；零点那次没有跑，当天第一次跑时告警', async () => {
  const missing = { decision: { kind: 'to-verify', missing: '上年出险次数' }, rule: 'renewal-rebate' } as const
  await insert(cloud, 'benefits', [
    waiting('to-verify', 'to-verify', { ...missing, waitsSinceAt: startOf(yesterday) }),
    waiting('to-verify-since-today', 'to-verify', { ...missing, waitsSinceAt: startOf(day('2026-09-09')) }),
  ])
  // Two working days for a review: what waits since the eighth should have been reviewed by the tenth.
  expect(await complaints('2026-09-10', 720)).toMatch(/overdue: 3 review, .*1 to-verify/)
  expect(await complaints('2026-09-11', 720)).toMatch(/overdue: 5 review, .*1 to-verify/)
  expect(await complaints('2026-09-11', 725)).not.toContain('overdue')
  const { work } = await cloud.get(readOverview, {}, admin)
  expect(work.find(({ list }) => list === 'review')).toEqual({ list: 'review', waiting: 5, overdue: 5 })
  expect(work.find(({ list }) => list === 'to-verify')).toEqual({ list: 'to-verify', waiting: 2, overdue: 1 })
})
