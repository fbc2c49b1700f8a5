import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindPolicy, sendBindingCode, unbindPolicy } from '#contract/binding'
import { openOffers } from '#contract/offers'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import { buttonCode, lastSixOf, lastSms, li, liCar, storedIn, tellOfBoth, zhang } from './policy-book'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
})
afterAll(() => cloud.stop())

const byButton = async (phone: string) => ({ kind: 'wechat' as const, code: await buttonCode(cloud, phone) })
const plateOfLi = { kind: 'plate' as const, value: liCar.plate }

test('微信手机号加车牌号：绑定后看到自己的车', async () => {
  const lin = person('lin')
  expect((await cloud.get(openOffers, {}, lin)).bound).toBeNull()
  expect(await cloud.get(bindPolicy, { phone: await byButton(li.phone), proof: plateOfLi }, lin)).toEqual({
    vehicles: 1,
  })
  const { bound } = await cloud.get(openOffers, {}, lin)
  expect(bound).toMatchObject({
    holderName: '李**',
    phone: '138****1234',
    vehicles: [{ plate: '京A·8***1', policyState: 'in-force', coverEndsOn: '2026-09-30' }],
  })
})

test('短信验证码加证件号后 6 位：小写 x 也认，码只能用一次', async () => {
  const wang = person('wang')
  const sent = await cloud.get(sendBindingCode, { phone: zhang.phone }, wang)
  expect(sent.nextCodeAt - sent.now).toBe(60_000)
  expect(sent.validUntilAt - sent.now).toBe(300_000)
  const phone = { kind: 'sms' as const, phone: zhang.phone, code: lastSms(cloud, zhang.phone) }
  const proof = { kind: 'id-tail' as const, value: lastSixOf(zhang).toLowerCase() }
  expect(await cloud.get(bindPolicy, { phone, proof }, wang)).toEqual({ vehicles: 1 })
  expect(await cloud.ask(bindPolicy, { phone, proof }, wang)).toMatchObject({ ok: false, code: 'phone-code-invalid' })
})

test('同一微信再绑定同一位投保人：还是绑定着，不占第二个名额', async () => {
  const lin = person('lin')
  expect(await cloud.get(bindPolicy, { phone: await byButton(li.phone), proof: plateOfLi }, lin)).toEqual({
    vehicles: 1,
  })
  expect((await storedIn(cloud, 'bindings')).filter((one) => one.includes('.1"'))).toHaveLength(2)
})

test('解除绑定后看不到车，可以再绑定', async () => {
  const zhao = person('zhao')
  await cloud.get(bindPolicy, { phone: await byButton(li.phone), proof: plateOfLi }, zhao)
  await cloud.get(unbindPolicy, {}, zhao)
  expect((await cloud.get(openOffers, {}, zhao)).bound).toBeNull()
  expect(await cloud.ask(unbindPolicy, {}, zhao)).toMatchObject({ ok: false, code: 'not-bound' })
  await cloud.get(bindPolicy, { phone: await byButton(li.phone), proof: plateOfLi }, zhao)
  await cloud.get(unbindPolicy, {}, zhao)
})

test('输对的不算猜：绑定又解除十次，不会被锁', async () => {
  const sun = person('sun')
  for (let round = 0; round < 10; round += 1) {
    await cloud.get(bindPolicy, { phone: await byButton(li.phone), proof: plateOfLi }, sun)
    await cloud.get(unbindPolicy, {}, sun)
  }
})
