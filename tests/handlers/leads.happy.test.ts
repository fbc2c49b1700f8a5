import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookVisit, listBranches } from '#contract/leads'
import type { InputOf } from '#contract/operation'
import { day, startOf } from '#values/days'
import { type CampaignCloud, newNonce, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { bindBy, li, liCar, policyDocument, storedIn, tellOfBoth } from './policy-book'

let cloud: CampaignCloud
const lin = person('lin')
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
})
afterAll(() => cloud.stop())

const booking = (changes: Partial<InputOf<typeof bookVisit>> = {}): InputOf<typeof bookVisit> => ({
  requestKey: newNonce(),
  kind: 'apply',
  branchCode: 'SF0102',
  name: '李女士',
  phone: '13800001234',
  consent: true,
  ...changes,
})

test('网点不用登录就能看', async () => {
  const { branches } = await cloud.get(listBranches, {}, null)
  expect(branches.map(({ branchCode }) => branchCode)).toEqual(['SF0101', 'SF0102', 'SF0103'])
  expect(branches[0]).toMatchObject({ name: '示范市中心营业部（演示）', phone: '400-000-0000' })
})

test('新客户试算并预约：写明网点和回电日；称呼和手机号加密保存，渠道记下', async () => {
  const quoted = {
    vehicleType: 'suv',
    usageNature: 'family',
    drivingRegion: 'province',
    payableFen: 380_000,
  } as const
  const answer = await cloud.get(bookVisit, booking({ quoted, channel: 'wechat-moments' }), person('newcomer'))
  expect(answer).toMatchObject({ branchName: '示范市东城营业部（演示）', callsUntilOn: '2026-09-09' })
  const [stored = ''] = await storedIn(cloud, 'leads')
  expect(JSON.parse(stored)).toMatchObject({ kind: 'apply', branchCode: 'SF0102', channel: 'wechat-moments', quoted })
  for (const clear of ['李女士', '13800001234', 'openid-']) expect(stored).not.toContain(clear)
})

test('老客户预约续保自己的车', async () => {
  const { vehicleId } = policyDocument(li, liCar)
  expect(await cloud.ask(bookVisit, booking({ kind: 'renew', vehicleId }), lin)).toMatchObject({ ok: true })
})

test('同一个请求再来、同时来：同一个预约', async () => {
  const who = person('repeater')
  const request = booking()
  const answers = await Promise.all(Array.from({ length: 4 }, () => cloud.get(bookVisit, request, who)))
  expect(new Set(answers.map(({ leadId }) => leadId)).size).toBe(1)
  expect(await cloud.get(bookVisit, request, who)).toEqual(answers[0])
})

test('周五预约，周一前回电；国庆前预约，节后第一个工作日', async () => {
  cloud.clock.set(startOf(day('2026-09-11')) + 43_200_000)
  expect((await cloud.get(bookVisit, booking(), person('friday'))).callsUntilOn).toBe('2026-09-14')
  cloud.clock.set(startOf(day('2026-09-30')) + 43_200_000)
  expect((await cloud.get(bookVisit, booking(), person('holiday'))).callsUntilOn).toBe('2026-10-08')
  cloud.clock.set(onEighthDay)
})
