import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindPolicy, sendBindingCode } from '#contract/binding'
import { DAY_MS } from '#values/days'
import { type CampaignCloud, type Person, person, runningCampaign, startCampaignCloud } from './campaign-cloud'
import { bindBy, buttonCode, lastSixOf, lastSms, li, liCar, tellOfBoth, zhang, zhangCar } from './policy-book'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
})
afterAll(() => cloud.stop())

const byButton = async (phone: string) => ({ kind: 'wechat' as const, code: await buttonCode(cloud, phone) })
const plate = (value: string) => ({ kind: 'plate' as const, value })
const idTail = (value: string) => ({ kind: 'id-tail' as const, value })
const bind = async (who: Person, phone: string, proof: ReturnType<typeof plate> | ReturnType<typeof idTail>) =>
  cloud.ask(bindPolicy, { phone: await byButton(phone), proof }, who)

test('活动没有发布', async () => {
  const empty = await startCampaignCloud()
  const phone = { kind: 'wechat' as const, code: 'x' }
  expect(await empty.ask(bindPolicy, { phone, proof: plate(liCar.plate) }, person('lin'))).toMatchObject({
    code: 'campaign-not-published',
  })
  await empty.stop()
})

test.each([
  ['手机号没有保单', '13800009999', plate(liCar.plate)],
  ['车牌号不对', li.phone, plate('京A80009')],
  ['车牌号是别人的', li.phone, plate(zhangCar.plate)],
  ['证件号后 6 位不对', li.phone, idTail('000000')],
  ['证件号后 6 位是别人的', li.phone, idTail(lastSixOf(zhang))],
])('%s：同一句话', async (name, phone, proof) => {
  expect(await bind(person(name), phone, proof)).toMatchObject({
    ok: false,
    code: 'binding-no-match',
    message: '没有找到与您填写的信息相符的保单，请核对手机号、证件号后 6 位或车牌号。',
  })
})

test('微信手机号的凭证：乱写的、用过的、5 分钟以前的都不认', async () => {
  const who = person('codes')
  const ask = (code: string) =>
    cloud.ask(bindPolicy, { phone: { kind: 'wechat', code }, proof: plate('京A80009') }, who)
  expect(await ask('made-up')).toMatchObject({ code: 'phone-code-invalid' })
  const used = await buttonCode(cloud, li.phone)
  expect(await ask(used)).toMatchObject({ code: 'binding-no-match' })
  expect(await ask(used)).toMatchObject({ code: 'phone-code-invalid' })
  const old = await buttonCode(cloud, li.phone)
  cloud.clock.advance(5 * 60_000 + 1000)
  expect(await ask(old)).toMatchObject({ code: 'phone-code-invalid' })
})

test('短信验证码：60 秒内不重发；重发后只认新的；5 分钟后过期', async () => {
  const who = person('sms')
  const phone = '13800002222'
  const send = () => cloud.ask(sendBindingCode, { phone }, who)
  const ask = (code: string) =>
    cloud.ask(bindPolicy, { phone: { kind: 'sms', phone, code }, proof: plate(liCar.plate) }, who)
  expect(await send()).toMatchObject({ ok: true })
  const first = lastSms(cloud, phone)
  expect(await send()).toMatchObject({ ok: false, code: 'too-many-codes' })
  cloud.clock.advance(60_000)
  expect(await send()).toMatchObject({ ok: true })
  const second = lastSms(cloud, phone)
  if (first !== second) expect(await ask(first)).toMatchObject({ code: 'phone-code-invalid' })
  cloud.clock.advance(5 * 60_000)
  expect(await ask(second)).toMatchObject({ code: 'phone-code-invalid' })
})

test('同一手机号一天最多 5 条短信', async () => {
  const answers = []
  for (let index = 0; index < 6; index += 1) {
    answers.push(await cloud.ask(sendBindingCode, { phone: '13800003333' }, person(`sender-${index}`)))
    cloud.clock.advance(61_000)
  }
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false])
})

test('核对错 5 次：24 小时内锁定，填对了也不行；之后可以', async () => {
  const who = person('locked')
  for (let index = 0; index < 5; index += 1) {
    expect(await bind(who, `1390000000${index}`, plate(liCar.plate))).toMatchObject({ code: 'binding-no-match' })
  }
  expect(await bind(who, li.phone, plate(liCar.plate))).toMatchObject({ ok: false, code: 'binding-locked' })
  cloud.clock.advance(DAY_MS)
  expect(await bind(who, li.phone, plate(liCar.plate))).toMatchObject({ ok: true })
})

test('已经绑定的微信不能再绑定另一位投保人', async () => {
  const who = person('one-holder')
  await bindBy(cloud, who, li, liCar)
  expect(await bind(who, zhang.phone, plate(zhangCar.plate))).toMatchObject({ code: 'binding-other-customer' })
})

test('一位投保人最多绑定 3 个微信', async () => {
  for (const name of ['family-1', 'family-2', 'family-3']) await bindBy(cloud, person(name), zhang, zhangCar)
  expect(await bind(person('family-4'), zhang.phone, plate(zhangCar.plate))).toMatchObject({ code: 'binding-full' })
})
