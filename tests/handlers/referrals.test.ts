import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '#contract/operation'
import { openInvitation } from '#contract/referral'
import { listReferrals } from '#contract/referrals'
import { type CampaignCloud, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { appoint, bindBy, li, liCar, tellOfBoth } from './policy-book'
import { policyFeed } from './policy-feed'
import { codeOf, invite, issued, wang } from './referral-book'

let cloud: CampaignCloud
const lin = person('lin')
const [reviewer, own, other] = [person('reviewer'), person('own-branch'), person('other-branch')]

beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await appoint(cloud, { openid: reviewer.openid, name: '审核演示', role: 'reviewer' })
  await appoint(cloud, { openid: own.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: other.openid, name: '网点演示二', role: 'branch', branchCode: 'SF0102' })
  const code = await codeOf(cloud, lin, 'branch')
  await invite(cloud, code, person('newcomer'), wang)
  await cloud.get(openInvitation, { code }, person('looking'))
  cloud.clock.set(onEighthDay + 2 * 3_600_000)
  await policyFeed(cloud).tell(issued(wang))
})
afterAll(() => cloud.stop())

test('推荐人和他推荐的客户，一级：状态、奖励、风险，姓名遮住', async () => {
  const { items } = await cloud.get(listReferrals, { cursor: null }, reviewer)
  expect(items).toMatchObject([{ who: '李**', channelName: expect.any(String) }])
  expect(items[0]?.invitees.map(({ who, state }) => [who, state]).sort()).toEqual([
    ['一位微信朋友', 'opened'],
    ['王**', 'issued'],
  ])
  const reward = items[0]?.invitees.find(({ reward }) => reward !== null)?.reward
  expect(reward).toMatchObject({ status: 'pending', notGiven: null, amountFen: 10_000, risk: { needsLook: false } })
  for (const clear of [li.name, li.phone, wang.name, wang.phone, 'openid']) {
    expect(JSON.stringify(items)).not.toContain(clear)
  }
})

test('网点只看到本网点的推荐人；不是工作人员的看不到', async () => {
  expect((await cloud.get(listReferrals, { cursor: null }, own)).items).toHaveLength(1)
  expect((await cloud.get(listReferrals, { cursor: null }, other)).items).toHaveLength(0)
  expect(await cloud.ask(listReferrals, { cursor: null }, lin)).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await cloud.ask(listReferrals, { cursor: null }, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
})

test('筛选只留符合的被推荐人，没有符合的推荐人不列：走到哪一步、网点、打开的日子、原因、需核查', async () => {
  const invited = async (filter: InputOf<typeof listReferrals>['filter'], who = reviewer) => {
    const { items } = await cloud.get(listReferrals, { filter, cursor: null }, who)
    return items.map(({ invitees }) => invitees.map(({ state }) => state))
  }
  expect(await invited({ state: 'issued' })).toEqual([['issued']])
  expect(await invited({ state: 'expired' })).toEqual([])
  expect(await invited({ branchCode: 'SF0101', untilOn: '2026-09-08' })).toEqual([['opened', 'issued']])
  expect(await invited({ branchCode: 'SF0102' })).toEqual([])
  expect(await invited({ branchCode: 'SF0101' }, other)).toEqual([])
  expect(await invited({ fromOn: '2026-09-09' })).toEqual([])
  expect(await invited({ risky: true })).toEqual([])
  expect(await invited({ reason: '没有这样的原因' })).toEqual([])
  const { branches } = await cloud.get(listReferrals, { cursor: null }, own)
  expect(branches.map(({ branchCode }) => branchCode)).toEqual(['SF0101'])
})
