import { afterAll, beforeAll, expect, test } from 'vitest'
import { bindPolicy, sendBindingCode } from '#contract/binding'
import { openOffers } from '#contract/offers'
import { DAY_MS } from '#values/days'
import { inFlight } from '../../tools/in-flight'
import { type CampaignCloud, type Person, person, runningCampaign } from './campaign-cloud'
import {
  buttonCode,
  holderDocument,
  insert,
  lastSixOf,
  lastSms,
  li,
  liCar,
  policyDocument,
  storedIn,
  tellOfBoth,
  vehicleDocument,
  zhang,
  zhangCar,
} from './policy-book'

let cloud: CampaignCloud
const wu = { name: '吴演示', idNumber: '110101197707079999', phone: '13800007777' }
const wuCar = { vin: 'LDEMO0000000000C3', plate: '京C60003' }
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await insert(cloud, 'holders', [holderDocument(wu)])
  await insert(cloud, 'vehicles', [vehicleDocument(wuCar)])
  await insert(cloud, 'policies', [policyDocument(wu, wuCar)])
})
afterAll(() => cloud.stop())

type Proof = { kind: 'plate' | 'id-tail'; value: string }
const guess = async (who: Person, phone: string, proof: Proof) => {
  const code = await buttonCode(cloud, phone)
  return cloud.ask(bindPolicy, { phone: { kind: 'wechat', code }, proof }, who)
}

test.each([
  [
    '车牌',
    { kind: 'plate', value: '京A89999' },
    { kind: 'plate', value: liCar.plate },
    { kind: 'plate', value: zhangCar.plate },
  ],
  [
    '证件号后 6 位',
    { kind: 'id-tail', value: '999999' },
    { kind: 'id-tail', value: lastSixOf(li) },
    { kind: 'id-tail', value: lastSixOf(zhang) },
  ],
] as const)(
  '猜%s：没有的、别人的、手机号没有保单的，同样的回答、同样的数据库操作',
  async (name, none, ofLi, ofZhang) => {
    // Twice each: the limits' windows are open then, and the terms in every instance's memory.
    const cases: [string, string, Proof][] = [
      ['unknown phone, nobody’s', '13700000001', none],
      ['unknown phone, somebody’s', '13700000002', ofLi],
      ['known phone, nobody’s', li.phone, none],
      ['known phone, another’s', li.phone, ofZhang],
    ]
    const seen = []
    for (const [index, [, phone, proof]] of cases.entries()) {
      const who = { ...person(`probe-${name}-${index}`), clientIp: `10.0.${index}.${name.length}` }
      await guess(who, phone, proof)
      const answer = await guess(who, phone, proof)
      if (answer.ok) throw new Error('a guess was right')
      seen.push({ code: answer.code, databaseOperations: answer.databaseOperations })
    }
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(seen[0]?.code).toBe('binding-no-match')
    cloud.clock.advance(DAY_MS)
  },
)

test('拿自己的手机号绑定别人的车：不行，也看不到别人的车', async () => {
  const mallory = person('mallory')
  expect(await guess(mallory, zhang.phone, { kind: 'plate', value: liCar.plate })).toMatchObject({
    code: 'binding-no-match',
  })
  expect((await cloud.get(openOffers, {}, mallory)).bound).toBeNull()
})

test('别人收到的验证码用不了：码只对要它的微信有效', async () => {
  await cloud.get(sendBindingCode, { phone: wu.phone }, person('lin'))
  const phone = { kind: 'sms' as const, phone: wu.phone, code: lastSms(cloud, wu.phone) }
  const proof = { kind: 'plate' as const, value: wuCar.plate }
  expect(await cloud.ask(bindPolicy, { phone, proof }, person('thief'))).toMatchObject({ code: 'phone-code-invalid' })
  expect(await cloud.ask(bindPolicy, { phone, proof }, person('lin'))).toMatchObject({ ok: true })
})

test('同时猜 20 个短信验证码：只看前 5 个，之后填对也不认', async () => {
  const who = person('sms-guesser')
  const phone = '13800004444'
  await cloud.get(sendBindingCode, { phone }, who)
  const right = lastSms(cloud, phone)
  const ask = (code: string) =>
    cloud.ask(bindPolicy, { phone: { kind: 'sms', phone, code }, proof: { kind: 'plate', value: liCar.plate } }, who)
  const wrong = Array.from({ length: 20 }, (_, index) => String(100_000 + index)).filter((code) => code !== right)
  await Promise.all(wrong.map(ask))
  expect(await ask(right)).toMatchObject({ code: 'phone-code-invalid' })
  const stored = (await storedIn(cloud, 'smsCodes')).map((one) => JSON.parse(one) as { guesses: number })
  expect(Math.max(...stored.map(({ guesses }) => guesses))).toBe(5)
})

test('同一个人同时核对 20 次：恰好 5 次，其余锁定', async () => {
  const who = person('hurried')
  const codes = await Promise.all(Array.from({ length: 20 }, (_, index) => buttonCode(cloud, `139000010${10 + index}`)))
  const answers = await Promise.all(
    codes.map((code) =>
      cloud.ask(bindPolicy, { phone: { kind: 'wechat', code }, proof: { kind: 'plate', value: liCar.plate } }, who),
    ),
  )
  const codesOf = answers.map((answer) => (answer.ok ? 'ok' : answer.code))
  expect(codesOf.filter((code) => code === 'binding-no-match')).toHaveLength(5)
  expect(codesOf.filter((code) => code === 'binding-locked')).toHaveLength(15)
})

test('换微信猜同一位投保人：5 次后锁定这位投保人的手机号，不影响别人', async () => {
  for (let index = 0; index < 5; index += 1) {
    const proof = { kind: 'id-tail' as const, value: `00000${index}` }
    expect(await guess(person(`many-${index}`), wu.phone, proof)).toMatchObject({ code: 'binding-no-match' })
  }
  const right = { kind: 'id-tail' as const, value: lastSixOf(wu) }
  expect(await guess(person('many-5'), wu.phone, right)).toMatchObject({ code: 'binding-locked' })
  expect(await guess(person('innocent'), li.phone, { kind: 'id-tail', value: lastSixOf(li) })).toMatchObject({
    ok: true,
  })
})

test('同一网络地址 24 小时内最多 60 次猜错，换人换号也一样；别处的人不受影响', async () => {
  const clientIp = '203.0.113.7'
  const guesses: string[] = []
  await inFlight(
    6,
    Array.from({ length: 63 }, (_, index) => index),
    async (index) => {
      const who = { ...person(`farm-${index}`), clientIp }
      const answer = await guess(who, `1390002${String(index).padStart(4, '0')}`, { kind: 'plate', value: liCar.plate })
      guesses.push(answer.ok ? 'ok' : answer.code)
    },
  )
  expect(guesses.filter((code) => code === 'binding-no-match')).toHaveLength(60)
  expect(guesses.filter((code) => code === 'binding-locked')).toHaveLength(3)
  const elsewhere = { ...person('elsewhere'), clientIp: '203.0.113.8' }
  expect(await guess(elsewhere, '13900039999', { kind: 'plate', value: liCar.plate })).toMatchObject({
    code: 'binding-no-match',
  })
})

test('六个微信同时绑定同一位投保人：恰好三个成功', async () => {
  cloud.clock.advance(DAY_MS)
  const codes = await Promise.all(Array.from({ length: 6 }, () => buttonCode(cloud, zhang.phone)))
  const answers = await Promise.all(
    codes.map((code, index) =>
      cloud.ask(
        bindPolicy,
        { phone: { kind: 'wechat', code }, proof: { kind: 'plate', value: zhangCar.plate } },
        { ...person(`rush-${index}`), clientIp: `198.51.100.${index}` },
      ),
    ),
  )
  // A call may find the phone's limit used up while the others hold theirs: right ones give it back.
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
})

test('没有登录不能绑定，也不能要验证码', async () => {
  expect(await cloud.ask(sendBindingCode, { phone: li.phone }, null)).toMatchObject({ code: 'not-signed-in' })
})

test('存下来的没有手机号、验证码、openid 和网络地址', async () => {
  const stored = (
    await Promise.all(['limits', 'smsCodes', 'bindings'].map((collection) => storedIn(cloud, collection)))
  ).flat()
  expect(stored.length).toBeGreaterThan(10)
  const text = stored.join('\n')
  for (const secret of [li.phone, zhang.phone, wu.phone, 'openid-', '203.0.113', liCar.plate]) {
    expect(text).not.toContain(secret)
  }
})

test('日志里没有手机号、车牌和证件号', () => {
  const lines = cloud.logs({ limit: 1000 }).flatMap(({ output }) => output)
  expect(lines.length).toBeGreaterThan(100)
  const own = lines.filter((line) => !line.includes('"sms"')).join('\n')
  for (const secret of [li.phone, zhang.phone, wu.phone, liCar.plate, lastSixOf(li)]) expect(own).not.toContain(secret)
})

test('过期的次数和验证码由定时器清理，没过期的留着', async () => {
  await cloud.get(sendBindingCode, { phone: '13800006666' }, person('tidy'))
  cloud.clock.advance(10 * 60_000)
  const limitsBefore = (await storedIn(cloud, 'limits')).length
  const { tidied } = await cloud.runTimer()
  expect(tidied).toBeGreaterThan(0)
  expect(await storedIn(cloud, 'smsCodes')).toEqual([])
  const left = await storedIn(cloud, 'limits')
  expect(left.length).toBeGreaterThan(0)
  expect(left.length).toBeLessThan(limitsBefore)
  cloud.clock.advance(DAY_MS)
  await cloud.runTimer()
  expect(await storedIn(cloud, 'limits')).toEqual([])
})
