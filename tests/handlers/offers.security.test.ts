import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffers } from '#contract/offers'
import { day, startOf } from '#values/days'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import {
  benefitDocument,
  bindBy,
  holderDocument,
  holderOf,
  insert,
  li,
  liCar,
  policyDocument,
  tellOfBoth,
  vehicleDocument,
  zhang,
  zhangCar,
} from './policy-book'

let cloud: CampaignCloud
const lin = person('lin')
const wang = person('wang')
/** Li sold this one; Zhang insured it later, under another plate. */
const soldCar = { vin: 'LDEMO0000000000D4', plate: '京D50005' }

beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  const before = policyDocument(li, soldCar, {
    policyNumber: 'PDZA2024SOLD0001',
    coverStartsOn: day('2024-05-01'),
    coverEndsOn: day('2025-04-30'),
    issuedAt: startOf(day('2024-04-20')),
  })
  const after = policyDocument(zhang, soldCar, { policyNumber: 'PDZA2025SOLD0002' })
  await insert(cloud, 'vehicles', [vehicleDocument(soldCar)])
  await insert(cloud, 'policies', [before, after])
  await insert(cloud, 'benefits', [benefitDocument('renewal-rebate', after)])
  await bindBy(cloud, lin, li, liCar)
  await bindBy(cloud, wang, zhang, zhangCar)
})
afterAll(() => cloud.stop())

test('只看到自己的车和优惠：别人的一辆都没有', async () => {
  const mine = (await cloud.get(openOffers, {}, lin)).bound
  expect(mine?.vehicles.map(({ plate }) => plate)).toEqual(['京A·8***1'])
  const theirs = (await cloud.get(openOffers, {}, wang)).bound
  expect(theirs?.vehicles.map(({ plate }) => plate).sort()).toEqual(['京B·7***2', '京D·5***5'])
})

test('卖掉的车归新的投保人：原来的投保人看不到它现在的车牌和优惠', async () => {
  const text = JSON.stringify(await cloud.get(openOffers, {}, lin))
  for (const others of ['京D', 'SOLD', '京B', '张**']) expect(text).not.toContain(others)
})

test('回答里没有姓名、手机号、证件号、车牌、车架号、openid', async () => {
  const text = JSON.stringify([await cloud.get(openOffers, {}, lin), await cloud.get(openOffers, {}, wang)])
  for (const { name, idNumber, phone } of [li, zhang]) {
    for (const clear of [name, idNumber, idNumber.slice(-6), phone]) expect(text).not.toContain(clear)
  }
  for (const { vin, plate } of [liCar, zhangCar, soldCar])
    for (const clear of [vin, plate]) expect(text).not.toContain(clear)
  for (const inner of ['openid', 'sealed', 'idTailHash', 'phoneHash', 'plateHash', holderOf(li)])
    expect(text).not.toContain(inner)
})

test('输入里夹带投保人编号不被理会', async () => {
  const input = { holderId: holderOf(zhang), openid: wang.openid }
  const { result } = await cloud.call('customer', { operation: openOffers.name, input }, lin)
  expect(JSON.stringify(result)).not.toContain('京B')
})

test('没有登录：不回答', async () => {
  expect(await cloud.ask(openOffers, {}, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
})

test('保存的投保人和车辆资料里没有明文', async () => {
  const text = JSON.stringify([holderDocument(li), vehicleDocument(liCar)])
  for (const clear of [li.name, li.idNumber, li.phone, liCar.plate, liCar.vin]) expect(text).not.toContain(clear)
})
