import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import jsQR from 'jsqr'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Voucher } from '@/cloud/service-pack'
import { cloudAnswers } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import ShownCodePage from './pages/index'
import { qrPicture } from './qr-picture'

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

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('出示券码', () => {
  const code = 'K7QM2X9P4TZ3'
  const shown = (change: Partial<Voucher> = {}, validFor = 180_000) => ({
    'service-pack.show-code': { data: { code, now: at, validUntilAt: at + validFor } },
    'service-pack.voucher': { data: voucher(change) },
  })
  const open = () => {
    phone.params = { voucher: 'v-1' }
    return render(<ShownCodePage />)
  }
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

  test('二维码、可以念出来的号码、倒计时；手机的钟错了也不影响', async () => {
    vi.useFakeTimers({ now: Date.parse('2020-01-01') })
    cloudAnswers(shown())
    open()
    await pass(0)
    expect(screen.getByRole('img', { name: '券码二维码，K7QM 2X9P 4TZ3' })).toBeTruthy()
    expect(screen.getByText('3:00 后失效')).toBeTruthy()
    await pass(61_000)
    expect(screen.getByText('1:59 后失效')).toBeTruthy()
  })

  test('过期后不能再扫，可以重新出示', async () => {
    vi.useFakeTimers()
    const asked = cloudAnswers(shown({}, 5_000))
    open()
    await pass(4_900)
    expect(screen.queryByText('券码已过期')).toBeNull()
    await pass(1_100)
    expect(screen.getByText('券码已过期')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '重新出示' }))
    await pass(0)
    expect(asked.filter((name) => name === 'service-pack.show-code')).toHaveLength(2)
  })

  test('核销后本页自己知道，并停止询问', async () => {
    vi.useFakeTimers()
    cloudAnswers(shown())
    open()
    await pass(0)
    const use = { at: at + 30_000, where: '城东支公司', item: '搭电' }
    const asked = cloudAnswers(shown({ history: [use] }))
    await pass(3_000)
    expect(screen.getByText('已核销')).toBeTruthy()
    expect(screen.getByText('搭电，城东支公司，2026-09-08 10:00。')).toBeTruthy()
    await pass(10_000)
    expect(asked.filter((name) => name === 'service-pack.voucher')).toHaveLength(1)
  })

  test('以前用过的记录不算这一次', async () => {
    vi.useFakeTimers()
    cloudAnswers(shown({ history: [{ at: at - 86_400_000, where: '城东支公司', item: '拖车' }] }))
    open()
    await pass(10_000)
    expect(screen.queryByText('已核销')).toBeNull()
  })

  test('打开时屏幕调亮，离开后还原', async () => {
    cloudAnswers(shown())
    const { unmount } = open()
    await vi.waitFor(() => expect(Taro.setScreenBrightness).toHaveBeenCalledWith({ value: 1 }))
    unmount()
    await vi.waitFor(() => expect(Taro.setScreenBrightness).toHaveBeenLastCalledWith({ value: 0.4 }))
  })

  test('券已过期：说明原因', async () => {
    cloudAnswers({ 'service-pack.show-code': { refused: 'voucher-expired', message: '这张券已过有效期。' } })
    open()
    expect(await screen.findByText('这张券已过有效期。')).toBeTruthy()
  })
})

describe('领奖码和身份码', () => {
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  const code = 'P7QM2X9P4TZ3'
  const shown = (name: string) => ({ [name]: { data: { code, now: at, validUntilAt: at + 180_000 } } })

  test('网点发奖后本页自己知道', async () => {
    vi.useFakeTimers()
    phone.params = { prize: 'b-1' }
    const state = (handedOver: { at: number; where: string } | null) => ({
      'prize-collection.state': { data: { title: '车载手机支架', detail: '中心营业部', handedOver } },
    })
    cloudAnswers({ ...shown('prize-collection.show-code'), ...state(null) })
    render(<ShownCodePage />)
    await pass(0)
    expect(screen.getByText('在中心营业部领取')).toBeTruthy()
    cloudAnswers({ ...shown('prize-collection.show-code'), ...state({ at, where: '中心营业部' }) })
    await pass(3_000)
    expect(screen.getByText('已领取')).toBeTruthy()
    expect(screen.getByText('车载手机支架，中心营业部，2026-09-08 10:00。')).toBeTruthy()
  })

  test('身份码：只出示，不询问什么', async () => {
    vi.useFakeTimers()
    const asked = cloudAnswers(shown('customer-code.show'))
    render(<ShownCodePage />)
    await pass(10_000)
    expect(screen.getByText('我的身份码')).toBeTruthy()
    expect(asked).toEqual(['customer-code.show'])
  })
})

test('二维码真的能被扫出来', () => {
  const code = 'K7QM2X9P4TZ3'
  const svg = decodeURIComponent(qrPicture(code).replace('data:image/svg+xml,', ''))
  const size = Number(/viewBox='0 0 (\d+)/.exec(svg)?.[1])
  const scale = 4
  const quiet = 4
  const side = (size + 2 * quiet) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', width = ''] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < Number(width) * scale; column++) {
        const at = (((Number(y) + quiet) * scale + row) * side + (Number(x) + quiet) * scale + column) * 4
        pixels.fill(0, at, at + 3)
      }
    }
  }
  expect(jsQR(pixels, side, side)?.data).toBe(code)
})
