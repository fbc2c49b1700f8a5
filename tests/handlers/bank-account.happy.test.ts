import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBankAccount, removeBankAccount, saveBankAccount } from '#contract/bank-account'
import { sendBindingCode } from '#contract/binding'
import { openOffers } from '#contract/offers'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import { bindBy, buttonCode, lastSms, li, liCar, storedIn, tellOfBoth } from './policy-book'

/** Invented numbers whose check digits are right; the first one's prefix is in the table of issuers, the other's is not. */
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

test('先看到单独同意的内容，没有账户', async () => {
  const page = await cloud.get(readBankAccount, {}, lin)
  expect(page).toMatchObject({ account: null, holderName: '李**' })
  expect(page.consentText.join('')).toContain('敏感个人信息')
})

test('填写账户：开户行按卡号认出，只显示末四位；卡号加密保存，同意的时间和文本有记录', async () => {
  const input = { cardNumber: '6222 0200 0000 0000 000', bankName: '随便写的', consent: true } as const
  const { account } = await cloud.get(saveBankAccount, input, lin)
  expect(account).toMatchObject({ bankName: '中国工商银行', tail: '0000', holderName: '李**' })
  expect((await cloud.get(openOffers, {}, lin)).bound?.bankAccount).toEqual({ bankName: '中国工商银行', tail: '0000' })
  const [stored = ''] = await storedIn(cloud, 'bankAccounts')
  expect(stored).not.toContain(icbcCard)
  expect(JSON.parse(stored)).toMatchObject({ consent: { textHash: expect.stringMatching(/^[0-9a-f]{64}$/) } })
})

test('更换账户：重新验证手机号，微信或短信都可以；认不出的卡按填写的开户行', async () => {
  const code = await buttonCode(cloud, li.phone)
  const changed = await cloud.get(
    saveBankAccount,
    { cardNumber: otherCard, bankName: '示范银行', consent: true, phone: { kind: 'wechat', code } },
    lin,
  )
  expect(changed.account).toMatchObject({ bankName: '示范银行', tail: '0004' })
  await cloud.get(sendBindingCode, { phone: li.phone }, lin)
  const phone = { kind: 'sms' as const, phone: li.phone, code: lastSms(cloud, li.phone) }
  const back = await cloud.get(saveBankAccount, { cardNumber: icbcCard, bankName: '工行', consent: true, phone }, lin)
  expect(back.account.tail).toBe('0000')
})

test('撤回账户：连同同意一起删除', async () => {
  await cloud.get(removeBankAccount, {}, lin)
  expect(await storedIn(cloud, 'bankAccounts')).toEqual([])
  expect((await cloud.get(readBankAccount, {}, lin)).account).toBeNull()
})
