import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBankAccount, removeBankAccount, saveBankAccount } from '#contract/bank-account'
import { readMyData, requestDeletion } from '#contract/my-data'
import type { InputOf } from '#contract/operation'
import { type CampaignCloud, onEighthDay, person, runningCampaign } from './campaign-cloud'
import {
  benefitDocument,
  bindBy,
  buttonCode,
  change,
  insert,
  li,
  liCar,
  policyDocument,
  storedIn,
  tellOfBoth,
  zhang,
} from './policy-book'

const icbcCard = '6222020000000000000'
const otherCard = '6299990000000000004'

let cloud: CampaignCloud
const lin = person('lin')
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
})
afterAll(() => cloud.stop())

const save = (changes: Partial<InputOf<typeof saveBankAccount>> = {}, by = lin) =>
  cloud.ask(saveBankAccount, { cardNumber: icbcCard, bankName: '示范银行', consent: true, ...changes }, by)

test('没有绑定保单：不能填写', async () => {
  const visitor = person('visitor')
  expect(await save({}, visitor)).toMatchObject({ ok: false, code: 'not-bound' })
  expect(await cloud.ask(readBankAccount, {}, visitor)).toMatchObject({ ok: false, code: 'not-bound' })
})

test.each([
  ['校验位不对', { cardNumber: '6222020000000000001' }],
  ['位数不够', { cardNumber: '622202' }],
  ['开户行没有填', { bankName: ' ' }],
  ['开户行里有换行', { bankName: '工行\r\nP0,2,张三' }],
  ['开户行写成公式', { bankName: '=1+1' }],
  ['开户行里有引号', { bankName: '工行"' }],
])('%s：拒绝', async (_name, changes) => {
  expect(await save(changes)).toMatchObject({ ok: false, code: 'input-invalid' })
})

test('没有单独同意：拒绝', async () => {
  const input = { cardNumber: icbcCard, bankName: '示范银行', consent: false }
  const { result } = await cloud.call('customer', { operation: saveBankAccount.name, input }, lin)
  expect(result).toMatchObject({ ok: false, code: 'input-invalid', details: [{ field: 'consent' }] })
})

test('更换账户：没有重新验证、用别人的手机号、用过的验证码，都拒绝，账户不变', async () => {
  expect(await save()).toMatchObject({ ok: true })
  expect(await save({ cardNumber: otherCard })).toMatchObject({ ok: false, code: 'phone-proof-needed' })
  const others = { kind: 'wechat' as const, code: await buttonCode(cloud, zhang.phone) }
  expect(await save({ cardNumber: otherCard, phone: others })).toMatchObject({ ok: false, code: 'phone-code-invalid' })
  const own = { kind: 'wechat' as const, code: await buttonCode(cloud, li.phone) }
  expect(await save({ phone: own })).toMatchObject({ ok: true })
  expect(await save({ cardNumber: otherCard, phone: own })).toMatchObject({ ok: false, code: 'phone-code-invalid' })
  expect((await cloud.get(readBankAccount, {}, lin)).account?.tail).toBe('0000')
})

const rebate = benefitDocument('renewal-rebate', policyDocument(li, liCar), {
  status: { kind: 'approved', at: onEighthDay, by: 'system', why: '审核通过' },
  payment: { batchId: 'P1', attempt: 0, failure: null },
})

test('批次里有这笔返还：不能撤回账户；申请删除照样记下，只有账户留到打款有了结果', async () => {
  await insert(cloud, 'benefits', [rebate])
  expect(await cloud.ask(removeBankAccount, {}, lin)).toMatchObject({ ok: false, code: 'bank-account-in-use' })
  const asked = await cloud.get(requestDeletion, { understood: true }, lin)
  expect(asked.deletedNow).toContain('微信与保单的绑定')
  expect(asked.deletedNow).not.toContain('银行账户')
  expect(asked.keptUntil).toContain('银行账户：有一笔款正在打到这里，打款有了结果再删')
  expect((await cloud.get(readMyData, {}, lin)).deletion).toMatchObject({ state: 'requested' })
  expect(await storedIn(cloud, 'bankAccounts')).toHaveLength(1)
})

test('审核通过、不在批次里：可以撤回账户，返还等着另一个账户', async () => {
  await bindBy(cloud, lin, li, liCar)
  await change(cloud, 'benefits', rebate._id, { 'payment.batchId': null })
  expect(await cloud.ask(removeBankAccount, {}, lin)).toMatchObject({ ok: true })
})
