import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookVisit } from '#contract/leads'
import { copyMyData } from '#contract/my-data'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { storedIn } from './policy-book'

let cloud: CampaignCloud
const lin = person('lin')
const eve = person('eve')
beforeAll(async () => {
  cloud = await runningCampaign()
})
afterAll(() => cloud.stop())

const good = (requestKey = newNonce()) => ({
  requestKey,
  kind: 'apply',
  branchCode: 'SF0101',
  name: '林女士',
  phone: '13800001234',
  consent: true,
})
const raw = async (input: object, by: Person = lin) =>
  (await cloud.call('customer', { operation: bookVisit.name, input }, by)).result

test.each([
  ['夹带 openid', { openid: 'openid-eve' }, 'openid'],
  ['夹带预约日期', { callsUntilOn: '2020-01-01' }, 'callsUntilOn'],
  ['称呼太长', { name: '林'.repeat(21) }, 'name'],
  ['请求编号不对', { requestKey: '../' }, 'requestKey'],
  ['渠道夹带别的字', { channel: 'a b' }, 'channel'],
  [
    '应付保费是负数',
    { quoted: { vehicleType: 'suv', usageNature: 'family', drivingRegion: 'province', payableFen: -1 } },
    'quoted.payableFen',
  ],
])('%s：拒绝，什么都没有留下', async (_name, change, field) => {
  expect(await raw({ ...good(), ...change })).toMatchObject({ ok: false, code: 'input-invalid', details: [{ field }] })
  expect(await storedIn(cloud, 'leads')).toEqual([])
})

test('拿别人的请求编号来：得到的是自己的预约，看不到别人的称呼和电话', async () => {
  const requestKey = newNonce()
  await raw(good(requestKey))
  await raw({ ...good(requestKey), name: '伊先生', phone: '13800009999' }, eve)
  expect(await storedIn(cloud, 'leads')).toHaveLength(2)
  const { text } = await cloud.get(copyMyData, {}, eve)
  expect(text).toContain('伊先生')
  for (const others of ['林女士', '13800001234']) expect(text).not.toContain(others)
})

test('日志里没有称呼和电话', () => {
  const lines = cloud
    .logs({ limit: 1000 })
    .flatMap(({ output }) => output)
    .join('\n')
  expect(lines).toContain('leads.book')
  for (const clear of ['林女士', '伊先生', '13800001234', '13800009999']) expect(lines).not.toContain(clear)
})
