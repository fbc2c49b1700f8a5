import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CollectionView } from '@/cloud/prize-collection'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import PrizeCollectionPage from './pages/index'

const at = Date.parse('2026-11-02T10:00:00+08:00')
const view = (change: Partial<CollectionView> = {}): CollectionView => ({
  benefitId: 'b-1',
  prize: {
    prizeId: 'phone-holder',
    kind: 'accessories',
    name: '车载手机支架',
    valueFen: 4_500,
    usage: '颜色随机',
    deliveryNote: '快递到您填写的地址，运费由主办方承担',
  },
  stage: 'to-fill',
  next: '请在 11 月 13 日前（含当日）填写领奖信息，逾期视为放弃。',
  opensOn: '2026-09-01',
  untilOn: '2026-11-13',
  version: 0,
  editable: true,
  ways: [
    { way: 'delivery', asks: ['name', 'phone', 'region', 'address'] },
    { way: 'in-person', asks: ['name', 'phone', 'branch'] },
  ],
  branches: [{ branchCode: 'SF0101', name: '中心营业部', address: '演示路 1 号', phone: '400-000-0000' }],
  filled: null,
  returned: null,
  tax: null,
  consent: { recipient: ['只用于发放这件奖品。'], identity: [] },
  handOver: null,
  templates: [{ template: 'prize-progress', templateId: 'T-1' }],
  hotline: '400-000-0000',
  ...change,
})
const opened = (change: Partial<CollectionView> = {}) => ({ 'prize-collection.open': { data: view(change) } })
const kept = {
  'prize-collection.save-draft': { data: { version: 1, savedAt: at } },
  'prize-collection.submit': { data: { version: 2, submittedAt: at, verifyDueOn: '2026-11-05' } },
  'notices.accept-messages': { data: {} },
}
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

beforeEach(() => {
  resetPhone()
  phone.params = { prize: 'b-1' }
  vi.clearAllMocks()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('填写', () => {
  test('只问这件奖品要的；错误在各自的那一格，同意不预先勾选', async () => {
    const asked = cloudAnswers({ ...opened(), ...kept })
    render(<PrizeCollectionPage />)
    expect(await screen.findByText(/请在 11 月 13 日前/)).toBeTruthy()
    expect(screen.getByText(/运费由主办方承担/)).toBeTruthy()
    expect(screen.queryByLabelText(/身份证/)).toBeNull()
    expect(screen.getByRole('checkbox').getAttribute('aria-checked')).toBe('false')
    press('提交领奖信息')
    for (const problem of ['请填写真实姓名', '请选择省、市、区县', '请写到街道和门牌号', '请先同意使用领奖信息']) {
      expect(screen.getByText(problem)).toBeTruthy()
    }
    expect(asked).not.toContain('prize-collection.submit')
  })

  test('用微信地址一次填好，提交时问一次消息，同意的记到云端', async () => {
    cloudAnswers({ ...opened(), ...kept })
    render(<PrizeCollectionPage />)
    await screen.findByText('领奖信息')
    press('用微信地址')
    await screen.findByDisplayValue('林演示')
    fireEvent.click(screen.getByRole('checkbox'))
    press('提交领奖信息')
    await vi.waitFor(() => expect(inputsOf('prize-collection.submit')).toHaveLength(1))
    expect(inputsOf('prize-collection.submit')[0]).toEqual({
      ...{ benefitId: 'b-1', version: 0, way: 'delivery', name: '林演示', phone: '13800001234' },
      ...{ region: ['示范省', '示范市', '示范区'], address: '演示路 1 号 301', consent: true },
    })
    await vi.waitFor(() =>
      expect(inputsOf('notices.accept-messages')).toMatchObject([{ accepted: ['prize-progress'] }]),
    )
  })

  test('到网点领取：改问网点，不问地址', async () => {
    cloudAnswers({ ...opened(), ...kept })
    render(<PrizeCollectionPage />)
    await screen.findByText('领奖信息')
    fireEvent.click(screen.getByRole('radio', { name: '到网点领取' }))
    expect(screen.queryByLabelText(/^详细地址/)).toBeNull()
    type(/^姓名/, '林演示')
    type(/^手机号/, '13800001234')
    press('提交领奖信息')
    expect(screen.getByText('请选择领取的网点')).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: '中心营业部' }))
    fireEvent.click(screen.getByRole('checkbox'))
    press('提交领奖信息')
    await vi.waitFor(() => expect(inputsOf('prize-collection.submit')).toMatchObject([{ branchCode: 'SF0101' }]))
  })

  test('选了网点马上填姓名，页面还没有重画：两样都在', async () => {
    cloudAnswers({ ...opened(), ...kept })
    render(<PrizeCollectionPage />)
    fireEvent.click(await screen.findByText('到网点领取'))
    act(() => {
      fireEvent.click(screen.getByText('中心营业部'))
      type(/姓名/, '林演示')
    })
    type(/手机号/, '13800001234')
    fireEvent.click(screen.getByText('我已阅读以上内容，同意使用我的领奖信息。'))
    press('提交领奖信息')
    await screen.findByRole('button', { name: '提交领奖信息' })
    expect(inputsOf('prize-collection.submit')).toMatchObject([{ branchCode: 'SF0101', name: '林演示' }])
  })

  test('草稿：手机马上存，停下两秒后云端也存；再打开还在', async () => {
    vi.useFakeTimers()
    cloudAnswers({ ...opened(), ...kept })
    const first = render(<PrizeCollectionPage />)
    await act(() => vi.advanceTimersByTimeAsync(0))
    type(/^姓名/, '林')
    await act(() => vi.advanceTimersByTimeAsync(1_900))
    expect(inputsOf('prize-collection.save-draft')).toHaveLength(0)
    await act(() => vi.advanceTimersByTimeAsync(200))
    expect(inputsOf('prize-collection.save-draft')).toMatchObject([{ name: '林', version: 0 }])
    expect(screen.getByText(/草稿已保存/)).toBeTruthy()
    first.unmount()
    render(<PrizeCollectionPage />)
    await act(() => vi.advanceTimersByTimeAsync(0))
    expect(screen.getByLabelText('姓名')).toHaveProperty('value', '林')
  })

  test('登记证件的：另有单独同意，说明税款', async () => {
    const asks = ['name', 'phone', 'region', 'address', 'idNumber'] as const
    cloudAnswers({
      ...opened({
        ways: [{ way: 'delivery', asks: [...asks] }],
        tax: { grossFen: 25_000, withheldFen: 5_000, netFen: 20_000, borneBy: 'organiser' },
        consent: { recipient: ['只用于发放。'], identity: ['只用于代扣代缴。'] },
      }),
      ...kept,
    })
    render(<PrizeCollectionPage />)
    expect(await screen.findByText('个税（主办方承担）')).toBeTruthy()
    expect(screen.getAllByRole('checkbox')).toHaveLength(2)
    press('提交领奖信息')
    expect(screen.getByText('请填写本人 18 位身份证号码')).toBeTruthy()
    expect(screen.getByText('请先单独同意使用证件号')).toBeTruthy()
  })
})

describe('提交之后', () => {
  const filled = {
    ...{ way: 'delivery' as const, branchCode: null, name: '林演示', phone: '13800001234' },
    ...{ region: ['示范省', '示范市', '示范区'], address: '演示路 1 号 301', idMask: null },
  }

  test('待核实：看得到填了什么，可以修改', async () => {
    cloudAnswers(opened({ stage: 'submitted', filled, version: 2, next: '11 月 5 日前（含当日）核实完毕' }))
    render(<PrizeCollectionPage />)
    expect(await screen.findByText('示范省 示范市 示范区 演示路 1 号 301')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '提交领奖信息' })).toBeNull()
    press('修改')
    expect(screen.getByRole('button', { name: '保存修改' })).toBeTruthy()
  })

  test('退回：原因只写一遍，带日期，表单已填好', async () => {
    const next = '领奖信息需要改正：门牌号不完整。请在 11 月 9 日前（含当日）改正后提交。'
    cloudAnswers(opened({ stage: 'returned', filled, version: 3, next, returned: { at, why: '门牌号不完整' } }))
    render(<PrizeCollectionPage />)
    expect(await screen.findByText(/门牌号不完整/)).toHaveProperty('textContent', `2026-11-02 退回，${next}`)
    expect(screen.getByLabelText('详细地址')).toHaveProperty('value', '演示路 1 号 301')
  })

  test('核实后到网点：出示领奖码', async () => {
    const there = { ...filled, way: 'in-person' as const, branchCode: 'SF0101', address: '', region: [] }
    cloudAnswers(opened({ stage: 'verified', filled: there, editable: false }))
    render(<PrizeCollectionPage />)
    fireEvent.click(await screen.findByRole('button', { name: '出示领奖码' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/shown-code/pages/index?prize=b-1' })
  })

  test.each([
    [
      '寄出：承运商和单号，可以复制',
      { kind: 'carrier', at, carrier: 'sf', trackingNumber: 'SF1234567890' },
      'SF1234567890',
    ],
    ['券码：有效期写明', { kind: 'code', at, code: 'WASH-0001', validUntilOn: '2026-12-07' }, '至 2026 年 12 月 7 日'],
    ['在网点领取', { kind: 'in-person', at, where: '中心营业部' }, '已在网点领取'],
  ] as const)('%s', async (_name, handOver, says) => {
    cloudAnswers(opened({ stage: 'handed-over', editable: false, handOver }))
    render(<PrizeCollectionPage />)
    expect(await screen.findByText(says)).toBeTruthy()
  })

  test('逾期：说明原因，没有表单', async () => {
    cloudAnswers(opened({ stage: 'expired', editable: false, next: '没有在 11 月 13 日前（含当日）提交，视为放弃。' }))
    render(<PrizeCollectionPage />)
    expect(await screen.findByText('已逾期')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '提交领奖信息' })).toBeNull()
  })
})

test('上次看的是另一件奖品：不先画出来', async () => {
  cloudAnswers(opened({ benefitId: 'b-2' }))
  phone.params = { prize: 'b-2' }
  const first = render(<PrizeCollectionPage />)
  await screen.findByText('领奖信息')
  first.unmount()
  phone.params = { prize: 'b-1' }
  cloudAnswers({})
  render(<PrizeCollectionPage />)
  expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
})
