import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { BankAccount } from '@/cloud/bank-account'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { resetPhone } from '../../../tests/stubs/taro'
import { groupDigits } from './card-number'
import BankAccountPage from './pages/index'

const kept: BankAccount = {
  way: 'bank-file',
  bankName: '中国工商银行',
  tail: '0123',
  holderName: '林*',
  savedAt: Date.parse('2026-09-08T10:00:00+08:00'),
  hindrance: null,
}
const consentText = ['只用于发放现金返还。']
const mine = (account: BankAccount | null, wechatConsentText: string[] | null = null) => ({
  'bank-account.mine': {
    data: { account, holderName: '林*', provesPhone: account !== null, consentText, wechatConsentText, messages: [] },
  },
})
const takenBack = { ...mine(null)['bank-account.mine'].data, provesPhone: true }
const purse: BankAccount = { ...kept, way: 'wechat-transfer', bankName: '微信零钱', tail: '' }
const told = ['把您的姓名提供给微信支付。']
const saved = { 'bank-account.save': { data: { account: kept } } }
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** A number of no card: Luhn's digit fits, the account is invented. */
const cardNumber = '6222020000000000000'

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

describe('填写', () => {
  test('卡号四位一组，银行自动识别，校验位错在卡号那一格', async () => {
    const asked = cloudAnswers(mine(null))
    render(<BankAccountPage />)
    await screen.findByText('填写收款账户')
    type(/^银行卡号/, '6222020000000000008')
    expect(screen.getByLabelText('银行卡号')).toHaveProperty('value', '6222 0200 0000 0000 008')
    expect(screen.getByLabelText('开户银行')).toHaveProperty('value', '中国工商银行')
    press('保存账户')
    expect(screen.getByText('卡号有误，请核对')).toBeTruthy()
    expect(asked).not.toContain('bank-account.save')
  })

  test('没有单独同意不能保存，同意不预先勾选', async () => {
    cloudAnswers({ ...mine(null), ...saved })
    render(<BankAccountPage />)
    await screen.findByText('只用于发放现金返还。')
    type(/^银行卡号/, cardNumber)
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
    press('保存账户')
    expect(screen.getByText('请先单独同意使用银行账户信息')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox'))
    cloudAnswers({ ...mine(kept), ...saved })
    press('保存账户')
    expect(await screen.findByText('•••• 0123')).toBeTruthy()
    expect(inputsOf('bank-account.save')).toEqual([
      { cardNumber: '6222 0200 0000 0000 000', bankName: '中国工商银行', consent: true },
    ])
  })
})

describe('已有账户', () => {
  test('更换要重新验证手机号：微信的代码随账户一起交', async () => {
    cloudAnswers({ ...mine(kept), ...saved })
    render(<BankAccountPage />)
    await screen.findByText('•••• 0123')
    press('更换账户')
    type(/^银行卡号/, cardNumber)
    fireEvent.click(screen.getByRole('checkbox'))
    press('验证手机号并保存')
    await vi.waitFor(() => expect(inputsOf('bank-account.save')).toHaveLength(1))
    expect(inputsOf('bank-account.save')[0]).toMatchObject({ phone: { kind: 'wechat', code: 'wechat-code' } })
  })

  test('更换时没填好：先指出错误，不问微信', async () => {
    const asked = cloudAnswers({ ...mine(kept), ...saved })
    render(<BankAccountPage />)
    await screen.findByText('•••• 0123')
    press('更换账户')
    press('验证手机号并保存')
    expect(screen.getByText('卡号有误，请核对')).toBeTruthy()
    expect(asked).not.toContain('bank-account.save')
  })

  test('撤回过的：重新填写也要验证手机号', async () => {
    cloudAnswers({ 'bank-account.mine': { data: takenBack }, ...saved })
    render(<BankAccountPage />)
    await screen.findByText('填写收款账户')
    type(/^银行卡号/, cardNumber)
    fireEvent.click(screen.getByRole('checkbox'))
    press('验证手机号并保存')
    await vi.waitFor(() => expect(inputsOf('bank-account.save')).toHaveLength(1))
    expect(inputsOf('bank-account.save')[0]).toMatchObject({ phone: { kind: 'wechat', code: 'wechat-code' } })
  })

  test('删除要再确认一次；正在打款时说明不能删', async () => {
    const message = '有一笔返还正在打款，到账后才能撤回账户。'
    const asked = cloudAnswers({ ...mine(kept), 'bank-account.remove': { refused: 'bank-account-in-use', message } })
    render(<BankAccountPage />)
    await screen.findByText('•••• 0123')
    press('删除账户')
    expect(asked).not.toContain('bank-account.remove')
    press('确认删除')
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.getByText('•••• 0123')).toBeTruthy()
  })
})

describe('收到微信零钱', () => {
  test('不能选的时候，页面上没有这个选择', async () => {
    cloudAnswers(mine(null))
    render(<BankAccountPage />)
    await screen.findByText('填写收款账户')
    expect(screen.queryByRole('radiogroup')).toBeNull()
  })

  test('有自己的单独同意，写明姓名给谁；不勾选不能选', async () => {
    cloudAnswers({ ...mine(null, told), 'bank-account.choose-wechat': { data: { account: purse } } })
    render(<BankAccountPage />)
    await screen.findByText('填写收款账户')
    fireEvent.click(screen.getByRole('radio', { name: '微信零钱' }))
    expect(screen.getByText('把您的姓名提供给微信支付。')).toBeTruthy()
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
    press('选择微信零钱')
    expect(screen.getByText('请先单独同意向微信支付提供姓名')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox'))
    cloudAnswers({ ...mine(purse, told), 'bank-account.choose-wechat': { data: { account: purse } } })
    press('选择微信零钱')
    expect(await screen.findByText('打款后在微信里确认收款')).toBeTruthy()
    expect(inputsOf('bank-account.choose-wechat')).toEqual([{ consent: true }])
  })

  test('上一次没有付成：写明原因；可以更换，也可以撤回选择和同意', async () => {
    const hindrance = '上一次没有付成：微信里的实名和投保人不是同一个人。请重新选择，选好后再付。'
    cloudAnswers({ ...mine({ ...purse, hindrance }, told), 'bank-account.remove': { data: {} } })
    render(<BankAccountPage />)
    expect(await screen.findByText(hindrance)).toBeTruthy()
    press('更换账户')
    expect(screen.getByRole('radio', { name: '微信零钱' }).getAttribute('aria-checked')).toBe('true')
    press('不更换')
    press('撤回选择和同意')
    press('确认撤回')
    await vi.waitFor(() => expect(inputsOf('bank-account.remove')).toHaveLength(1))
  })
})

describe('等您确认收款', () => {
  const transfer = {
    benefitId: 'b1',
    title: '续保保费返还',
    netFen: 26_840,
    merchantId: '19',
    appId: 'wx1',
    packageInfo: 'p1',
  }
  const confirm = async () => {
    const asked = cloudAnswers({ ...mine(purse, told), 'transfer.to-confirm': { data: { transfers: [transfer] } } })
    render(<BankAccountPage />)
    expect(await screen.findByText('¥268.40')).toBeTruthy()
    press('确认收款')
    return asked
  }
  type Asked = Parameters<typeof Taro.requestMerchantTransfer>[0]

  test('打开微信的确认页；微信没有告诉云端之前不说到账，再读一次', async () => {
    const asked = await confirm()
    expect(await screen.findByText(/确认过的，微信正在处理/)).toBeTruthy()
    expect(screen.queryByText(/已到账/)).toBeNull()
    expect(Taro.requestMerchantTransfer).toHaveBeenCalledWith(
      expect.objectContaining({ mchId: '19', appId: 'wx1', package: 'p1' }),
    )
    expect(asked.filter((operation) => operation === 'transfer.to-confirm').length).toBeGreaterThan(1)
  })

  test.each<[string, (option: Asked) => void, RegExp]>([
    ['取消', ({ fail }) => fail({ errMsg: 'requestMerchantTransfer:fail cancel' }), /这笔钱还在等您/],
    ['有的手机把取消报成成功', ({ success }) => success({ result: 'cancel' }), /这笔钱还在等您/],
    ['没有打开', ({ fail }) => fail({ errMsg: 'requestMerchantTransfer:fail' }), /钱没有动/],
  ])('%s', async (_name, act, words) => {
    vi.mocked(Taro.requestMerchantTransfer).mockImplementationOnce(act)
    await confirm()
    expect(await screen.findByText(words)).toBeTruthy()
  })

  test('微信太旧：请客户更新，不去打开', async () => {
    vi.mocked(Taro.canIUse).mockReturnValueOnce(false)
    await confirm()
    expect(await screen.findByText(/请更新微信/)).toBeTruthy()
    expect(Taro.requestMerchantTransfer).not.toHaveBeenCalled()
  })
})

test('卡号分组：最多 19 位，其余字符丢弃', () => {
  expect(groupDigits('6222-0200 0000x000000799')).toBe('6222 0200 0000 0000 007')
  expect(groupDigits('6222')).toBe('6222')
  expect(groupDigits('62220')).toBe('6222 0')
})

test('不认识的卡号没有银行，由客户填写', async () => {
  cloudAnswers(mine(null))
  render(<BankAccountPage />)
  await screen.findByText('填写收款账户')
  type(/^银行卡号/, '9999000000000000')
  expect(screen.getByLabelText('开户银行')).toHaveProperty('value', '')
  type(/^开户银行/, '示范银行')
  expect(screen.getByLabelText('开户银行')).toHaveProperty('value', '示范银行')
})
