import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import Binding from './pages/index'

const bound = { 'binding.bind': { data: { vehicles: 2 } } }
const now = 1_788_000_000_000
const codeSent = { 'binding.send-code': { data: { now, nextCodeAt: now + 60_000, validUntilAt: now + 300_000 } } }

const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('用微信手机号', () => {
  test('证件号后 6 位填好，一按就绑定：交给云端的是微信的一次性代码', async () => {
    cloudAnswers(bound)
    render(<Binding />)
    type('投保人证件号后 6 位', '12345x')
    press('用微信手机号绑定')
    expect(await screen.findByText('绑定成功')).toBeTruthy()
    expect(inputsOf('binding.bind')).toEqual([
      { phone: { kind: 'wechat', code: 'wechat-code' }, proof: { kind: 'id-tail', value: '12345x' } },
    ])
    press('查看我的优惠')
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/offers/index' })
  })

  test('证件号没填对：错误在那一格，不问微信也不问云端', () => {
    const asked = cloudAnswers(bound)
    render(<Binding />)
    type('投保人证件号后 6 位', '123')
    press('用微信手机号绑定')
    expect(screen.getByText('请输入证件号后 6 位')).toBeTruthy()
    expect(asked).toEqual([])
  })

  test('客户不同意：改为短信验证码，已填的保留', () => {
    phone.phoneNumber = { errMsg: 'getPhoneNumber:fail user deny' }
    cloudAnswers(bound)
    render(<Binding />)
    type('投保人证件号后 6 位', '123456')
    press('用微信手机号绑定')
    expect(screen.getByText('没有取得微信手机号，可以改用短信验证码。')).toBeTruthy()
    expect(screen.getByLabelText('手机号')).toBeTruthy()
    expect(screen.getByLabelText('投保人证件号后 6 位')).toHaveProperty('value', '123456')
  })
})

describe('用短信验证码', () => {
  test('手机号不对：不发短信，错误在手机号', () => {
    const asked = cloudAnswers(codeSent)
    render(<Binding />)
    press('用短信验证码')
    type('手机号', '1380000')
    press('获取验证码')
    expect(screen.getByText('请输入 11 位手机号')).toBeTruthy()
    expect(asked).toEqual([])
  })

  test('发出后倒计时由云端的间隔决定，手机的钟错了也一样', async () => {
    vi.useFakeTimers({ now: Date.parse('2020-01-01') })
    cloudAnswers(codeSent)
    render(<Binding />)
    press('用短信验证码')
    type('手机号', '13800001234')
    press('获取验证码')
    await vi.advanceTimersByTimeAsync(0)
    expect(screen.getByText('60 秒后重发')).toBeTruthy()
    await vi.advanceTimersByTimeAsync(59_000)
    expect(screen.getByText('1 秒后重发')).toBeTruthy()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(screen.getByText('重新发送')).toBeTruthy()
  })

  test('发送太频繁：写明原因', async () => {
    const message = '验证码发送过于频繁，请稍后再试。'
    cloudAnswers({ 'binding.send-code': { refused: 'too-many-codes', message } })
    render(<Binding />)
    press('用短信验证码')
    type('手机号', '13800001234')
    press('获取验证码')
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test('核对次数过多：写明多久之后；验证码作废，不再留在格子里', async () => {
    const message = '核对次数过多，请 24 小时后再试，或到网点办理。'
    cloudAnswers({ 'binding.bind': { refused: 'binding-locked', message } })
    render(<Binding />)
    press('用短信验证码')
    type('投保人证件号后 6 位', '123456')
    type('手机号', '13800001234')
    type('短信验证码', '654321')
    press('绑定保单')
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.getByLabelText('短信验证码')).toHaveProperty('value', '')
  })
})

describe('车牌键盘', () => {
  const openKeyboard = () => {
    render(<Binding />)
    fireEvent.click(screen.getByRole('radio', { name: '车牌号' }))
    press(/^车牌号，/)
  }

  test('先省份，再字母，后面字母和数字；绑定时交出完整车牌', async () => {
    cloudAnswers(bound)
    openKeyboard()
    press('京')
    expect(screen.getByRole('button', { name: '1' }).getAttribute('aria-disabled')).toBe('true')
    press('1')
    for (const key of ['A', 'D', '1', '2', '3', '4', '5']) press(key)
    press('完成')
    expect(screen.queryByRole('dialog', { name: '车牌键盘' })).toBeNull()
    press('用微信手机号绑定')
    await screen.findByText('绑定成功')
    expect(inputsOf('binding.bind')[0]).toMatchObject({ proof: { kind: 'plate', value: '京AD12345' } })
  })

  test('删除退一格；没填完时错误在车牌', () => {
    cloudAnswers(bound)
    openKeyboard()
    press('沪')
    press('A')
    press('删除')
    press('完成')
    expect(screen.getByRole('button', { name: '车牌号，沪' })).toBeTruthy()
    press('用微信手机号绑定')
    expect(screen.getByText('请输入完整车牌号')).toBeTruthy()
  })
})
