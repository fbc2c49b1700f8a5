import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSwitches, startSwitch, stopSwitch } from '#contract/switches'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import { appoint } from './policy-book'

const why = '合作方停业，先停下来核实'
let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  for (const role of ['reviewer', 'finance', 'analyst'] as const) {
    await appoint(cloud, { openid: person(role).openid, name: '演示', role })
  }
  await appoint(cloud, { openid: person('branch').openid, name: '演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: person('left').openid, name: '演示', role: 'admin', active: false })
})
afterAll(() => cloud.stop())

test.each(['customer', 'branch', 'reviewer', 'finance', 'analyst', 'left'])('%s 不能停，也不能恢复', async (who) => {
  for (const operation of [stopSwitch, startSwitch]) {
    expect(await cloud.ask(operation, { what: 'campaign', why }, person(who))).toMatchObject({ code: 'not-allowed' })
  }
})

test.each([
  ['reviewer', true],
  ['analyst', true],
  ['branch', false],
  ['customer', false],
])('%s 看开关：%s', async (who, may) => {
  expect((await cloud.ask(listSwitches, {}, person(who))).ok).toBe(may)
})

test('没有登录的、冒充系统的，都不行', async () => {
  expect(await cloud.ask(stopSwitch, { what: 'campaign', why }, null)).toMatchObject({ code: 'not-signed-in' })
})
