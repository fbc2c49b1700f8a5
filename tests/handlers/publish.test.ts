import { afterEach, expect, test } from 'vitest'
import { readRules } from '#contract/campaign'
import { openDrawPage, readFairness } from '#contract/prize-draw'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { day, startOf } from '#values/days'
import { campaignFile } from '../fixtures/edited-campaign'
import { beforeStart, type CampaignCloud, onEighthDay, person, startCampaignCloud } from './campaign-cloud'
import { benefitDocument, change, insert, li, liCar, policyDocument } from './policy-book'
import { documentsOf } from './policy-feed'

let cloud: CampaignCloud
afterEach(() => cloud.stop())

async function beforeTheStart(): Promise<void> {
  cloud = await startCampaignCloud()
  cloud.clock.set(beforeStart)
}
/** A campaign of the spring before, which is over when the demo's begins. */
const spring = campaignFile([
  [['campaignId'], 'demo-2026-spring'],
  [['title'], '春季车主回馈季'],
  [
    ['period'],
    {
      preparationFromOn: '2026-02-02',
      warmUpFromOn: '2026-02-16',
      warmUpUntilOn: '2026-02-28',
      startsOn: '2026-03-01',
      endsOn: '2026-04-30',
      closedOn: '2026-06-15',
    },
  ],
  [['prizeDraw', 'collection', 'opensOn'], '2026-03-01'],
])
const retitled = campaignFile([[['title'], '金秋车主回馈季（改）']])

test('发布：有版本、指纹和种子承诺，规则不用登录就能看', async () => {
  await beforeTheStart()
  const published = await cloud.publish()
  expect(published).toMatchObject({ ok: true, data: { campaignId: 'demo-2026-autumn', version: 1, isNew: true } })
  if (!published.ok) return
  const rules = await cloud.get(readRules, {}, null)
  expect(rules.campaign).toMatchObject({ phase: 'warm-up', termsVersion: 1, termsHash: published.data.hash })
  const fairness = await cloud.get(readFairness, {}, null)
  expect(fairness.commitment).toBe(published.data.commitment)
  expect(fairness.days).toEqual([])
})

test('同一个文件再发布一次：还是那一版，什么都没变', async () => {
  await beforeTheStart()
  const first = await cloud.publish()
  const again = await cloud.publish()
  expect(again).toEqual(first.ok ? { ok: true, data: { ...first.data, isNew: false } } : null)
})

test('开始之前可以发布新的一版：旧版不动，种子承诺不变', async () => {
  await beforeTheStart()
  const first = await cloud.publish()
  const second = await cloud.publish(retitled)
  expect(second).toMatchObject({ ok: true, data: { version: 2, isNew: true } })
  expect(first.ok && second.ok && second.data.commitment === first.data.commitment).toBe(true)
  // Back to the first text: the version that was published with it, not a third one.
  expect(await cloud.publish()).toMatchObject({ ok: true, data: { version: 1 } })
})

test('开始之前换掉的版本没有人抽过：开奖验证不认；开始那一刻前后换的还认', async () => {
  await beforeTheStart()
  await cloud.publish()
  await cloud.publish(retitled)
  cloud.clock.set(onEighthDay)
  expect(await cloud.get(readFairness, {}, null)).toMatchObject({ campaign: { termsVersion: 2 }, earlierTerms: [] })

  await cloud.stop()
  await beforeTheStart()
  const first = await cloud.publish()
  cloud.clock.set(startOf(day('2026-09-01')) - 30_000)
  expect(await cloud.publish(retitled)).toMatchObject({ ok: true, data: { version: 2 } })
  cloud.clock.set(onEighthDay)
  const { earlierTerms } = await cloud.get(readFairness, {}, null)
  expect(earlierTerms.map(({ termsHash }) => termsHash)).toEqual(first.ok ? [first.data.hash] : null)
})

test('活动已经开始：新的条款一律拒绝，客户看到的还是原来的', async () => {
  await beforeTheStart()
  await cloud.publish()
  cloud.clock.set(onEighthDay)
  expect(await cloud.publish(retitled)).toMatchObject({ ok: false, code: 'terms-after-start' })
  expect((await cloud.get(openDrawPage, {}, person('lin'))).campaign).toMatchObject({
    title: '金秋车主回馈季',
    termsVersion: 1,
  })
})

test('第一次发布也必须在开始之前：否则种子承诺没有意义', async () => {
  cloud = await startCampaignCloud()
  cloud.clock.set(startOf(day('2026-09-01')))
  expect(await cloud.publish()).toMatchObject({ ok: false, code: 'terms-after-start' })
})

test('另一个活动进行中不能发布别的活动', async () => {
  await beforeTheStart()
  await cloud.publish()
  const other = campaignFile([[['campaignId'], 'other-2026']])
  expect(await cloud.publish(other)).toMatchObject({ ok: false, code: 'terms-other-campaign' })
})

test('上一个活动还有没办完的事，不能发布下一个：说出是什么、到哪天；都办完了才可以', async () => {
  cloud = await startCampaignCloud()
  cloud.clock.set(startOf(day('2026-02-20')))
  expect(await cloud.publish(spring)).toEqual({ ok: true, data: expect.anything() })
  const policy = policyDocument(li, liCar, { issuedAt: startOf(day('2026-04-30')), coverEndsOn: day('2026-10-31') })
  const ofSpring = (rule: PolicyBenefit['rule'], changes: Partial<PolicyBenefit> = {}) => ({
    ...benefitDocument(rule, policy, changes),
    campaignId: 'demo-2026-spring',
  })
  await insert(cloud, 'policies', [policy])
  await insert(cloud, 'benefits', [
    ofSpring('first-year-rebate', { expiresOn: day('2026-11-30') }),
    ofSpring('renewal-rebate'),
    ofSpring('gift', { decision: { kind: 'to-verify', missing: '上年商业险保费' } }),
    ofSpring('renewal-discount', { decision: { kind: 'stopped' } }),
  ])
  cloud.clock.set(beforeStart)
  expect(await cloud.publish()).toMatchObject({
    ok: false,
    code: 'terms-former-open',
    details: [
      { field: '在办的权益', message: '2 笔在工作单上，办完为止' },
      { field: '暂停的权益', message: '1 笔等恢复，恢复后定下为止' },
      { field: '首年返还的承诺', message: '1 笔等次年续保抵扣，最晚到 2026 年 11 月 30 日（含当日）' },
      { field: '活动期间出单的保单', message: '1 张有效，退保时要收回优惠，最晚到 2026 年 10 月 31 日（含当日）' },
    ],
  })
  expect((await cloud.get(readRules, {}, null)).campaign).toMatchObject({ title: '春季车主回馈季' })

  const given = { status: { kind: 'fulfilled', at: 0, by: 'system', why: '' }, waitsFor: null }
  await change(cloud, 'policies', policy._id, { coverEndsOn: '2026-08-24' })
  for (const { _id } of await documentsOf(cloud, 'benefits')) await change(cloud, 'benefits', String(_id), given)
  expect(await cloud.publish()).toMatchObject({ ok: true, data: { campaignId: 'demo-2026-autumn', version: 1 } })
})

test('文件有误：每个问题都带行号，什么都没有发布', async () => {
  await beforeTheStart()
  const wrong = campaignFile([
    [['prizeDraw', 'winningOddsPercent'], 31],
    [['prizeDraw', 'shareChance', 'approver'], '无'],
  ])
  const answer = await cloud.publish(wrong)
  if (answer.ok) throw new Error('a wrong file was published')
  expect(answer.code).toBe('terms-invalid')
  const fields = (answer.details ?? []).map(({ field }) => field)
  expect(fields).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^campaigns\/test\.yaml:\d+:\d+ prizeDraw\.winningOddsPercent$/),
      expect.stringMatching(/^campaigns\/test\.yaml:\d+:\d+ prizeDraw\.shareChance\.approver$/),
    ]),
  )
  expect(await cloud.ask(readRules, {}, null)).toMatchObject({ ok: false, code: 'campaign-not-published' })
})
