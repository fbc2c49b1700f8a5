import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUpCustomer, showCustomerCode } from '#contract/customer-code'
import {
  listRedemptions,
  listVouchers,
  lookUpVoucher,
  readVoucher,
  redeemVoucher,
  showVoucherCode,
} from '#contract/service-pack'
import { expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, onEighthDay, person, runningCampaign } from './campaign-cloud'
import {
  appoint,
  bindBy,
  change,
  holderDocument,
  insert,
  li,
  liCar,
  newPolicyWithPack,
  vehicleDocument,
} from './policy-book'

let cloud: CampaignCloud
const lin = person('lin')
const counter = person('counter')
const mechanic = person('mechanic')
const { policy, pack } = newPolicyWithPack(li, liCar)
const idOf = (kind: string) => `${pack._id}.${kind}`

beforeAll(async () => {
  cloud = await runningCampaign()
  await insert(cloud, 'holders', [holderDocument(li)])
  await insert(cloud, 'vehicles', [vehicleDocument(liCar)])
  await insert(cloud, 'policies', [policy])
  await insert(cloud, 'benefits', [pack])
  await bindBy(cloud, lin, li, liCar)
  await appoint(cloud, { openid: counter.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: mechanic.openid, name: '维修演示', role: 'workshop', workshopId: 'demo-north' })
})
afterAll(() => cloud.stop())

const show = async (kind: string) => (await cloud.get(showVoucherCode, { voucherId: idOf(kind) }, lin)).code
const redeem = (code: string, item: string, by = counter) =>
  cloud.get(redeemVoucher, { code, item, requestKey: newNonce() }, by)

/** What a counter reads of the vouchers when the customer shows the 身份码. */
const seenAtCounter = async () => {
  const { code } = await cloud.get(showCustomerCode, {}, lin)
  const { vouchers } = await cloud.get(lookUpCustomer, { code }, counter)
  return vouchers.map(({ title, plate, usesLeft }) => [title, plate, usesLeft])
}

test('第一次打开礼包：四张券，写明有效期和次数；两部手机同时打开、网点同时查身份码也只有四张', async () => {
  const [seen, one, other] = await Promise.all([
    seenAtCounter(),
    cloud.get(listVouchers, {}, lin),
    cloud.get(listVouchers, {}, lin),
  ])
  expect(seen).toHaveLength(4)
  expect(seen).toContainEqual(['道路救援', '京A·8***1', null])
  expect(other).toEqual(one)
  expect(one.vouchers.map(({ kind, usesLeft, state }) => [kind, usesLeft, state]).sort()).toEqual([
    ['inspection', 1, 'usable'],
    ['labour-coupon', 1, 'usable'],
    ['parts-coupon', 1, 'usable'],
    ['roadside', null, 'usable'],
  ])
  expect(one.vouchers[0]).toMatchObject({ plate: '京A·8***1', validFromOn: '2026-09-05', validUntilOn: '2027-09-04' })
  expect(one.workshops.map(({ workshopId }) => workshopId)).toEqual(['demo-north', 'demo-south'])
  expect(one.hotline).toBe('400-000-0000')
})

test('救援券被核销：不限次数，每次一个新券码，客户看到历史', async () => {
  const first = await show('roadside')
  const found = await cloud.get(lookUpVoucher, { code: first.toLowerCase() }, counter)
  expect(found).toMatchObject({ title: '道路救援', plate: '京A·8***1', usesLeft: null })
  expect(found.validUntilAt - found.now).toBeGreaterThan(170_000)
  const done = await redeem(first, found.items[0] ?? '')
  expect(done).toMatchObject({ title: '道路救援', where: '示范市中心营业部（演示）' })
  await redeem(await show('roadside'), found.items[1] ?? '')
  const { history, state } = await cloud.get(readVoucher, { voucherId: idOf('roadside') }, lin)
  expect(state).toBe('usable')
  expect(history.map(({ item }) => item)).toEqual([found.items[1], found.items[0]])
})

test('检测券用一次就用完', async () => {
  await redeem(await show('inspection'), '安全检测')
  expect(await cloud.get(readVoucher, { voucherId: idOf('inspection') }, lin)).toMatchObject({
    usesLeft: 0,
    state: 'used',
  })
})

test('工时券在合作维修厂核销；各处的今日核销各记各的', async () => {
  const code = await show('labour-coupon')
  const { items } = await cloud.get(lookUpVoucher, { code }, mechanic)
  expect(await redeem(code, items[0] ?? '', mechanic)).toMatchObject({ where: '示范北区汽修（演示）' })
  const atWorkshop = await cloud.get(listRedemptions, {}, mechanic)
  expect(atWorkshop).toMatchObject({ where: '示范北区汽修（演示）', on: '2026-09-08' })
  expect(atWorkshop.redemptions).toHaveLength(1)
  const atBranch = await cloud.get(listRedemptions, {}, counter)
  expect(atBranch.redemptions.map(({ title }) => title).sort()).toEqual(['车辆安全检测', '道路救援', '道路救援'].sort())
})

test('同一次请求再来一遍：同一个答案，没有再用一次；断在记日志之前，就补记一条', async () => {
  const code = await show('parts-coupon')
  const request = { code, item: '维修配件', requestKey: newNonce() }
  const redeemIt = () => cloud.get(redeemVoucher, request, mechanic)
  await expectLoggedOnce(cloud, redeemIt, 'service-pack.redeem', idOf('parts-coupon'))
  expect((await cloud.get(readVoucher, { voucherId: idOf('parts-coupon') }, lin)).history).toHaveLength(1)
})

test('退保收回了礼包：网点查身份码不再列出券', async () => {
  expect(await seenAtCounter()).not.toEqual([])
  const status = { kind: 'refused', at: onEighthDay, by: 'system', why: '保单已退保' }
  await change(cloud, 'benefits', pack._id, { status })
  expect(await seenAtCounter()).toEqual([])
})
