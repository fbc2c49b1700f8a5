import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBenefits, readBenefit, sumBenefits } from '#contract/benefits'
import type { InputOf } from '#contract/operation'
import { DAY_MS, day } from '#values/days'
import { fen } from '#values/money'
import { type CampaignCloud, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { benefitDocument, insert, li, liCar, policyDocument, tellOfBoth, zhang, zhangCar } from './policy-book'
import { appointAll } from './review-desk'

const [admin, analyst] = [person('admin-a'), person('analyst-a')]
const policyOfLi = policyDocument(li, liCar)
const policyOfZhang = policyDocument(zhang, zhangCar, { branchCode: 'SF0102' })

/** Granted one after the other: rebate, gift, Zhang's rebate; Li's discount at the same moment as the gift. */
const rebate = benefitDocument('renewal-rebate', policyOfLi, {
  dueOn: day('2026-09-07'),
  grantedAt: onEighthDay - 3_000,
  amountFen: fen(26_840),
  costFen: fen(26_840),
  statement: [
    { kind: 'part', label: '上年保费返还', value: '¥268.40', note: null, clause: '§5.2.2', amountFen: fen(26_840) },
    { kind: 'result', label: '返还', value: '¥268.40', note: null, clause: '§5.2.2', amountFen: fen(26_840) },
  ],
})
const gift = benefitDocument('gift', policyOfLi, {
  grantedAt: onEighthDay - 2_000,
  giftId: 'dash-camera',
  customerOwes: 'details',
  dueOn: day('2026-09-08'),
})
const discount = benefitDocument('renewal-discount', policyOfLi, {
  grantedAt: onEighthDay - 2_000,
  amountFen: null,
  costFen: null,
  waitsSinceAt: onEighthDay - 7 * DAY_MS,
  decision: { kind: 'to-verify', missing: '上年出险次数' },
})
const rebateOfZhang = benefitDocument('renewal-rebate', policyOfZhang, { grantedAt: onEighthDay - 1_000 })
const elsewhere = benefitDocument('service-pack', policyOfLi, { _id: 'another', campaignId: 'another' })
const all = [rebate, gift, discount, rebateOfZhang]

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud, [...all, elsewhere])
  await appointAll(cloud, [
    [admin, 'admin'],
    [analyst, 'analyst'],
  ])
})
afterAll(() => cloud.stop())

type Filter = InputOf<typeof listBenefits>['filter']
const found = async (filter: Filter) =>
  (await cloud.get(listBenefits, { filter }, admin)).items.map(({ benefitId }) => benefitId)

test('最近的在前，同一时刻的按编号；别的活动的不在内', async () => {
  expect(await found({})).toEqual([rebateOfZhang._id, gift._id, discount._id, rebate._id])
})

describe('筛选', () => {
  test.each<[string, Filter, (typeof all)[number][]]>([
    ['待审核的', { waits: 'review' }, [rebateOfZhang, rebate]],
    ['等客户的', { waits: 'customer' }, [gift]],
    ['已通过的没有', { status: 'approved' }, []],
    ['一项权益', { rule: 'gift' }, [gift]],
    ['一个预算科目', { line: 'premium-rebates' }, [rebateOfZhang, rebate]],
    ['一个网点', { branchCode: 'SF0102' }, [rebateOfZhang]],
    ['逾期：昨天该给的算，今天到期的不算', { overdue: true }, [rebate]],
    ['待核实的按等了多久算逾期', { waits: 'to-verify', overdue: true }, [discount]],
    ['待审核的也是，刚进来的还不算', { waits: 'review', overdue: true }, []],
    ['逾期而且已给付的没有', { overdue: true, status: 'fulfilled' }, []],
    ['几个条件都要合', { waits: 'review', branchCode: 'SF0101' }, [rebate]],
  ])('%s', async (_name, filter, expected) => {
    expect(await found(filter)).toEqual(expected.map(({ _id }) => _id))
    expect((await cloud.get(sumBenefits, { filter }, admin)).count).toBe(expected.length)
  })
})

test('合计：没有金额的单独数，不当作零', async () => {
  const { branches, ...sum } = await cloud.get(sumBenefits, { filter: {} }, admin)
  expect(sum).toEqual({ count: 4, amountFen: 146_840, costFen: 146_840, unknown: 1 })
  expect(branches.length).toBeGreaterThan(1)
})

test('一页一页翻，不漏也不重，同一时刻的也一样', async () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...rebateOfZhang,
    _id: `many-${String(index).padStart(3, '0')}`,
    policyNumber: `many-${index}`,
    rule: 'gift' as const,
    budgetLine: 'gifts' as const,
    branchCode: 'SF0103',
    grantedAt: onEighthDay - 10_000 - Math.floor(index / 70),
  }))
  await insert(cloud, 'benefits', many.slice(0, 100))
  await insert(cloud, 'benefits', many.slice(100))
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { items: { benefitId: string }[]; next: string | null } = await cloud.get(
      listBenefits,
      { filter: { branchCode: 'SF0103' }, cursor },
      admin,
    )
    seen.push(...page.items.map(({ benefitId }) => benefitId))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toEqual(many.map(({ _id }) => _id))
})

test('一项权益：金额怎么算的、走到哪一步、等谁', async () => {
  const { items } = await cloud.get(listBenefits, { filter: { rule: 'renewal-rebate' } }, analyst)
  const ofLi = items.find(({ who }) => who === '李**')
  const read = await cloud.get(readBenefit, { benefitId: ofLi?.benefitId ?? '' }, analyst)
  expect(read).toMatchObject({
    item: { title: '续保保费返还', who: '李**', branchName: expect.any(String), waits: 'review', amountFen: 26_840 },
    missing: null,
    customerOwes: null,
  })
  expect(read.statement).toHaveLength(2)
  expect(read.history).toEqual([{ status: 'pending', at: onEighthDay, by: '系统', why: null }])
  const { missing } = await cloud.get(readBenefit, { benefitId: discount._id }, admin)
  expect(missing).toBe('上年出险次数')
})

test('一页用四次数据库操作，加上每次核对工作人员和条款的两次', async () => {
  const answer = await cloud.ask(listBenefits, { filter: {} }, admin)
  expect(answer.databaseOperations).toBeLessThanOrEqual(6)
})
