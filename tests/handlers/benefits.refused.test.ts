import { afterAll, beforeAll, expect, test } from 'vitest'
import { listBenefits, readBenefit } from '#contract/benefits'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import { appoint, benefitDocument, insert, li, liCar, policyDocument } from './policy-book'

const admin = person('admin-a')
let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await appoint(cloud, { openid: admin.openid, name: '管理演示', role: 'admin' })
  const policy = policyDocument(li, liCar)
  await insert(cloud, 'benefits', [benefitDocument('gift', policy, { _id: 'another', campaignId: 'another' })])
})
afterAll(() => cloud.stop())

test('没有这一项，或是别的活动的：说没有找到', async () => {
  for (const benefitId of ['nothing', 'another'])
    expect(await cloud.ask(readBenefit, { benefitId }, admin)).toMatchObject({ ok: false, code: 'benefit-unknown' })
})

test('看不懂的翻页位置从头开始', async () => {
  const { items, next } = await cloud.get(listBenefits, { filter: {}, cursor: 'somewhere' }, admin)
  expect([items, next]).toEqual([[], null])
})
