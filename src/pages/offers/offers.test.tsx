import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OffersView } from '@/cloud/offers'
import { cloudAnswers, cloudUnreachable } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import Offers from './index'
import { bound, campaign, notGiven, offer, rebate, threeVehicles, toVerify, vehicle, view } from './offers.fixture'

function open(answer: OffersView) {
  const asked = cloudAnswers({ 'offers.open': { data: answer } })
  return { asked, ...render(<Offers />) }
}

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('还没有绑定', () => {
  test('每项优惠有数字、说明、限制和条款号；怎样绑定三步写明', async () => {
    open(view())
    expect(await screen.findByText('9.5 折')).toBeTruthy()
    expect(screen.getByText('近 12 个月内在本公司没有保单。')).toBeTruthy()
    expect(screen.getByText('条款 §5.2.3')).toBeTruthy()
    expect(screen.getByText('核对一项信息')).toBeTruthy()
  })

  test('两个去处：绑定保单、保费试算', async () => {
    open(view())
    fireEvent.click(await screen.findByRole('button', { name: '绑定保单' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/binding/pages/index' })
    fireEvent.click(screen.getByRole('button', { name: '保费试算' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/quote/pages/index' })
  })

  test('活动还没开始：说明哪天开始', async () => {
    open(view({ campaign: { ...campaign, phase: 'warm-up' } }))
    expect(await screen.findByText('活动 2026 年 9 月 1 日开始，2026 年 12 月 31 日结束')).toBeTruthy()
  })

  test('活动结束：不再试算，仍可绑定查看已有的权益', async () => {
    open(view({ campaign: { ...campaign, phase: 'closed' } }))
    expect(await screen.findByText('活动已于 2026 年 12 月 31 日结束')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '保费试算' })).toBeNull()
    expect(screen.getByRole('button', { name: '绑定保单' })).toBeTruthy()
  })
})

describe('已绑定', () => {
  test('礼品审核通过：写明到哪里领，点开就是身份码；领取之后没有这一步', async () => {
    const gift = (status: 'approved' | 'fulfilled') =>
      offer({
        ...{ benefitId: 'g-1', rule: 'gift', title: '续保礼品', form: 'gift', giftName: '行车记录仪' },
        ...{ state: { kind: 'given', status, since: Date.now() }, next: '审核已通过，请到示范网点领取。' },
      })
    open(view({ bound: bound({ vehicles: [vehicle({ renewal: null, offers: [gift('approved')] })] }) }))
    fireEvent.click(await screen.findByRole('button', { name: '出示我的身份码' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/shown-code/pages/index' })
    cleanup()
    open(view({ bound: bound({ vehicles: [vehicle({ renewal: null, offers: [gift('fulfilled')] })] }) }))
    expect(await screen.findByText('已领取')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '出示我的身份码' })).toBeNull()
  })

  test('礼品还在审核：可以让微信在备好后通知一次', async () => {
    const gift = offer({
      ...{ benefitId: 'g-1', rule: 'gift', title: '续保礼品', form: 'gift', giftName: '行车记录仪' },
      ...{ state: { kind: 'given', status: 'pending', since: Date.now() }, dueOn: '2026-10-12' },
      messages: [{ template: 'prize-progress', templateId: 'T-1' }],
    })
    const answer = view({ bound: bound({ vehicles: [vehicle({ renewal: null, offers: [gift] })] }) })
    cloudAnswers({ 'offers.open': { data: answer }, 'notices.accept-messages': { data: {} } })
    render(<Offers />)
    expect(await screen.findByText('最晚 2026 年 10 月 12 日（含当日）可领取')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '备好后通知我' }))
    expect(await screen.findByText('备好后会通过微信通知您。')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '备好后通知我' })).toBeNull()
  })

  test('续保前后保费和差额；明细按需展开，逐行带条款', async () => {
    open(view({ bound: bound() }))
    expect(await screen.findByText('¥4,400.00')).toBeTruthy()
    expect(screen.getByText('¥3,762.00')).toBeTruthy()
    expect(screen.getByText('续保立减 ¥638.00')).toBeTruthy()
    expect(screen.getByRole('img', { name: '车牌 京A·8***1' })).toBeTruthy()
    expect(screen.queryByRole('list', { name: '计算明细' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '续保折扣的明细，展开' }))
    const statement = screen.getByRole('list', { name: '计算明细' })
    expect(within(statement).getByText('上年未出险')).toBeTruthy()
    expect(within(statement).getByText('¥198.00')).toBeTruthy()
    expect(within(statement).getAllByText('§5.2.1').length).toBeGreaterThan(0)
  })

  test('预约续保带着这辆车去', async () => {
    open(view({ bound: bound() }))
    fireEvent.click(await screen.findByRole('button', { name: '预约续保' }))
    const url = `/packages/quote/pages/booking?kind=renew&vehicle=${'0a'.repeat(16)}`
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url })
  })

  test('续保期还没到：写明哪天起，不能预约', async () => {
    const renewal = vehicle().renewal
    open(view({ bound: bound({ vehicles: [vehicle({ renewal: renewal && { ...renewal, fromOn: '2026-09-09' } })] }) }))
    expect(await screen.findByText('9 月 9 日起可续保')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '预约续保' })).toBeNull()
  })

  test('续保期最后一天仍可预约', async () => {
    const renewal = vehicle().renewal
    open(view({ bound: bound({ vehicles: [vehicle({ renewal: renewal && { ...renewal, untilOn: '2026-09-08' } })] }) }))
    expect(await screen.findByText('今天截止')).toBeTruthy()
    expect(screen.getByRole('button', { name: '预约续保' })).toBeTruthy()
  })

  test('待核实：没有数字，写明缺什么', async () => {
    const renewal = { fromOn: '2026-09-01', untilOn: '2026-10-10', premiumBeforeFen: 440_000, premiumAfterFen: null }
    open(view({ bound: bound({ vehicles: [vehicle({ renewal: { ...renewal, offers: [toVerify()] } })] }) }))
    expect(await screen.findByText('还缺：上年出险次数')).toBeTruthy()
    expect(screen.getAllByText('待核实').length).toBe(3)
    expect(screen.queryByText(/续保立减/)).toBeNull()
  })

  test('未享受：原因和怎样会享受', async () => {
    open(view({ bound: bound({ vehicles: [vehicle({ renewal: null, offers: [notGiven()] })] }) }))
    expect(await screen.findByText('未享受的优惠')).toBeTruthy()
    expect(screen.getByText('上年出险 3 次，按条款不返还。')).toBeTruthy()
    expect(screen.getByText('出险 2 次及以内可返还 ¥66.00。')).toBeTruthy()
  })

  test('合计只算还属于客户的钱，不算礼品、服务和已收回的', async () => {
    const since = view().now
    const given = (status: 'pending' | 'fulfilled' | 'clawed-back') => ({ kind: 'given', status, since }) as const
    const offers = [
      offer({ state: given('fulfilled'), amountFen: 22_000 }),
      rebate({ state: given('pending') }),
      offer({ rule: 'first-year-rebate', form: 'set-off', state: given('clawed-back'), amountFen: 9_900 }),
      offer({ rule: 'service-pack', form: 'service', state: given('fulfilled'), amountFen: 60_000 }),
    ]
    open(view({ bound: bound({ vehicles: [vehicle({ renewal: null, offers })] }) }))
    expect(await screen.findByText('¥488.40')).toBeTruthy()
    expect(screen.getByText('已收回')).toBeTruthy()
  })

  test('返还写明最晚到账的日子；没有收款账户时提示去填写', async () => {
    open(view({ bound: bound() }))
    expect(await screen.findByText('最晚 2026 年 12 月 8 日（含当日）到账')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '去填写' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/bank-account/pages/index' })
  })

  test('已有收款账户：不再提示，写明银行和尾号', async () => {
    open(view({ bound: bound({ bankAccount: { bankName: '示范银行', tail: '0123' } }) }))
    expect(await screen.findByText('示范银行，尾号 0123')).toBeTruthy()
    expect(screen.queryByText('去填写')).toBeNull()
  })

  test('有服务礼包才有服务券的入口；三辆车各一张卡', async () => {
    const { container } = open(view({ bound: bound({ vehicles: threeVehicles() }) }))
    fireEvent.click(await screen.findByRole('button', { name: /^服务礼包/ }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/service-pack/pages/index' })
    expect(container.querySelectorAll('.plate--blue, .plate--green, .plate--yellow')).toHaveLength(3)
  })

  test('有钱等客户在微信里确认：写明多少，去确认', async () => {
    open(view({ bound: bound({ toConfirmFen: 26_840 }) }))
    expect(await screen.findByText('¥268.40 等您在微信里确认收款，超过 24 小时会退回。')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '去确认' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/bank-account/pages/index' })
  })

  test('退保的保单：写明权益去向', async () => {
    open(view({ bound: bound({ vehicles: [vehicle({ policyState: 'cancelled', renewal: null })] }) }))
    expect(await screen.findByText('已退保')).toBeTruthy()
    expect(screen.getByText(/这份保单已经退保/)).toBeTruthy()
  })

  test('名下没有保单：一句话和一个去处', async () => {
    open(view({ bound: bound({ vehicles: [], needsBankAccount: false }) }))
    expect(await screen.findByText('您名下目前没有参加活动的保单。')).toBeTruthy()
  })
})

describe('打不开的时候', () => {
  test('第一屏只问云端一次；等待时是骨架', () => {
    const asked = cloudAnswers({})
    render(<Offers />)
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
    expect(asked).toEqual(['offers.open'])
  })

  test('没有发布：说明原因，可以重新加载', async () => {
    const message = '活动尚未发布，请以官方公告为准。'
    cloudAnswers({ 'offers.open': { refused: 'campaign-not-published', message } })
    render(<Offers />)
    expect(await screen.findByText(message)).toBeTruthy()
    cloudAnswers({ 'offers.open': { data: view() } })
    fireEvent.click(screen.getByRole('button', { name: '重新加载' }))
    expect(await screen.findByText('9.5 折')).toBeTruthy()
  })

  test('断网但看过：显示上次的内容并标为旧数据', async () => {
    const first = open(view({ bound: bound() }))
    await screen.findByText('¥3,762.00')
    first.unmount()
    phone.online = false
    cloudUnreachable()
    render(<Offers />)
    expect(screen.getByText('¥3,762.00')).toBeTruthy()
    expect(screen.getByText(/旧数据/)).toBeTruthy()
  })
})
