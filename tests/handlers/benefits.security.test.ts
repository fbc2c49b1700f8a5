import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBenefits, readBenefit, sumBenefits } from '#contract/benefits'
import { type CampaignCloud, person } from './campaign-cloud'
import { appoint, li, zhang } from './policy-book'
import { branchReviewer, rebateOfLi, rebateOfZhang, reviewDesk, reviewer } from './review-desk'

const [branch, workshop, customer] = [person('branch-a'), person('workshop-a'), person('lin')]
const analyst = person('analyst-a')
const read = { benefitId: rebateOfLi._id }

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await reviewDesk()
  await appoint(cloud, { openid: branch.openid, name: '网点演示', role: 'branch', branchCode: 'SF0102' })
  await appoint(cloud, { openid: workshop.openid, name: '厂方演示', role: 'workshop', workshopId: 'demo-north' })
  await appoint(cloud, { openid: analyst.openid, name: '分析演示', role: 'analyst' })
})
afterAll(() => cloud.stop())

test('合作维修厂的人、客户和没有登录的都看不到台账', async () => {
  for (const who of [workshop, customer]) {
    expect(await cloud.ask(listBenefits, { filter: {} }, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await cloud.ask(sumBenefits, { filter: {} }, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await cloud.ask(readBenefit, read, who)).toMatchObject({ ok: false, code: 'not-allowed' })
  }
  expect(await cloud.ask(listBenefits, { filter: {} }, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
})

test('网点的人只看到本网点的，说要别的网点也不行', async () => {
  for (const who of [branch, branchReviewer])
    for (const filter of [{}, { branchCode: 'SF0101' }]) {
      const { items } = await cloud.get(listBenefits, { filter }, who)
      expect(items.map(({ benefitId }) => benefitId)).toEqual([rebateOfZhang._id])
      const { count, branches } = await cloud.get(sumBenefits, { filter }, who)
      expect([count, branches.map(({ branchCode }) => branchCode)]).toEqual([1, ['SF0102']])
    }
  expect(await cloud.ask(readBenefit, read, branch)).toMatchObject({ ok: false, code: 'benefit-unknown' })
})

test('个人信息只给隐去的：名单和明细里都没有姓名、证件号和手机号', async () => {
  const { items } = await cloud.get(listBenefits, { filter: {} }, reviewer)
  const answers = JSON.stringify([items, await cloud.get(readBenefit, read, reviewer)])
  expect(items.length).toBeGreaterThan(1)
  for (const { name, idNumber, phone } of [li, zhang])
    for (const secret of [name, idNumber, phone]) expect(answers).not.toContain(secret)
})

test('分析看台账、翻页、看一项，都看不到保单号；凭别人那里的编号也看不了', async () => {
  const { items } = await cloud.get(listBenefits, { filter: {} }, analyst)
  const { benefitId = '' } = items[0] ?? {}
  const answers = JSON.stringify([items, await cloud.get(readBenefit, { benefitId }, analyst)])
  for (const { policyNumber } of [rebateOfLi, rebateOfZhang]) expect(answers).not.toContain(policyNumber)
  expect(await cloud.ask(readBenefit, read, analyst)).toMatchObject({ code: 'benefit-unknown' })
  const again = await cloud.get(listBenefits, { filter: {} }, analyst)
  expect(again.items.map(({ number }) => number)).toEqual(items.map(({ number }) => number))
})

test('条件只按字面比较：不认识的条件拒绝，运算符进不来', async () => {
  const answer = await cloud.call(
    'staff',
    {
      operation: listBenefits.name,
      input: { filter: { branchCode: { $ne: '' } } },
    },
    reviewer,
  )
  expect(answer.result).toMatchObject({ ok: false, code: 'input-invalid' })
})
