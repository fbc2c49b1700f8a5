import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveBankAccount } from '#contract/bank-account'
import { acceptInvitation, chooseReward, makeReferralPoster, openInvitation, openReferral } from '#contract/referral'
import { day, startOf } from '#values/days'
import { inventedIdNumber, inventedVin } from '../../tools/policy-book/invented'
import { type CampaignCloud, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { bindBy, buttonCode, holderOf, li, liCar, type Someone, tellOfBoth, zhang } from './policy-book'
import { documentsOf, type PolicyFeed, policyFeed } from './policy-feed'
import { accept, codeOf, invite, issued, rewardsIn, wang, zhao } from './referral-book'

let cloud: CampaignCloud
let feed: PolicyFeed
const lin = person('lin')
const zhaos = person('zhaos')
const zhaoCar = { vin: inventedVin(50), plateNumber: '京A80050' }

beforeAll(async () => {
  cloud = await runningCampaign()
  feed = policyFeed(cloud)
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  // Zhao is a customer whom the core system told of.
  await feed.tell(
    issued(zhao, {
      policyNumber: 'PDZA202500000050',
      ...zhaoCar,
      issuedAt: '2025-12-01 10:00',
      coverStartsOn: '2025-12-02',
      coverEndsOn: '2026-12-01',
    }),
  )
  await bindBy(cloud, zhaos, zhao, { plate: zhaoCar.plateNumber })
})
afterAll(() => cloud.stop())

const decisionOn = async (policyNumber: string) =>
  (await rewardsIn(cloud)).find((reward) => reward.policyNumber === policyNumber)?.decision

describe('编号', () => {
  test.each(['', 'short', 'A'.repeat(17), '../../etc/passwd', "A'; drop table", '<script>AAAAAA'])(
    '不成样子的编号，读都不读：%s',
    async (code) => {
      const answer = await cloud.ask(openInvitation, { code }, person('forger'))
      expect(answer).toMatchObject({ ok: false, code: 'input-invalid', databaseOperations: 0 })
    },
  )

  test('逐个猜编号：10 次以后，真的编号也不再回答', async () => {
    const guesser = person('guesser')
    const real = await codeOf(cloud, lin)
    const codes = Array.from({ length: 12 }, (_, index) => `Guess${String(index).padStart(11, '0')}`)
    const answers = []
    for (const code of codes) answers.push(await cloud.ask(openInvitation, { code }, guesser))
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))
    expect(refusals).toEqual([...Array(10).fill('invitation-unknown'), 'too-many-tries', 'too-many-tries'])
    expect(await cloud.ask(openInvitation, { code: real }, guesser)).toMatchObject({ code: 'too-many-tries' })
    expect(await cloud.ask(openInvitation, { code: real }, person('honest'))).toMatchObject({ ok: true })
  })

  test('编号里没有谁的信息，也不是从谁的信息算出来的', async () => {
    const [stored] = (await documentsOf(cloud, 'referralCodes')).filter(({ referrerId }) => referrerId === holderOf(li))
    const code = String(stored?.code)
    for (const known of [holderOf(li), li.phone, li.idNumber]) expect(known).not.toContain(code.slice(0, 6))
    expect(`r=${code}`.length).toBeLessThanOrEqual(32)
  })

  test('推荐有礼和邀请里没有真名、手机号、证件号、openid', async () => {
    const answers = [
      await cloud.get(openReferral, {}, lin),
      await cloud.get(openInvitation, { code: await codeOf(cloud, lin) }, person('reader')),
    ]
    const text = JSON.stringify(answers)
    for (const clear of [li.name, li.phone, li.idNumber, holderOf(li), 'openid', 'phoneHash', 'addressHash'])
      expect(text).not.toContain(clear)
  })

  test('没有登录：都不回答', async () => {
    for (const [operation, input] of [
      [openReferral, {}],
      [makeReferralPoster, {}],
      [openInvitation, { code: 'A'.repeat(16) }],
      [acceptInvitation, { phone: { kind: 'wechat', code: 'x' } }],
      [chooseReward, { benefitId: 'x', form: 'cash', version: 1 }],
    ] as const) {
      expect(await cloud.ask(operation, input as never, null)).toMatchObject({ code: 'not-signed-in' })
    }
  })
})

describe('两部手机', () => {
  test('同一个微信同时打开两位老客户的邀请：只有一次算数', async () => {
    const both = person('both')
    const codes = [await codeOf(cloud, lin), await codeOf(cloud, zhaos)]
    const answers = await Promise.all(codes.map((code) => cloud.ask(openInvitation, { code }, both)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(['invitee-already-invited'])
  })

  test('同一个邀请在两部手机上同时打开：还是一次，答案相同', async () => {
    const twice = person('twice')
    const code = await codeOf(cloud, lin)
    const answers = await Promise.all([1, 2, 3].map(() => cloud.get(openInvitation, { code }, twice)))
    expect(new Set(answers.map(({ invitation }) => JSON.stringify(invitation))).size).toBe(1)
    const { account } = (await documentsOf(cloud, 'invitees')).at(-1) ?? {}
    const books = (await documentsOf(cloud, 'invitees')).filter((book) => book.account === account)
    expect(books).toMatchObject([{ invitations: [{}] }])
  })

  test('两个微信同时用同一个手机号接受两位的邀请：只有一个算数', async () => {
    const [one, other] = [person('one-phone-a'), person('one-phone-b')]
    await cloud.get(openInvitation, { code: await codeOf(cloud, lin) }, one)
    await cloud.get(openInvitation, { code: await codeOf(cloud, zhaos) }, other)
    const phone = '13611112222'
    const answers = await Promise.all([accept(cloud, one, phone), accept(cloud, other, phone)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(['invitee-already-invited'])
  })
})

describe('自己推荐自己，换什么都认得出', () => {
  const other = '13500009999'

  test('换一个手机和微信，投保人还是自己：同一证件', async () => {
    await invite(cloud, await codeOf(cloud, zhaos), person('zhao-second'), { ...zhao, phone: other })
    cloud.clock.set(onEighthDay + 2 * 3_600_000)
    const changes = { policyNumber: 'PDZA202600000051', vin: inventedVin(51), plateNumber: '京A80051' }
    await feed.tell(issued({ ...zhao, phone: other }, changes))
    expect(await decisionOn('PDZA202600000051')).toMatchObject({ why: '被推荐人和您是同一位投保人' })
    cloud.clock.set(onEighthDay)
  })

  test('家人投保同一辆车：同一辆车，被推荐人也没有另一项折扣', async () => {
    const family: Someone = { ...wang, phone: '13500008888' }
    await invite(cloud, await codeOf(cloud, zhaos), person('family'), family)
    cloud.clock.set(onEighthDay + 2 * 3_600_000)
    await feed.tell(issued(family, { policyNumber: 'PDZA202600000052', vin: zhaoCar.vin, plateNumber: '京A80050' }))
    expect(await decisionOn('PDZA202600000052')).toMatchObject({ why: expect.stringContaining('在您名下的车') })
    const discount = (await documentsOf(cloud, 'benefits')).find(
      ({ rule, policyNumber }) => rule === 'new-customer-discount' && policyNumber === 'PDZA202600000052',
    )
    expect(JSON.stringify(discount)).not.toContain('推荐再享折扣')
    cloud.clock.set(onEighthDay)
  })
})

describe('出单后才填同一个收款账户；风险只转人工', () => {
  const friend: Someone = { name: '周示例', idNumber: inventedIdNumber(77), phone: '13500007777' }
  const friends = person('friends')
  const card = { cardNumber: '6222020000000000000', bankName: '示范银行', consent: true } as const
  const policyNumber = 'PDZA202600000053'
  const car = { vin: inventedVin(53), plateNumber: '京A80053' }

  test('微信风险等级高的：奖励照样记下，写明原因，等人核查', async () => {
    const rank = { openid: friends.openid, rank: 4 }
    await fetch(`${cloud.url}/_/risk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(rank),
    })
    const code = await codeOf(cloud, lin)
    await cloud.get(openInvitation, { code }, friends)
    expect(await accept(cloud, friends, friend.phone)).toMatchObject({ ok: true })
    cloud.clock.set(onEighthDay + 2 * 3_600_000)
    await feed.tell(issued(friend, { policyNumber, ...car }))
    const reward = (await rewardsIn(cloud)).find((one) => one.policyNumber === policyNumber)
    expect(reward).toMatchObject({ status: { kind: 'pending' }, amountFen: 10_000 })
    expect(reward?.risk?.reasons).toContain('wechat-risk')
    expect(reward?.risk?.score).toBeGreaterThanOrEqual(60)
  })

  test('保留期里填了和推荐人同一张卡：保留期满时不给，写明原因', async () => {
    await cloud.get(saveBankAccount, card, lin)
    await bindBy(cloud, friends, friend, { plate: car.plateNumber })
    await cloud.get(saveBankAccount, card, friends)
    cloud.clock.set(startOf(day('2026-09-15')))
    await cloud.runTimer()
    expect(await decisionOn(policyNumber)).toMatchObject({ why: '被推荐人和您用的是同一个收款账户' })
    cloud.clock.set(onEighthDay)
  })
})

test('别人的手机号验证码不能替我接受', async () => {
  const mine = person('mine')
  await cloud.get(openInvitation, { code: await codeOf(cloud, lin) }, mine)
  const phone = { kind: 'sms' as const, phone: zhang.phone, code: '000000' }
  expect(await cloud.ask(acceptInvitation, { phone }, mine)).toMatchObject({ code: 'phone-code-invalid' })
  const used = await buttonCode(cloud, '13600003333')
  expect(await cloud.ask(acceptInvitation, { phone: { kind: 'wechat', code: used } }, mine)).toMatchObject({ ok: true })
  expect(await cloud.ask(acceptInvitation, { phone: { kind: 'wechat', code: used } }, person('thief'))).toMatchObject({
    ok: false,
  })
})
