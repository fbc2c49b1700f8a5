import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Quote } from '@/cloud/quote'
import { cloudAnswers, inputsOf } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import BookingPage from './pages/booking'
import QuotePage from './pages/index'

const quoted = (change: Partial<Quote> = {}): Quote => ({
  tableName: '示范费率表',
  tableFromOn: '2026-08-01',
  commercialPremiumFen: 310_000,
  discountFen: 15_500,
  payableFen: 294_500,
  compulsoryPremiumFen: 95_000,
  statement: [
    { kind: 'part', label: '商业险保费', value: '¥3,100.00', clause: '§5.1.1', amountFen: 310_000, note: null },
    { kind: 'part', label: '新客户折扣', value: '-¥155.00', clause: '§5.1.1', amountFen: -15_500, note: '9.5 折' },
    { kind: 'result', label: '优惠后保费', value: '¥2,945.00', clause: '§5.1.1', amountFen: 294_500, note: null },
  ],
  invitation: null,
  also: [
    {
      rule: 'service-pack',
      clause: '§5.1.3',
      title: '增值服务礼包',
      figure: '价值 ¥600',
      sentence: '道路救援全年不限次数。',
      limits: ['保单有效期内使用。'],
    },
  ],
  ...change,
})

const branch = { branchCode: 'B1', name: '城东支公司', address: '示范市东风路 1 号', phone: '010-0000 0001' }
const booked = {
  leadId: 'l-1',
  branchName: '高新营业部',
  branchPhone: '010-0000 0002',
  bookedAt: Date.parse('2026-09-08T10:00:00+08:00'),
  callsUntilOn: '2026-09-10',
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

describe('试算', () => {
  test('车牌号可以不填，填了要填完整；不带去试算', async () => {
    cloudAnswers({ 'quote.premium': { data: quoted() } })
    render(<QuotePage />)
    press('车牌号（可不填），未填写')
    for (const key of ['京', 'A', '1', '2', '3', '4']) press(key)
    press('开始试算')
    expect(await screen.findByText('请填写完整的车牌号，或全部删除')).toBeTruthy()
    expect(inputsOf('quote.premium')).toEqual([])
    press('5')
    press('开始试算')
    expect(await screen.findByText('轿车 · 家庭自用 · 境内行驶 · 京A12345')).toBeTruthy()
    expect(JSON.stringify(inputsOf('quote.premium'))).not.toContain('京A12345')
    press('预约投保')
    expect(JSON.stringify(vi.mocked(Taro.navigateTo).mock.calls)).not.toContain('京A12345')
    cleanup()

    phone.params = { kind: 'apply', type: 'suv', use: 'family', region: 'province' }
    phone.storage.set('channel:me', 'branch')
    cloudAnswers({ 'leads.branches': { data: { branches: [branch] } }, 'leads.book': { data: booked } })
    render(<BookingPage />)
    await screen.findByText('运动型多用途车 · 家庭自用 · 省内行驶 · 京A12345')
    expect(screen.getByText(/我的称呼、手机号和车牌号只用于这次预约/)).toBeTruthy()
    type('称呼', '林女士')
    type('手机号', '13800001234')
    fireEvent.click(screen.getByRole('checkbox'))
    press('提交预约')
    await screen.findByText('预约已提交')
    expect(inputsOf('leads.book')[0]).toMatchObject({ plate: '京A12345', channel: 'branch' })
  })

  test('不改任何选项就能算：结果、明细、交强险分开、仅供参考', async () => {
    cloudAnswers({ 'quote.premium': { data: quoted() } })
    render(<QuotePage />)
    press('开始试算')
    expect(await screen.findByText('比原保费少 ¥155.00')).toBeTruthy()
    expect(screen.getByText('仅供参考')).toBeTruthy()
    expect(screen.getByText('交强险（另计，不参与折扣）')).toBeTruthy()
    expect(screen.getByText('¥950.00')).toBeTruthy()
    expect(screen.getByText('保单有效期内使用。')).toBeTruthy()
    expect(inputsOf('quote.premium')).toEqual([
      { vehicleType: 'passenger-car', usageNature: 'family', drivingRegion: 'nationwide', claimsLastYear: 0 },
    ])
    expect(screen.queryByText('开始试算')).toBeNull()
    expect(screen.queryByText(/邀请/)).toBeNull()
  })

  test('被邀请的：写明由谁邀请、再享几折、用哪个手机号投保', async () => {
    const invitation = { by: '李**', discount: '9.8 折', validUntilOn: '2026-10-07', phoneTail: '6666' }
    cloudAnswers({ 'quote.premium': { data: quoted({ invitation }) } })
    render(<QuotePage />)
    press('开始试算')
    expect(await screen.findByText('由 李** 邀请')).toBeTruthy()
    expect(screen.getByText(/再享 9.8 折：10 月 7 日前（含当日）用尾号 6666 的手机号投保/)).toBeTruthy()
  })

  test('选什么就按什么算；要修改，旧结果不再显示，选过的还在', async () => {
    cloudAnswers({ 'quote.premium': { data: quoted() } })
    render(<QuotePage />)
    choose('运动型多用途车')
    choose('省内')
    choose('3 次及以上')
    press('开始试算')
    await screen.findByText('仅供参考')
    expect(inputsOf('quote.premium')[0]).toMatchObject({
      vehicleType: 'suv',
      drivingRegion: 'province',
      claimsLastYear: 3,
    })
    expect(screen.getByText('运动型多用途车 · 家庭自用 · 省内行驶')).toBeTruthy()
    expect(screen.getByText('上年出险 3 次及以上')).toBeTruthy()
    press('修改')
    expect(screen.queryByText('仅供参考')).toBeNull()
    expect(screen.getByRole('radio', { name: '运动型多用途车' }).getAttribute('aria-checked')).toBe('true')
  })

  test('不清楚出险次数：不给数字，由网点核实', async () => {
    const unknown = { commercialPremiumFen: null, discountFen: null, payableFen: null, statement: [] }
    cloudAnswers({ 'quote.premium': { data: quoted(unknown) } })
    render(<QuotePage />)
    choose('不清楚')
    press('开始试算')
    expect(await screen.findByText('待核实')).toBeTruthy()
    press('预约投保')
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/packages/quote/pages/booking?kind=apply&type=passenger-car&use=family&region=nationwide',
    })
  })

  test('先回到页首，结果才出现：之后不再滚动', async () => {
    cloudAnswers({ 'quote.premium': { data: quoted() } })
    const seen: boolean[] = []
    vi.mocked(Taro.pageScrollTo).mockImplementation(async () => {
      seen.push(screen.queryByText('仅供参考') !== null)
      return { errMsg: 'pageScrollTo:ok' }
    })
    render(<QuotePage />)
    press('开始试算')
    await screen.findByText('仅供参考')
    expect(seen).toEqual([false])
  })

  test('活动结束或这种车不能试算：原因写在按钮上方，选项保留', async () => {
    const message = '这种车辆暂时不能在线试算，请到网点或拨打客服电话咨询。'
    cloudAnswers({ 'quote.premium': { refused: 'rating-unavailable', message } })
    render(<QuotePage />)
    choose('重型货车')
    press('开始试算')
    expect(await screen.findByText(message)).toBeTruthy()
    expect(screen.getByRole('radio', { name: '重型货车' }).getAttribute('aria-checked')).toBe('true')
  })
})

describe('预约', () => {
  const branches = [
    branch,
    { branchCode: 'B2', name: '高新营业部', address: '示范市科技大道 2 号', phone: '010-0000 0002' },
  ]
  const open = (params: Record<string, string>, answers: Parameters<typeof cloudAnswers>[0] = {}) => {
    phone.params = params
    const asked = cloudAnswers({ 'leads.branches': { data: { branches } }, 'leads.book': { data: booked }, ...answers })
    render(<BookingPage />)
    return asked
  }

  test('什么都没填就提交：每个错误在自己的位置，没有发出去', async () => {
    const asked = open({ kind: 'apply' })
    await screen.findByText('城东支公司')
    press('提交预约')
    for (const words of ['请选择网点', '请填写称呼', '请输入 11 位手机号', '请先同意网点与您联系'])
      expect(await screen.findByText(words)).toBeTruthy()
    expect(asked).not.toContain('leads.book')
  })

  test('同意没有预先勾选；填好后写明谁在哪天前联系', async () => {
    open({ kind: 'apply', type: 'suv', use: 'family', region: 'province', fen: '294500' })
    expect(await screen.findByText('商业险试算 ¥2,945.00')).toBeTruthy()
    const consent = screen.getByRole('checkbox')
    expect(consent.getAttribute('aria-checked')).toBe('false')
    choose(/^高新营业部/)
    type('称呼', '林女士')
    type('手机号', '13800001234')
    fireEvent.click(consent)
    press('提交预约')
    expect(await screen.findByText('高新营业部会在 9 月 10 日前（含当日）与您联系，请留意来电。')).toBeTruthy()
    const [booking] = inputsOf('leads.book')
    expect(booking).toMatchObject({
      kind: 'apply',
      branchCode: 'B2',
      consent: true,
      quoted: { vehicleType: 'suv', usageNature: 'family', drivingRegion: 'province', payableFen: 294_500 },
    })
  })

  test('续保的预约带着车辆；失败后再提交是同一个预约', async () => {
    const message = '您今天的预约已经够多了，网点会尽快联系您。'
    open({ kind: 'renew', vehicle: 'v-1' }, { 'leads.book': { refused: 'too-many-leads', message } })
    expect(Taro.setNavigationBarTitle).toHaveBeenCalledWith({ title: '预约续保' })
    await screen.findByText('城东支公司')
    choose(/^城东支公司/)
    type('称呼', '林女士')
    type('手机号', '13800001234')
    fireEvent.click(screen.getByRole('checkbox'))
    press('提交预约')
    await screen.findByText(message)
    press('提交预约')
    await vi.waitFor(() => expect(inputsOf('leads.book')).toHaveLength(2))
    const [first, second] = inputsOf('leads.book')
    expect(first).toMatchObject({ kind: 'renew', vehicleId: 'v-1' })
    expect(second).toEqual(first)
  })

  test('网点可以直接拨打', async () => {
    open({ kind: 'apply' })
    await screen.findByText('城东支公司')
    press('拨打城东支公司 010-0000 0001')
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '010-0000 0001' })
  })
})
