import { afterAll, beforeAll, expect, test } from 'vitest'
import { findCustomers, listDeletions, proposeDeletion, readCustomer, unmaskField } from '#contract/customers'
import { accountOf } from '#store/accounts'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import {
  appoint,
  holderDocument,
  holderOf,
  insert,
  li,
  liCar,
  policyDocument,
  type Someone,
  tellOfBoth,
} from './policy-book'

let cloud: CampaignCloud
const why = '客户来电核对'
const roles = ['reviewer', 'finance', 'analyst'] as const
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  for (const role of roles) await appoint(cloud, { openid: person(role).openid, name: '演示', role })
  await appoint(cloud, { openid: person('own').openid, name: '演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: person('other').openid, name: '演示', role: 'branch', branchCode: 'SF0102' })
  await appoint(cloud, { openid: person('mechanic').openid, name: '演示', role: 'workshop', workshopId: 'demo-north' })
})
afterAll(() => cloud.stop())

const find = (who: string) => cloud.ask(findCustomers, { by: 'phone', phone: li.phone }, person(who))
const read = (who: string, customerId = holderOf(li)) => cloud.ask(readCustomer, { customerId }, person(who))
const clear = (who: string, field: 'phone' | 'id-number' | 'bank-card') =>
  cloud.ask(unmaskField, { customerId: holderOf(li), field, why }, person(who))

test.each(['customer', 'analyst', 'mechanic'])('%s 不能查客户、看客户、看完整信息', async (who) => {
  for (const answer of [await find(who), await read(who), await clear(who, 'phone')]) {
    expect(answer).toMatchObject({ ok: false, code: 'not-allowed' })
  }
})

test('别的网点的客户：查不到，猜到编号也看不到，也看不到完整信息', async () => {
  expect(await find('other')).toMatchObject({ ok: true, data: { customers: [] } })
  expect(await read('other')).toMatchObject({ code: 'customer-unknown' })
  expect(await clear('other', 'phone')).toMatchObject({ code: 'customer-unknown' })
})

test('经销商的号码下有很多客户：网点先得到自己的那一位，再说只列 20 位', async () => {
  const phone = '13900009999'
  const many = Array.from(
    { length: 25 },
    (_, n): Someone => ({ name: '经销', idNumber: `1101011990030${8000 + n}`, phone }),
  )
  // The one that is told of last.
  const [last, ...others] = many.sort((one, other) => holderOf(other).localeCompare(holderOf(one)))
  if (!last) throw new Error('there are many')
  await insert(cloud, 'holders', many.map(holderDocument))
  await insert(cloud, 'policies', [
    ...others.map((one, n) => policyDocument(one, liCar, { policyNumber: `PDDEALER${n}`, branchCode: 'SF0101' })),
    policyDocument(last, liCar, { policyNumber: 'PDDEALERX', branchCode: 'SF0102' }),
  ])
  const found = async (who: string) => (await cloud.get(findCustomers, { by: 'phone', phone }, person(who))).customers
  expect((await found('other')).map(({ customerId }) => customerId)).toEqual([holderOf(last)])
  expect(await found('reviewer')).toHaveLength(20)
})

test('没有保单的人，网点看不到', async () => {
  expect(await read('own', accountOf('openid-guest'))).toMatchObject({ code: 'customer-unknown' })
})

test.each([
  ['own', 'id-number', 'not-allowed'],
  ['own', 'bank-card', 'not-allowed'],
  ['reviewer', 'bank-card', 'not-allowed'],
  ['finance', 'id-number', 'not-allowed'],
  ['finance', 'bank-card', 'customer-unknown'],
] as const)('%s 看 %s：%s', async (who, field, code) => {
  expect(await clear(who, field)).toMatchObject({ ok: false, code })
})

test('不写原因看不到', async () => {
  const ask = { customerId: holderOf(li), field: 'phone', why: ' ' } as const
  expect(await cloud.ask(unmaskField, ask, person('reviewer'))).toMatchObject({ code: 'input-invalid' })
})

test('一天能查的次数有限，同时来也不多一次；换一个人不受影响，第二天再来', async () => {
  const answers = await Promise.all(Array.from({ length: 130 }, () => find('finance')))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(120)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'too-many-look-ups' })
  expect((await find('reviewer')).ok).toBe(true)
  cloud.clock.advance(86_400_000)
  expect((await find('finance')).ok).toBe(true)
})

test('删除申请只有管理员和审核能办', async () => {
  for (const who of ['own', 'finance', 'analyst', 'customer']) {
    expect(await cloud.ask(listDeletions, { done: false }, person(who))).toMatchObject({ code: 'not-allowed' })
    const input = { account: accountOf('openid-lin'), reason: '客户要求', requestKey: newNonce() }
    expect(await cloud.ask(proposeDeletion, input, person(who))).toMatchObject({ code: 'not-allowed' })
  }
})
