import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MyData } from '@/cloud/my-data'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { resetPhone } from '../../../tests/stubs/taro'
import MyDataPage from './pages/index'

const at = Date.parse('2026-09-08T10:00:00+08:00')
const data = (change: Partial<MyData> = {}): MyData => ({
  bound: true,
  kept: [
    { what: '手机号', value: '138****1234', why: '验证身份', until: '解除绑定后 30 天', deletable: true, stays: null },
    { what: '银行账户', value: null, why: '发放返还', until: '撤回同意时', deletable: true, stays: null },
    {
      what: '证件号',
      value: '110***********1234',
      why: '核对身份',
      until: '合同终止后 10 年',
      deletable: false,
      stays: null,
    },
  ],
  deletion: null,
  accesses: [{ at, who: '城东支公司', what: '手机号', why: '预约回电' }],
  contact: '400-000-0000',
  ...change,
})
const read = (change: Partial<MyData> = {}) => ({ 'my-data.read': { data: data(change) } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

test('留存的在前，写明遮挡后的内容、用途、期限；没有留存的只列名，按需展开；谁看过都在', async () => {
  cloudAnswers(read())
  render(<MyDataPage />)
  expect(await screen.findByText('138****1234')).toBeTruthy()
  expect(screen.getByText('没有留存：银行账户。')).toBeTruthy()
  expect(screen.queryByText('没有留存')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '没有留存的信息的用途和期限，展开' }))
  expect(screen.getByText('没有留存')).toBeTruthy()
  expect(screen.getByText('期限：合同终止后 10 年（依法留存，不能提前删除）')).toBeTruthy()
  expect(screen.getByText('城东支公司查看手机号')).toBeTruthy()
})

test('副本按了才取，可以复制全文', async () => {
  const asked = cloudAnswers({ ...read(), 'my-data.copy': { data: { fileName: 'a.txt', text: '姓名：林某' } } })
  render(<MyDataPage />)
  await screen.findByText('138****1234')
  expect(asked).not.toContain('my-data.copy')
  press('生成我的信息副本')
  expect(await screen.findByText('姓名：林某')).toBeTruthy()
  fireEvent.click(screen.getByText('复制全文'))
  expect(await screen.findByText('已复制')).toBeTruthy()
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: '姓名：林某' })
})

test('今天取过副本：说明明天再来', async () => {
  const message = '今天已经取过副本，请明天再来。'
  cloudAnswers({ ...read(), 'my-data.copy': { refused: 'too-many-copies', message } })
  render(<MyDataPage />)
  await screen.findByText('138****1234')
  press('生成我的信息副本')
  expect(await screen.findByText(message)).toBeTruthy()
})

test('申请删除要先确认影响；之后写明删了什么、留到何时', async () => {
  const done = { requestedAt: at, deletedNow: ['绑定关系'], keptUntil: ['保单记录，至 2036 年 9 月'] }
  const asked = cloudAnswers({ ...read(), 'my-data.request-deletion': { data: done } })
  render(<MyDataPage />)
  await screen.findByText('138****1234')
  press('申请删除')
  const sheet = screen.getByRole('dialog', { name: '申请删除我的信息' })
  fireEvent.click(within(sheet).getByRole('button', { name: '提交申请' }))
  expect(within(sheet).getByText('请先确认')).toBeTruthy()
  expect(asked).not.toContain('my-data.request-deletion')
  fireEvent.click(within(sheet).getByRole('checkbox'))
  fireEvent.click(within(sheet).getByRole('button', { name: '提交申请' }))
  expect(await screen.findByText('绑定关系')).toBeTruthy()
  expect(screen.getByText('保单记录，至 2036 年 9 月')).toBeTruthy()
  expect(inputsOf('my-data.request-deletion')).toEqual([{ understood: true }])
})

test('已申请：写明最晚哪天处理完，不能再申请', async () => {
  cloudAnswers(read({ deletion: { requestedAt: at, answer: [], state: 'requested', dueOn: '2026-09-23' } }))
  render(<MyDataPage />)
  expect(await screen.findByText('2026-09-08 10:00 已申请，最晚 2026 年 9 月 23 日（含当日）处理完。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '申请删除' })).toBeNull()
})

test('没有绑定保单：不提解除绑定', async () => {
  cloudAnswers(read({ bound: false }))
  render(<MyDataPage />)
  await screen.findByText('138****1234')
  expect(screen.queryByRole('button', { name: '解除绑定' })).toBeNull()
})

test('解除绑定要再确认一次，说明权益还在，也不再提解除', async () => {
  const asked = cloudAnswers({ ...read(), 'binding.unbind': { data: {} } })
  render(<MyDataPage />)
  await screen.findByText('138****1234')
  press('解除绑定')
  expect(asked).not.toContain('binding.unbind')
  cloudAnswers({ ...read({ bound: false }), 'binding.unbind': { data: {} } })
  press('确认解除')
  expect(await screen.findByText('已解除绑定，权益仍归投保人。')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: '解除绑定' })).toBeNull())
  expect(screen.getByText('已解除绑定，权益仍归投保人。')).toBeTruthy()
})
