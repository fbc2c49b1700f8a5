import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyMyData } from '#contract/my-data'
import { openOffers } from '#contract/offers'
import { quotePremium } from '#contract/quote'
import { chooseReward, makeReferralPoster, openInvitation, openReferral } from '#contract/referral'
import { day, startOf } from '#values/days'
import { type CampaignCloud, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { bindBy, holderOf, li, liCar, tellOfBoth } from './policy-book'
import { documentsOf, type PolicyFeed, policyFeed } from './policy-feed'
import { accept, codeOf, issued, rewardsIn, wang } from './referral-book'

/** Li invites, Wang comes: from the link to the reward, through all the doors. */
const policyNumber = String(issued(wang).policyNumber)
let cloud: CampaignCloud
let feed: PolicyFeed
const lin = person('lin')
const newcomer = person('newcomer')
const mine = () => cloud.get(openReferral, {}, lin)

beforeAll(async () => {
  cloud = await runningCampaign()
  feed = policyFeed(cloud)
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
})
afterAll(() => cloud.stop())

test('没有绑定保单的：规则都能看，写明怎样才能推荐', async () => {
  expect(await cloud.get(openReferral, {}, newcomer)).toMatchObject({
    reward: '¥100 现金或等值礼品（车载应急启动电源），任选其一',
    inviteeDiscount: '9.8 折',
    standing: { kind: 'may-not', why: 'not-bound', advice: '绑定您本人的保单后，就可以推荐。' },
    invitations: [],
    rewards: [],
  })
})

test('绑定了有效保单的：每个渠道一个编号，再打开还是它；两部手机同时也是', async () => {
  const codes = await Promise.all([codeOf(cloud, lin), codeOf(cloud, lin)])
  expect(new Set([...codes, await codeOf(cloud, lin)]).size).toBe(1)
  const byBranch = await codeOf(cloud, lin, 'branch')
  expect(byBranch).not.toBe(codes[0])
  expect(await codeOf(cloud, lin, 'no-such-channel')).toBe(codes[0])
})

test('海报：小程序码打开邀请页，带编号；再要一次还是同一张', async () => {
  const poster = await cloud.get(makeReferralPoster, {}, lin)
  expect(poster).toMatchObject({ title: '邀请您投保', lines: expect.arrayContaining(['新客户 9.5 折，再享 9.8 折']) })
  await cloud.get(makeReferralPoster, {}, lin)
  const sent = (await (await fetch(`${cloud.url}/_/openapi?api=wxacode.getUnlimited`)).json()) as {
    parameters: { scene: string; page: string }
  }[]
  expect(sent).toHaveLength(1)
  expect(sent[0]?.parameters).toMatchObject({
    page: 'packages/referral/pages/invitation',
    scene: `r=${await codeOf(cloud, lin)}`,
  })
  expect(sent[0]?.parameters.scene.length).toBeLessThanOrEqual(32)
})

test('打开邀请：看到是谁邀请的、再享几折；再打开一次，答案一样', async () => {
  const input = { code: await codeOf(cloud, lin, 'branch') }
  const first = await cloud.get(openInvitation, input, newcomer)
  expect(first.invitation).toEqual({ by: '李**', discount: '9.8 折', validUntilOn: '2026-10-07', phoneTail: null })
  expect((await cloud.get(openInvitation, input, newcomer)).invitation).toEqual(first.invitation)
  const { invitations } = await mine()
  expect(invitations).toMatchObject([{ who: '一位微信朋友', state: 'opened' }])
  const books = await documentsOf(cloud, 'invitees')
  expect(books).toMatchObject([{ invitations: [{ channel: 'branch', referrerId: holderOf(li) }] }])
})

test('验证手机号后算数；优惠页和试算页写明谁邀请的', async () => {
  expect(await accept(cloud, newcomer, wang.phone)).toMatchObject({
    ok: true,
    data: { invitation: { phoneTail: '6666' } },
  })
  expect((await mine()).invitations).toMatchObject([{ who: '手机尾号 6666', state: 'accepted' }])
  expect((await cloud.get(openOffers, {}, newcomer)).invitation).toMatchObject({ by: '李**', phoneTail: '6666' })
  const quote = await cloud.get(
    quotePremium,
    { vehicleType: 'passenger-car', usageNature: 'family', drivingRegion: 'province', claimsLastYear: 0 },
    newcomer,
  )
  expect(quote.invitation).toMatchObject({ by: '李**', discount: '9.8 折' })
  expect(quote.statement.find(({ label }) => label === '客户')?.value).toBe('按新客户试算，由 李** 推荐')
  expect(quote.statement.some(({ label }) => label === '推荐再享折扣')).toBe(true)
})

test('出单：被推荐人的折扣写明推荐人，推荐人的奖励先保留', async () => {
  cloud.clock.set(onEighthDay + 2 * 3_600_000)
  await feed.tell(issued(wang, { branchCode: 'SF0102' }))
  const discount = (await documentsOf(cloud, 'benefits')).find(({ rule }) => rule === 'new-customer-discount')
  // 4,200.00 at 9.5 折, then 9.8 折.
  expect(discount).toMatchObject({ amountFen: 28_980 })
  expect(JSON.stringify(discount)).toContain('新客户，由 李** 推荐')
  expect(await rewardsIn(cloud)).toMatchObject([
    // Li's branch: a gift would be fetched there.
    { holderId: holderOf(li), branchCode: 'SF0101', amountFen: 10_000, waitsFor: 'hold' },
  ])
  expect(await rewardsIn(cloud)).toMatchObject([{ holdUntil: startOf(day('2026-09-15')) }])
  const view = await mine()
  expect(view.invitations).toMatchObject([{ who: '王**', state: 'issued' }])
  expect(view.rewards).toMatchObject([{ who: '王**', form: 'cash', amountFen: 10_000, dueOn: '2026-09-21' }])
  expect(view.rewards[0]?.next).toBe('9 月 15 日起审核，9 月 21 日前（含当日）到账；在此之前退保的，不再奖励。')
  expect(view.needsBankAccount).toBe(true)
  expect(JSON.stringify(view)).not.toContain(policyNumber)
})

test('选礼品，再改回现金；同样的选择再来一次，答案一样', async () => {
  const [reward] = (await mine()).rewards
  const choose = (form: 'cash' | 'gift', version: number) =>
    cloud.ask(chooseReward, { benefitId: reward?.benefitId ?? '', form, version }, lin)
  expect(await choose('gift', 1)).toMatchObject({
    ok: true,
    data: { reward: { form: 'gift', giftName: '车载应急启动电源', amountFen: 10_000, dueOn: '2026-09-21' } },
  })
  expect(await choose('gift', 1)).toMatchObject({ ok: true, data: { reward: { form: 'gift', version: 2 } } })
  expect(await choose('cash', 1)).toMatchObject({ ok: false, code: 'busy' })
  expect(await choose('cash', 2)).toMatchObject({ ok: true, data: { reward: { form: 'cash' } } })
})

test('同一事件再来、改过再来：奖励还是一笔', async () => {
  await feed.tell(issued(wang))
  await feed.tell(issued(wang, { event: 'claim-count', claimsLastYear: 2, sequence: 2 }))
  expect(await rewardsIn(cloud)).toHaveLength(1)
})

test('保留期过了才待审核：差一刻还不', async () => {
  cloud.clock.set(startOf(day('2026-09-15')) - 1_000)
  expect((await cloud.runTimer()).releasedHolds).toBe(0)
  cloud.clock.set(startOf(day('2026-09-15')))
  expect((await cloud.runTimer()).releasedHolds).toBe(1)
  expect(await rewardsIn(cloud)).toMatchObject([{ waitsFor: 'review', holdUntil: null, risk: { score: 0 } }])
  expect((await mine()).rewards[0]?.next).toBe('正在审核，通过后 9 月 21 日前（含当日）到账。')
  expect((await cloud.runTimer()).releasedHolds).toBe(0)
})

test('退保：没给的不再给，写明原因', async () => {
  await feed.tell(issued(wang, { event: 'cancelled', sequence: 3 }))
  const [reward] = (await mine()).rewards
  expect(reward).toMatchObject({ state: { kind: 'given', status: 'refused' } })
  expect(reward?.next).toBe('这笔奖励不再给付：被推荐人的保单已退保。')
  // The invitee's policy number is not the referrer's to know, by whatever way it is told.
  const told = [await mine(), await cloud.get(openOffers, {}, lin), await cloud.get(copyMyData, {}, lin)]
  expect(JSON.stringify(told)).not.toContain(policyNumber)
})
