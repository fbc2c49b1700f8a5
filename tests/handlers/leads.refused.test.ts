import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookVisit } from '#contract/leads'
import type { InputOf } from '#contract/operation'
import { day, startOf } from '#values/days'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { bindBy, li, liCar, policyDocument, tellOfBoth, zhang, zhangCar } from './policy-book'

let cloud: CampaignCloud
const lin = person('lin')
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
})
afterAll(() => cloud.stop())

const book = (who: Person | null, changes: Partial<InputOf<typeof bookVisit>> = {}) =>
  cloud.ask(
    bookVisit,
    {
      requestKey: newNonce(),
      kind: 'apply',
      branchCode: 'SF0101',
      name: '李女士',
      phone: '13800001234',
      consent: true,
      ...changes,
    },
    who,
  )

test('没有这个网点', async () => {
  expect(await book(lin, { branchCode: 'SF9999' })).toMatchObject({ ok: false, code: 'branch-unknown' })
})

test('别人的车、不存在的车、没有绑定：同一个回答', async () => {
  const { vehicleId } = policyDocument(zhang, zhangCar)
  const own = policyDocument(li, liCar).vehicleId
  expect(await book(lin, { kind: 'renew', vehicleId })).toMatchObject({ code: 'vehicle-unknown' })
  expect(await book(lin, { kind: 'renew', vehicleId: 'f'.repeat(32) })).toMatchObject({ code: 'vehicle-unknown' })
  expect(await book(person('visitor'), { kind: 'renew', vehicleId: own })).toMatchObject({ code: 'vehicle-unknown' })
})

test('没有登录、没有同意、手机号不对', async () => {
  expect(await book(null)).toMatchObject({ code: 'not-signed-in' })
  expect(await book(lin, { phone: '12345' })).toMatchObject({ code: 'input-invalid' })
  const input = { requestKey: newNonce(), kind: 'apply', branchCode: 'SF0101', name: '李', phone: '13800001234' }
  expect((await cloud.call('customer', { operation: bookVisit.name, input }, lin)).result).toMatchObject({
    code: 'input-invalid',
  })
})

test('一天最多 5 个预约，同时来也一样', async () => {
  const who = person('eager')
  const answers = await Promise.all(Array.from({ length: 12 }, () => book(who)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
  expect(answers.filter((answer) => !answer.ok && answer.code === 'too-many-leads')).toHaveLength(7)
})

test('别人的请求编号不会得到别人的预约', async () => {
  const requestKey = newNonce()
  const first = await book(person('one'), { requestKey })
  const other = await book(person('other'), { requestKey })
  expect(first.ok && other.ok && first.data.leadId !== other.data.leadId).toBe(true)
})

test('活动结束后不能预约；已经预约的再问还是同一个答案', async () => {
  const requestKey = newNonce()
  const who = person('late')
  const first = await book(who, { requestKey })
  cloud.clock.set(startOf(day('2026-11-01')))
  expect(await book(who)).toMatchObject({ ok: false, code: 'campaign-over' })
  expect(await book(who, { requestKey })).toEqual({ ...first, databaseOperations: expect.any(Number) })
})
