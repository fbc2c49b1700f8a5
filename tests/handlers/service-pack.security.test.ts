import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  listRedemptions,
  listVouchers,
  lookUpVoucher,
  readVoucher,
  redeemVoucher,
  showVoucherCode,
} from '#contract/service-pack'
import { appointStaff } from '#contract/staff'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { crashAfterEach } from './crash'
import {
  appoint,
  bindBy,
  holderDocument,
  insert,
  li,
  liCar,
  newPolicyWithPack,
  storedIn,
  vehicleDocument,
  zhang,
  zhangCar,
} from './policy-book'

let cloud: CampaignCloud
const lin = person('lin')
const wang = person('wang')
const counters = ['a', 'b', 'c', 'd'].map((name) => person(`counter-${name}`))
const [counter] = counters as [Person, ...Person[]]
const ofLi = newPolicyWithPack(li, liCar)
const ofZhang = newPolicyWithPack(zhang, zhangCar)
const idOf = (kind: string) => `${ofLi.pack._id}.${kind}`

beforeAll(async () => {
  cloud = await runningCampaign()
  await insert(cloud, 'holders', [holderDocument(li), holderDocument(zhang)])
  await insert(cloud, 'vehicles', [vehicleDocument(liCar), vehicleDocument(zhangCar)])
  await insert(cloud, 'policies', [ofLi.policy, ofZhang.policy])
  await insert(cloud, 'benefits', [ofLi.pack, ofZhang.pack])
  await bindBy(cloud, lin, li, liCar)
  await bindBy(cloud, wang, zhang, zhangCar)
  for (const { openid } of counters) {
    await appoint(cloud, { openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
  }
  await cloud.get(listVouchers, {}, lin)
  await cloud.get(listVouchers, {}, wang)
})
afterAll(() => cloud.stop())

const show = async (kind: string) => (await cloud.get(showVoucherCode, { voucherId: idOf(kind) }, lin)).code
const redeem = (code: string, item: string, by: Person, requestKey = newNonce()) =>
  cloud.ask(redeemVoucher, { code, item, requestKey }, by)

test('别人的券：看不到，也出示不了，和没有这张券一样', async () => {
  const { vouchers } = await cloud.get(listVouchers, {}, wang)
  expect(vouchers.every(({ voucherId }) => voucherId.startsWith(ofZhang.pack._id))).toBe(true)
  for (const operation of [readVoucher, showVoucherCode]) {
    const others = await cloud.ask(operation, { voucherId: idOf('roadside') }, wang)
    const nobodys = await cloud.ask(operation, { voucherId: 'made-up' }, wang)
    expect(others).toMatchObject({ ok: false, code: 'voucher-unknown' })
    expect(nobodys).toMatchObject({ ok: false, code: 'voucher-unknown' })
  }
})

test('客户、没有登记的人、别的角色：不能查券、核销、看今日核销', async () => {
  const code = await show('roadside')
  const analyst = person('analyst')
  await appoint(cloud, { openid: analyst.openid, name: '分析演示', role: 'analyst' })
  for (const who of [lin, person('stranger'), analyst]) {
    expect(await cloud.ask(lookUpVoucher, { code }, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await redeem(code, '拖车', who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await cloud.ask(listRedemptions, {}, who)).toMatchObject({ ok: false, code: 'not-allowed' })
  }
  expect(await cloud.ask(lookUpVoucher, { code }, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
})

test('网点人员不能登记人员、发布活动：只有部署环境的凭证可以', async () => {
  const self = { account: 'a'.repeat(16), name: '自封', role: 'admin' as const }
  for (const who of [counter, lin, null].filter((one) => one !== null)) {
    expect(await cloud.ask(appointStaff, self, who)).toMatchObject({ ok: false, code: 'not-allowed' })
  }
  const { result } = await cloud.call(
    'staff',
    { operation: 'campaign.publish', input: { file: 'x', text: '' } },
    counter,
  )
  expect(result).toMatchObject({ ok: false, code: 'not-allowed' })
})

test('客户的门里没有核销', async () => {
  for (const operation of ['service-pack.redeem', 'service-pack.look-up', 'staff.appoint']) {
    expect((await cloud.call('customer', { operation, input: {} }, counter)).result).toMatchObject({
      code: 'operation-unknown',
    })
  }
})

test('两部手机、四个柜台同时核销同一个券码：恰好一次', async () => {
  const code = await show('inspection')
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, index) => redeem(code, '安全检测', counters[index % 4] ?? counter)),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(new Set(answers.filter((answer) => !answer.ok).map((answer) => !answer.ok && answer.code))).toEqual(
    new Set(['code-used']),
  )
  const { usesLeft, history } = await cloud.get(readVoucher, { voucherId: idOf('inspection') }, lin)
  expect([usesLeft, history.length]).toEqual([0, 1])
})

test('同一个请求同时来 8 次：8 个相同的成功回答，只用一次', async () => {
  const code = await show('roadside')
  const requestKey = newNonce()
  const answers = await Promise.all(Array.from({ length: 8 }, () => redeem(code, '拖车', counter, requestKey)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const redeemedAt = new Set(answers.map((answer) => answer.ok && answer.data.redeemedAt))
  expect(redeemedAt.size).toBe(1)
  expect((await cloud.get(readVoucher, { voucherId: idOf('roadside') }, lin)).history).toHaveLength(1)
})

test('核销途中实例在每一步崩溃，带着同一个请求再试：恰好一次', async () => {
  const interruptions = await crashAfterEach(cloud, 'staff', async (interrupted) => {
    const before = (await cloud.get(readVoucher, { voucherId: idOf('roadside') }, lin)).history.length
    const code = await show('roadside')
    const requestKey = newNonce()
    await interrupted(() => redeem(code, '搭电', counter, requestKey))
    expect(await redeem(code, '搭电', counter, requestKey)).toMatchObject({ ok: true })
    expect(await redeem(code, '搭电', counter)).toMatchObject({ ok: false, code: 'code-used' })
    const { history } = await cloud.get(readVoucher, { voucherId: idOf('roadside') }, lin)
    expect(history).toHaveLength(before + 1)
  })
  expect(interruptions).toBeGreaterThan(3)
})

test('拿到别人的请求编号没有用：只回答办理的那个人', async () => {
  const code = await show('roadside')
  const requestKey = newNonce()
  expect(await redeem(code, '换胎', counter, requestKey)).toMatchObject({ code: 'item-unknown' })
  expect(await redeem(code, '拖车', counter, requestKey)).toMatchObject({ ok: true })
  expect(await redeem(code, '拖车', counters[1] ?? counter, requestKey)).toMatchObject({ ok: false, code: 'code-used' })
})

test('存下来的没有券码和 openid；回答里没有编号以外的内部字段', async () => {
  const code = await show('roadside')
  const stored = [...(await storedIn(cloud, 'vouchers')), ...(await storedIn(cloud, 'staff'))].join('\n')
  for (const secret of [code, 'openid-', liCar.plate, li.name]) expect(stored).not.toContain(secret)
  const shown = JSON.stringify(await cloud.get(listVouchers, {}, lin))
  for (const inner of ['hash', 'holderId', 'requestKey', '"by"']) expect(shown).not.toContain(inner)
})
