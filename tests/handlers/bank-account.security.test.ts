import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBankAccount, removeBankAccount, saveBankAccount } from '#contract/bank-account'
import { unbindPolicy } from '#contract/binding'
import { type CampaignCloud, type Person, person, runningCampaign } from './campaign-cloud'
import { bindBy, buttonCode, li, liCar, storedIn, tellOfBoth, zhang, zhangCar } from './policy-book'

const card = '6222020000000000000'
const otherCard = '6299990000000000004'
let cloud: CampaignCloud
const lin = person('lin')
const wang = person('wang')
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await bindBy(cloud, wang, zhang, zhangCar)
})
afterAll(() => cloud.stop())

const save = (who: Person, cardNumber: string, phone?: { kind: 'wechat'; code: string }) =>
  cloud.ask(saveBankAccount, { cardNumber, bankName: '示范银行', consent: true, ...(phone && { phone }) }, who)

test('两部手机同时填写不同的账户：恰好一个成功；先撤回、再改填别的卡，要验证投保时的手机号', async () => {
  await bindBy(cloud, person('lin-2'), li, liCar)
  const answers = await Promise.all([save(lin, card), save(person('lin-2'), otherCard)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await storedIn(cloud, 'bankAccounts')).toHaveLength(1)
  const { account } = await cloud.get(readBankAccount, {}, lin)
  const [first, other] = account?.tail === card.slice(-4) ? [card, otherCard] : [otherCard, card]

  // Somebody who holds one of the bound phones takes the account away and names a card of their own.
  await cloud.get(removeBankAccount, {}, person('lin-2'))
  expect(await save(person('lin-2'), other)).toMatchObject({ ok: false, code: 'phone-proof-needed' })
  expect(await save(lin, other)).toMatchObject({ ok: false, code: 'phone-proof-needed' })
  const stranger = { kind: 'wechat' as const, code: await buttonCode(cloud, zhang.phone) }
  expect(await save(person('lin-2'), other, stranger)).toMatchObject({ ok: false, code: 'phone-code-invalid' })
  expect(await cloud.get(readBankAccount, {}, lin)).toMatchObject({ account: null, provesPhone: true })

  expect(await save(lin, first), '原来的那一张，本来就是验证过的').toMatchObject({ ok: true })
  await cloud.get(removeBankAccount, {}, lin)
  const own = { kind: 'wechat' as const, code: await buttonCode(cloud, li.phone) }
  expect(await save(lin, card, own)).toMatchObject({ ok: true })
})

test('别人看不到，也改不了、删不掉我的账户', async () => {
  expect(await cloud.get(readBankAccount, {}, wang)).toMatchObject({ account: null, provesPhone: false })
  await cloud.get(removeBankAccount, {}, wang)
  expect((await cloud.get(readBankAccount, {}, lin)).account?.tail).toBe('0000')
  const input = { cardNumber: otherCard, bankName: '示范银行', consent: true, holderId: 'x' }
  const { result } = await cloud.call('customer', { operation: saveBankAccount.name, input }, wang)
  expect(result).toMatchObject({ ok: false, code: 'input-invalid' })
})

test('解除绑定后不能再看、再改', async () => {
  await bindBy(cloud, person('ex'), li, liCar)
  await cloud.get(unbindPolicy, {}, person('ex'))
  for (const operation of [readBankAccount, removeBankAccount]) {
    expect(await cloud.ask(operation, {}, person('ex'))).toMatchObject({ ok: false, code: 'not-bound' })
  }
  const phone = { kind: 'wechat' as const, code: await buttonCode(cloud, li.phone) }
  expect(await save(person('ex'), otherCard, phone)).toMatchObject({ ok: false, code: 'not-bound' })
})

test('两位投保人填同一张卡：存下来看得出是同一张，谁也不会被告知', async () => {
  expect(await save(wang, card)).toMatchObject({ ok: true })
  const hashes = (await storedIn(cloud, 'bankAccounts')).map(
    (one) => (JSON.parse(one) as { cardHash: string }).cardHash,
  )
  expect(hashes).toHaveLength(2)
  expect(new Set(hashes).size).toBe(1)
})

test('存下来的和日志里都没有卡号；同一张卡每次加密的结果不同', async () => {
  const stored = await storedIn(cloud, 'bankAccounts')
  expect(stored.join('\n')).not.toContain(card)
  const sealed = stored.map((one) => (JSON.parse(one) as { sealedCardNumber: string }).sealedCardNumber)
  expect(new Set(sealed).size).toBe(2)
  const lines = cloud.logs({ limit: 1000 }).flatMap(({ output }) => output)
  expect(lines.join('\n')).not.toContain(card)
})
