import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBankAccount, saveBankAccount } from '#contract/bank-account'
import { unbindPolicy } from '#contract/binding'
import { proposeDeletion } from '#contract/customers'
import { copyMyData, readMyData, requestDeletion } from '#contract/my-data'
import { openOffers } from '#contract/offers'
import { approveProposal } from '#contract/proposals'
import { accountOf } from '#store/accounts'
import { DAY_MS } from '#values/days'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { appoint, bindBy, li, liCar, storedIn, tellOfBoth, zhang, zhangCar } from './policy-book'

let cloud: CampaignCloud
const lin = person('lin')
const family = person('family')
const wang = person('wang')
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await bindBy(cloud, family, li, liCar)
  await bindBy(cloud, wang, zhang, zhangCar)
})
afterAll(() => cloud.stop())

test('副本里只有自己的：别人的姓名、电话、车牌一个都没有', async () => {
  const { text } = await cloud.get(copyMyData, {}, wang)
  expect(text).toContain(zhang.name)
  for (const others of [li.name, li.phone, liCar.plate, liCar.vin]) expect(text).not.toContain(others)
})

test('同时要 5 份副本：恰好一份，没有看过的不记', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => cloud.ask(copyMyData, {}, lin)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await cloud.get(readMyData, {}, lin)).accesses).toHaveLength(4)
})

test('查看记录：本人看到全部，另一个绑定的微信只知道不是自己', async () => {
  const seen = (await cloud.get(readMyData, {}, family)).accesses
  expect(new Set(seen.map(({ who }) => who))).toEqual(new Set(['工作人员或您的其他绑定微信']))
  expect((await cloud.get(readMyData, {}, wang)).accesses.every(({ who }) => who === '您本人')).toBe(true)
})

test('解除绑定后取不到投保人的信息', async () => {
  const ex = person('ex')
  await bindBy(cloud, ex, li, liCar)
  await cloud.get(unbindPolicy, {}, ex)
  const { text } = await cloud.get(copyMyData, {}, ex)
  for (const others of [li.name, li.phone, liCar.plate]) expect(text).not.toContain(others)
})

test('没有登录、没有确认：拒绝', async () => {
  for (const operation of [readMyData, copyMyData]) {
    expect(await cloud.ask(operation, {}, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
  }
  const answer = await cloud.call('customer', { operation: requestDeletion.name, input: {} }, lin)
  expect(answer.result).toMatchObject({ ok: false, code: 'input-invalid' })
})

test('一个微信申请删除，不影响另一个微信的绑定、它填写的收款账户和别人的信息', async () => {
  cloud.clock.advance(DAY_MS)
  await cloud.get(saveBankAccount, { cardNumber: '6222020000000000000', bankName: '工行', consent: true }, lin)
  const { kept } = await cloud.get(readMyData, {}, family)
  const stays = '由另一个绑定的微信填写，请用那个微信撤回或申请删除'
  expect(kept.find(({ what }) => what === '银行账户')).toMatchObject({ value: '中国工商银行 尾号 0000', stays })
  const asked = await cloud.get(requestDeletion, { understood: true }, family)
  expect(asked.keptUntil).toContain(`银行账户：${stays}`)
  expect((await cloud.get(readBankAccount, {}, lin)).account?.tail).toBe('0000')
  expect((await cloud.get(openOffers, {}, lin)).bound?.vehicles).toHaveLength(1)
  expect((await cloud.get(openOffers, {}, wang)).bound?.vehicles).toHaveLength(1)
  expect((await cloud.get(readMyData, {}, lin)).deletion).toBeNull()
  expect(await storedIn(cloud, 'policies')).toHaveLength(2)

  // The second person's approval, days later, leaves it too.
  await appoint(cloud, { openid: person('admin').openid, name: '陈演示', role: 'admin' })
  await appoint(cloud, { openid: person('reviewer').openid, name: '吴演示', role: 'reviewer' })
  const proposal = { account: accountOf(family.openid), reason: '客户申请', requestKey: newNonce() }
  const { proposalId } = await cloud.get(proposeDeletion, proposal, person('reviewer'))
  expect(await cloud.get(approveProposal, { proposalId }, person('admin'))).toMatchObject({ state: 'done' })
  expect((await cloud.get(readBankAccount, {}, lin)).account?.tail).toBe('0000')
  expect((await cloud.get(readMyData, {}, family)).deletion?.answer).toContain(`银行账户：保留，${stays}`)
})
