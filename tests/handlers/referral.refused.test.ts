import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventMessage } from '#contract/policy-columns'
import { acceptInvitation, chooseReward, makeReferralPoster, openInvitation, openReferral } from '#contract/referral'
import { outwardIdOf } from '#store/secrets'
import { day, endOf, startOf } from '#values/days'
import { inventedIdNumber, inventedName, inventedPhone, inventedVin } from '../../tools/policy-book/invented'
import { beforeStart, type CampaignCloud, onEighthDay, person, runningCampaign } from './campaign-cloud'
import {
  benefitDocument,
  bindBy,
  change,
  insert,
  li,
  liCar,
  policyDocument,
  type Someone,
  tellOfBoth,
  zhang,
  zhangCar,
} from './policy-book'
import { type PolicyFeed, policyFeed } from './policy-feed'
import { accept, codeOf, invite, issued, rewardsIn, wang } from './referral-book'

let cloud: CampaignCloud
let feed: PolicyFeed
let code: string
const lin = person('lin')
const zhangs = person('zhangs')
const liPolicyNumber = policyDocument(li, liCar).policyNumber
/** Plainly invented, each with an ID number whose check character is right. */
const newcomers: Someone[] = [0, 1, 2].map((ordinal) => ({
  name: inventedName(ordinal),
  idNumber: inventedIdNumber(ordinal),
  phone: inventedPhone(ordinal),
}))

beforeAll(async () => {
  cloud = await runningCampaign([
    [['referralReward', 'invitationsPerReferrerPerDay'], 3],
    [['referralReward', 'rewardsPerReferrer'], 2],
  ])
  feed = policyFeed(cloud)
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await bindBy(cloud, zhangs, zhang, zhangCar)
  code = await codeOf(cloud, lin)
})
afterAll(() => cloud.stop())

const open = (name: string, of = code) => cloud.ask(openInvitation, { code: of }, person(name))

describe('打开邀请，写明原因', () => {
  test.each([
    ['没有这个编号', 'guest', 'AAAAAAAAAAAAAAAA', 'invitation-unknown'],
    ['自己的', 'lin', null, 'invitation-own'],
    ['已经是客户', 'zhangs', null, 'invitee-is-customer'],
  ])('%s', async (_name, who, of, refusal) => {
    expect(await open(who, of ?? code)).toMatchObject({ ok: false, code: refusal })
  })

  test('自己的另一个微信，绑定了同一位投保人', async () => {
    await bindBy(cloud, person('lin-second'), li, liCar)
    expect(await open('lin-second')).toMatchObject({ code: 'invitation-same-person' })
  })

  test('已经被别人邀请，还有效', async () => {
    await cloud.get(openInvitation, { code: await codeOf(cloud, zhangs) }, person('taken'))
    expect(await open('taken')).toMatchObject({ code: 'invitee-already-invited' })
  })

  test('活动开始前、结束后：页面写明，邀请不能打开，海报不能做', async () => {
    cloud.clock.set(beforeStart)
    expect(await open('early')).toMatchObject({ code: 'campaign-not-started' })
    expect((await cloud.get(openReferral, {}, lin)).standing).toMatchObject({
      why: 'not-started',
      advice: '9 月 1 日起可以推荐。',
    })
    expect(await cloud.ask(makeReferralPoster, {}, lin)).toMatchObject({ code: 'campaign-not-started' })
    cloud.clock.set(endOf(day('2026-10-31')))
    expect(await open('late')).toMatchObject({ code: 'campaign-over' })
    expect(await cloud.ask(acceptInvitation, { phone: { kind: 'wechat', code: 'x' } }, person('late'))).toMatchObject({
      code: 'campaign-over',
    })
    expect((await cloud.get(openReferral, {}, lin)).standing).toMatchObject({ kind: 'may-not', why: 'over' })
    cloud.clock.set(onEighthDay)
  })

  test('推荐人的保单退了', async () => {
    await change(cloud, 'policies', liPolicyNumber, { state: 'cancelled' })
    expect(await open('sorry')).toMatchObject({ code: 'referrer-may-not' })
    expect((await cloud.get(openReferral, {}, lin)).standing).toMatchObject({ why: 'no-policy-in-force' })
    expect(await cloud.ask(makeReferralPoster, {}, lin)).toMatchObject({ code: 'referrer-may-not' })
    await change(cloud, 'policies', liPolicyNumber, { state: 'in-force' })
  })

  test('推荐人今天的邀请满了；明天又可以。同时来的也只有 3 位', async () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six']
    const answers = await Promise.all(names.map((name) => open(name)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(Array(3).fill('too-many-invitations'))
    cloud.clock.set(onEighthDay + 86_400_000)
    expect(await open('six')).toMatchObject({ ok: true })
    cloud.clock.set(onEighthDay)
  })
})

describe('接受邀请，写明原因', () => {
  const guest = person('accepting')
  beforeAll(async () => {
    cloud.clock.set(startOf(day('2026-09-12')))
    await cloud.get(openInvitation, { code }, guest)
  })

  test('没有打开过', async () => {
    expect(await accept(cloud, person('nobody'), '13900001111')).toMatchObject({ code: 'invitation-expired' })
  })
  test('验证码不对', async () => {
    const phone = { kind: 'wechat' as const, code: 'made-up' }
    expect(await cloud.ask(acceptInvitation, { phone }, guest)).toMatchObject({ code: 'phone-code-invalid' })
  })
  test('推荐人的手机号：用别的手机自己推荐自己', async () => {
    expect(await accept(cloud, guest, li.phone)).toMatchObject({ code: 'invitation-same-phone' })
  })
  test('老客户的手机号', async () => {
    expect(await accept(cloud, guest, zhang.phone)).toMatchObject({ code: 'invitee-is-customer' })
  })
  test('过期了', async () => {
    cloud.clock.set(startOf(day('2026-10-12')))
    expect(await accept(cloud, guest, wang.phone)).toMatchObject({ code: 'invitation-expired' })
    expect((await cloud.get(openReferral, {}, lin)).invitations.some(({ state }) => state === 'expired')).toBe(true)
    cloud.clock.set(startOf(day('2026-09-12')) + 3_600_000)
    expect(await accept(cloud, guest, wang.phone)).toMatchObject({ ok: true })
  })
})

describe('出单以后', () => {
  const reasonOf = async (policyNumber: string) =>
    (await rewardsIn(cloud)).find((reward) => reward.policyNumber === policyNumber)?.decision
  const newPolicy = (holder: Someone, ordinal: number, changes: EventMessage = {}) =>
    issued(holder, {
      policyNumber: `PDZA20260000020${ordinal}`,
      vin: inventedVin(ordinal),
      plateNumber: `京A8020${ordinal}`,
      issuedAt: '2026-09-20 11:00',
      ...changes,
    })

  test('邀请过的第 1、2 位有奖励，第 3 位写明次数已满；满了以后邀请不能再打开', async () => {
    cloud.clock.set(startOf(day('2026-09-19')))
    for (const [ordinal, holder] of newcomers.entries()) await invite(cloud, code, person(`new-${ordinal}`), holder)
    cloud.clock.set(startOf(day('2026-09-20')) + 12 * 3_600_000)
    for (const [ordinal, holder] of newcomers.entries()) await feed.tell(newPolicy(holder, ordinal))
    expect(await reasonOf('PDZA202600000200')).toMatchObject({ kind: 'granted' })
    expect(await reasonOf('PDZA202600000201')).toMatchObject({ kind: 'granted' })
    expect(await reasonOf('PDZA202600000202')).toEqual({
      kind: 'not-granted',
      why: '每位推荐人最多奖励 2 次，您已有 2 次',
    })
    const { invitations } = await cloud.get(openReferral, {}, lin)
    expect(invitations.find(({ state }) => state === 'not-counted')?.next).toBe(
      '每位推荐人最多奖励 2 次，您已有 2 次。',
    )
    cloud.clock.set(startOf(day('2026-09-21')))
    expect(await open('too-late')).toMatchObject({ code: 'referrer-has-all' })
  })

  test('一笔退保收回后，超过次数的那一笔再定时可以给', async () => {
    const [first, , third] = newcomers
    if (!first || !third) throw new Error('three came')
    await feed.tell(newPolicy(first, 0, { event: 'cancelled', sequence: 2 }))
    await feed.tell(newPolicy(third, 2, { event: 'claim-count', sequence: 2 }))
    expect(await reasonOf('PDZA202600000202')).toMatchObject({ kind: 'granted' })
  })
})

describe('奖励', () => {
  test('别人的奖励、别的权益、没有的：都一样，没有找到', async () => {
    const rebate = benefitDocument('renewal-rebate', policyDocument(li, liCar))
    await insert(cloud, 'benefits', [rebate])
    const [reward] = await rewardsIn(cloud)
    for (const [benefitId, who] of [
      [outwardIdOf(reward?._id ?? ''), zhangs],
      [reward?._id ?? '', lin],
      [rebate._id, lin],
      ['none', lin],
    ] as const) {
      const input = { benefitId, form: 'gift' as const, version: 1 }
      expect(await cloud.ask(chooseReward, input, who)).toMatchObject({ code: 'reward-unknown' })
    }
    const input = { benefitId: outwardIdOf(reward?._id ?? ''), form: 'gift' as const, version: 1 }
    expect(await cloud.ask(chooseReward, input, person('nobody'))).toMatchObject({ code: 'not-bound' })
  })
})
