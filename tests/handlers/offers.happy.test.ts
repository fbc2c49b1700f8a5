import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindPolicy } from '#contract/binding'
import { openOffers } from '#contract/offers'
import { day } from '#values/days'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import {
  benefitDocument,
  buttonCode,
  insert,
  li,
  liCar,
  policyDocument,
  tellOfBoth,
  zhang,
  zhangCar,
} from './policy-book'
import { ledgerOf } from './prizes'

let cloud: CampaignCloud
const lin = person('lin')
beforeAll(async () => {
  cloud = await runningCampaign([], { instances: 1 })
  await tellOfBoth(cloud)
  const phone = { kind: 'wechat' as const, code: await buttonCode(cloud, li.phone) }
  await cloud.get(bindPolicy, { phone, proof: { kind: 'plate', value: liCar.plate } }, lin)
})
afterAll(() => cloud.stop())

test('没有绑定：看到每一项优惠、数字和限制，两次数据库操作', async () => {
  await cloud.get(openOffers, {}, person('visitor'))
  const answer = await cloud.ask(openOffers, {}, person('visitor'))
  if (!answer.ok) throw new Error(answer.code)
  expect(answer.databaseOperations).toBe(2)
  const { newCustomer, renewing, bound } = answer.data
  expect(bound).toBeNull()
  expect(newCustomer.map(({ rule, figure }) => [rule, figure])).toEqual([
    ['new-customer-discount', '9.5 折'],
    ['first-year-rebate', '5%'],
    ['service-pack', '¥600'],
  ])
  expect(renewing.map(({ rule, figure }) => [rule, figure])).toEqual([
    ['renewal-discount', '基准 9 折'],
    ['renewal-rebate', '最高 5%'],
    ['gift', '1 件礼品'],
  ])
  for (const offer of [...newCustomer, ...renewing]) expect(offer.limits.length).toBeGreaterThan(0)
})

test('老客户看到续保优惠：上期 ¥4,400.00、未出险，8.55 折、返还 4%、行车记录仪，八次数据库操作', async () => {
  // The first call of an instance also looks at the gifts' shelves.
  await cloud.get(openOffers, {}, lin)
  const answer = await cloud.ask(openOffers, {}, lin)
  if (!answer.ok) throw new Error(answer.code)
  expect(answer.databaseOperations).toBe(8)
  const { bound } = answer.data
  expect(bound).toMatchObject({ needsBankAccount: true, bankAccount: null })
  const [card] = bound?.vehicles ?? []
  expect(card).toMatchObject({ commercialPremiumFen: 440_000, compulsoryPremiumFen: 95_000, offers: [] })
  expect(card?.renewal).toMatchObject({
    fromOn: '2026-09-01',
    untilOn: '2026-10-31',
    premiumBeforeFen: 440_000,
    premiumAfterFen: 376_200,
  })
  expect(
    card?.renewal?.offers.map(({ rule, amountFen, state, giftName }) => [rule, amountFen, state.kind, giftName]),
  ).toEqual([
    ['renewal-discount', 63_800, 'foreseen', null],
    ['renewal-rebate', 17_600, 'foreseen', null],
    ['gift', 19_900, 'foreseen', '行车记录仪'],
  ])
  expect(card?.renewal?.offers.map(({ next }) => next)).toEqual([
    '续保出单时直接从保费中减去。',
    '续保出单后 15 个工作日内，打到您指定的收款账户。',
    '续保出单后 20 个工作日内备好，到网点领取；数量有限，送完为止。',
  ])
})

test('每个数字都有明细，部分相加等于结果', async () => {
  const { bound } = await cloud.get(openOffers, {}, lin)
  for (const { statement, amountFen } of bound?.vehicles[0]?.renewal?.offers ?? []) {
    const parts = statement.filter(({ kind }) => kind === 'part')
    expect(parts.reduce((sum, line) => sum + (line.amountFen ?? 0), 0)).toBe(amountFen)
  }
})

test('首年返还没有按时续保：定时任务使它过期一次，写明谁、何时、为何，客户看得到；没到期的、迟报期内的、续保已到还没定下的不动', async () => {
  const promised = (policyNumber: string, expiresOn: string) =>
    benefitDocument('first-year-rebate', policyDocument(li, liCar, { policyNumber }), { expiresOn: day(expiresOn) })
  const own = policyDocument(li, liCar).policyNumber
  const [lapsing, waiting] = [promised(own, '2026-09-04'), promised('PDZA2025LATE', '2026-09-05')]
  const renewed = promised('PDZA2025RENEWED', '2026-09-04')
  const renewal = policyDocument(zhang, zhangCar, {
    policyNumber: 'PDZA2026RENEWAL',
    previousPolicyNumber: renewed.policyNumber,
    coverStartsOn: day('2026-09-04'),
  })
  await insert(cloud, 'benefits', [lapsing, waiting, renewed])
  await insert(cloud, 'policies', [renewal])
  expect((await cloud.runTimer()).lapsedPromises).toBe(1)
  expect((await cloud.runTimer()).lapsedPromises).toBe(0)
  const why = '没有最迟 2026 年 9 月 4 日起保的续保保单'
  expect(await ledgerOf(cloud, lapsing._id)).toMatchObject({
    status: { kind: 'expired', at: expect.any(Number), by: 'system', why },
    waitsFor: null,
    version: 2,
  })
  for (const { _id } of [waiting, renewed]) expect((await ledgerOf(cloud, _id)).status.kind).toBe('pending')
  expect(cloud.logs({ function: 'scheduled', limit: 1 })[0]?.complaints.join()).toContain('renewed in time')
  const { bound } = await cloud.get(openOffers, {}, lin)
  const shown = bound?.vehicles.flatMap(({ offers }) => offers).find(({ benefitId }) => benefitId === lapsing._id)
  expect(shown?.next).toBe(`这项优惠已经过期：${why}。`)
})

test('日期都写明含当日；礼包过了最后一天，说已过，不再说可以使用', async () => {
  const packUntil = (policyNumber: string, expiresOn: string) =>
    benefitDocument('service-pack', policyDocument(li, liCar, { policyNumber }), {
      status: { kind: 'approved', at: 0, by: 'system', why: '保单起保即可使用' },
      expiresOn: day(expiresOn),
    })
  const rebate = benefitDocument('renewal-rebate', policyDocument(li, liCar), { dueOn: day('2026-09-21') })
  const packs = [packUntil('PDZA2025PACK1', '2026-09-08'), packUntil('PDZA2025PACK2', '2026-09-07')]
  await insert(cloud, 'benefits', [rebate, ...packs])
  const { bound } = await cloud.get(openOffers, {}, lin)
  const shown = bound?.vehicles.flatMap(({ offers }) => offers) ?? []
  expect([rebate, ...packs].map(({ _id }) => shown.find(({ benefitId }) => benefitId === _id)?.next)).toEqual([
    '审核后在 9 月 21 日前（含当日）付到您的收款账户。',
    '2026 年 9 月 8 日前（含当日）可以使用。',
    '有效期已过，最后一天是 2026 年 9 月 7 日。',
  ])
})
