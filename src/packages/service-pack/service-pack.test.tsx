import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Voucher } from '@/cloud/service-pack'
import { cloudAnswers } from '../../../tests/fixtures/cloud-answers'
import { resetPhone } from '../../../tests/stubs/taro'
import ServicePack from './pages/index'

const at = Date.parse('2026-09-08T10:00:00+08:00')
const voucher = (change: Partial<Voucher> = {}): Voucher => ({
  voucherId: 'v-1',
  kind: 'roadside',
  title: '道路救援',
  detail: '拖车、搭电、换胎',
  plate: '京A·8***1',
  validFromOn: '2026-09-05',
  validUntilOn: '2027-09-04',
  usesLeft: null,
  state: 'usable',
  history: [],
  ...change,
})
const listed = (vouchers: Voucher[]) => ({
  'service-pack.vouchers': {
    data: {
      vouchers,
      workshops: [{ workshopId: 'w-1', name: '示范汽修', address: '示范市东风路 66 号' }],
      hotline: '400-000-0000',
    },
  },
})

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

describe('服务礼包', () => {
  test('每张券写明次数、期限和状态；只有可用的能使用', async () => {
    cloudAnswers(
      listed([
        voucher(),
        voucher({ voucherId: 'v-2', title: '安全检测', usesLeft: 0, state: 'used' }),
        voucher({ voucherId: 'v-3', title: '工时券', state: 'not-yet', validFromOn: '2026-10-01' }),
        voucher({ voucherId: 'v-4', title: '配件券', state: 'cancelled' }),
      ]),
    )
    render(<ServicePack />)
    expect(await screen.findByText('不限次数')).toBeTruthy()
    expect(screen.getByText('已用完')).toBeTruthy()
    expect(screen.getByText('2026 年 10 月 1 日起可用')).toBeTruthy()
    expect(screen.getByText('已收回')).toBeTruthy()
    expect(screen.getAllByRole('button', { name: /^使用/ })).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: '使用道路救援' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/shown-code/pages/index?voucher=v-1' })
  })

  test('使用记录按需展开；热线一按就拨', async () => {
    cloudAnswers(listed([voucher({ history: [{ at, where: '城东支公司', item: '搭电' }] })]))
    render(<ServicePack />)
    fireEvent.click(await screen.findByRole('button', { name: '道路救援的使用记录（1），展开' }))
    expect(screen.getByText('2026-09-08 10:00 · 城东支公司')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^救援热线/ }))
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '400-000-0000' })
  })

  test('还没有券：一句话；没有绑定：带去绑定', async () => {
    cloudAnswers(listed([]))
    const first = render(<ServicePack />)
    expect(await screen.findByText(/还没有服务券/)).toBeTruthy()
    first.unmount()
    resetPhone()
    cloudAnswers({ 'service-pack.vouchers': { refused: 'not-bound', message: '请先绑定保单。' } })
    render(<ServicePack />)
    fireEvent.click(await screen.findByRole('button', { name: '绑定保单' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/binding/pages/index' })
  })
})
