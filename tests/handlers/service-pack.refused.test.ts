import { afterAll, beforeAll, expect, test } from 'vitest'
import { listVouchers, lookUpVoucher, readVoucher, redeemVoucher, showVoucherCode } from '#contract/service-pack'
import { appointStaff } from '#contract/staff'
import { DAY_MS, day, startOf } from '#values/days'
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
  await cloud.get(listVouchers, {}, lin)
})
afterAll(() => cloud.stop())

const show = async (kind: string) => (await cloud.get(showVoucherCode, { voucherId: idOf(kind) }, lin)).code
const redeem = (code: string, item: string) => cloud.ask(redeemVoucher, { code, item, requestKey: newNonce() }, counter)

test('没有绑定：没有礼包', async () => {
  expect(await cloud.ask(listVouchers, {}, person('visitor'))).toMatchObject({ ok: false, code: 'not-bound' })
})

test('没有这个券码；没有这个项目', async () => {
  expect(await redeem('0'.repeat(12), '安全检测')).toMatchObject({ ok: false, code: 'code-unknown' })
  expect(await redeem(await show('inspection'), '洗车')).toMatchObject({ ok: false, code: 'item-unknown' })
})

test('券码 3 分钟后过期；重新出示后前一个作废', async () => {
  const old = await show('inspection')
  cloud.clock.advance(3 * 60_000)
  expect(await cloud.ask(lookUpVoucher, { code: old }, counter)).toMatchObject({ ok: false, code: 'code-expired' })
  expect(await redeem(old, '安全检测')).toMatchObject({ ok: false, code: 'code-expired' })
  const shown = await show('inspection')
  await show('inspection')
  expect(await redeem(shown, '安全检测')).toMatchObject({ ok: false, code: 'code-unknown' })
})

test('维修券在网点不能用', async () => {
  const code = await show('labour-coupon')
  expect(await cloud.ask(lookUpVoucher, { code }, counter)).toMatchObject({ ok: false, code: 'voucher-not-here' })
  expect(await redeem(code, '维修工时')).toMatchObject({ ok: false, code: 'voucher-not-here' })
})

test('核销过的券码说明已核销，用完的券不能再出示', async () => {
  const code = await show('inspection')
  expect(await redeem(code, '安全检测')).toMatchObject({ ok: true })
  expect(await redeem(code, '安全检测')).toMatchObject({ ok: false, code: 'code-used' })
  expect(await cloud.ask(showVoucherCode, { voucherId: idOf('inspection') }, lin)).toMatchObject({
    ok: false,
    code: 'voucher-used',
  })
})

test.each([
  ['起保前一天', startOf(day('2026-09-05')) - 60_000, 'voucher-not-yet'],
  ['最后一天还能用', startOf(day('2027-09-05')) - 3_600_000, null],
  ['最后一天之后', startOf(day('2027-09-05')), 'voucher-expired'],
])('%s', async (_name, at, code) => {
  cloud.clock.set(at)
  const answer = await cloud.ask(showVoucherCode, { voucherId: idOf('roadside') }, lin)
  expect(answer.ok ? null : answer.code).toBe(code)
  cloud.clock.set(onEighthDay)
})

test('退保后：出示不了，已出示的券码也不能核销，历史还看得到', async () => {
  const code = await show('roadside')
  const status = { kind: 'clawed-back', at: onEighthDay, by: 'system', why: '保单已退保' }
  await change(cloud, 'benefits', pack._id, { status })
  expect(await cloud.ask(showVoucherCode, { voucherId: idOf('roadside') }, lin)).toMatchObject({
    ok: false,
    code: 'voucher-cancelled',
  })
  expect(await redeem(code, '拖车')).toMatchObject({ ok: false, code: 'voucher-cancelled' })
  const { state, history } = await cloud.get(readVoucher, { voucherId: idOf('inspection') }, lin)
  expect(state).toBe('cancelled')
  expect(history).toHaveLength(1)
})

test('登记人员：网点和维修厂必须在条款里', async () => {
  const someone = { account: 'a'.repeat(16), name: '演示' }
  expect(await cloud.ask(appointStaff, { ...someone, role: 'branch', branchCode: 'SF9999' }, null)).toMatchObject({
    ok: false,
    code: 'branch-unknown',
  })
  expect(await cloud.ask(appointStaff, { ...someone, role: 'workshop' }, null)).toMatchObject({
    ok: false,
    code: 'workshop-unknown',
  })
})

test('人员离开后不能再核销', async () => {
  const leaver = person('leaver')
  const entry = { openid: leaver.openid, name: '离职演示', role: 'branch' as const, branchCode: 'SF0102' }
  await appoint(cloud, entry)
  expect(await cloud.ask(lookUpVoucher, { code: '0'.repeat(12) }, leaver)).toMatchObject({ code: 'code-unknown' })
  await appoint(cloud, { ...entry, active: false })
  cloud.clock.advance(DAY_MS)
  expect(await cloud.ask(lookUpVoucher, { code: '0'.repeat(12) }, leaver)).toMatchObject({ code: 'not-allowed' })
})
