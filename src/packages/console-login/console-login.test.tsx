import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import ConsoleLogin from './pages/index'

const ticketId = 'AbCdEfGhIjKlMnOpQrStUvWx'
const at = Date.parse('2026-09-08T10:00:00+08:00')
const login = {
  'console-login.look': {
    data: {
      ...{ browser: 'Chrome 131 · Windows', place: '203.0.113.*', numbers: ['17', '42', '86'] },
      ...{ me: { name: '钱审核', role: 'reviewer' }, now: at, expiresAt: at + 180_000 },
    },
  },
}
const yes = { 'console-login.confirm': { data: {} } }
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
  phone.params = { scene: encodeURIComponent(`t=${ticketId}`) }
})
afterEach(cleanup)

test('写明哪个浏览器、从哪里；选了屏幕上的数字才能确认', async () => {
  cloudAnswers({ ...login, ...yes })
  render(<ConsoleLogin />)
  expect(await screen.findByText('Chrome 131 · Windows')).toBeTruthy()
  expect(screen.getByText('203.0.113.*')).toBeTruthy()
  press('确认登录')
  expect(await screen.findByText('请先选择电脑屏幕上显示的数字。')).toBeTruthy()
  expect(inputsOf('console-login.confirm')).toEqual([])
  fireEvent.click(screen.getByRole('radio', { name: '42' }))
  press('确认登录')
  expect(await screen.findByText('已确认登录')).toBeTruthy()
  expect(inputsOf('console-login.confirm')).toEqual([{ ticketId, number: '42' }])
})

test('数字选错：写明已作废，没有再确认的按钮', async () => {
  cloudAnswers({ ...login, 'console-login.confirm': { refused: 'login-number-wrong', message: '数字与屏幕上的不符' } })
  render(<ConsoleLogin />)
  fireEvent.click(await screen.findByRole('radio', { name: '17' }))
  press('确认登录')
  expect(await screen.findByText(/这次登录已作废/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '确认登录' })).toBeNull()
})

test('拒绝', async () => {
  cloudAnswers({ ...login, 'console-login.refuse': { data: {} } })
  render(<ConsoleLogin />)
  await screen.findByText('Chrome 131 · Windows')
  press('不是我，拒绝')
  expect(await screen.findByText(/那台电脑没有登录/)).toBeTruthy()
})

test('不是工作人员、码已过期：写明原因', async () => {
  cloudAnswers({ 'console-login.look': { refused: 'login-ticket-gone', message: '登录码无效、已使用或已过期。' } })
  render(<ConsoleLogin />)
  expect(await screen.findByText('登录码无效、已使用或已过期。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '重新加载' })).toBeNull()
})

test('不是扫码进来的：告诉怎样来，什么都没有问云端', () => {
  phone.params = {}
  cloudAnswers(login)
  render(<ConsoleLogin />)
  expect(screen.getByText(/用微信扫一扫登录页上的码/)).toBeTruthy()
  expect(Taro.cloud.callFunction).not.toHaveBeenCalled()
})
