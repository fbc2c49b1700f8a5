import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDays, day } from '#values/days'
import { cloudAnswers, cloudUnreachable } from '../../../tests/fixtures/cloud-answers'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import Mine from './index'
import { campaign, drawOn, drawsAnswer, prize, prizesAnswer } from './mine.fixture'

const won = drawOn('2026-09-03', 1, 834, { kind: 'won', prizeId: 'fuel', benefitId: 'b-1' })

function answers(prizes = [prize()], draws = [drawOn('2026-09-04', 1, 700_000), won]) {
  return cloudAnswers({ 'prizes.mine': prizesAnswer(prizes), 'prize-draw.mine': drawsAnswer(draws) })
}

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('我的奖品', () => {
  test('每件奖品有名称、价值、状态和下一步', async () => {
    answers()
    render(<Mine />)
    expect(await screen.findByText('200 元加油卡')).toBeTruthy()
    expect(screen.getByText('待填写')).toBeTruthy()
    expect(screen.getByText('请在 2027 年 1 月 12 日前（含当日）填写领奖信息。')).toBeTruthy()
    expect(screen.getByText('9 月 3 日抽中')).toBeTruthy()
  })

  test('中的奖品或抽奖暂停着：一句话说明，别的奖品停着不提', async () => {
    const paused = ['prize:fuel', 'prize:wash', 'prize-draw', 'gift'].map((what) => ({
      ...{ what, title: '' },
      sentence: `${what} 暂停的说明。`,
    }))
    cloudAnswers({
      'prizes.mine': { data: { ...prizesAnswer([prize()]).data, campaign: { ...campaign, paused } } },
      'prize-draw.mine': drawsAnswer([]),
    })
    render(<Mine />)
    expect(await screen.findByText('prize:fuel 暂停的说明。')).toBeTruthy()
    expect(screen.getByText('prize-draw 暂停的说明。')).toBeTruthy()
    expect(screen.queryByText(/wash|gift/)).toBeNull()
  })

  test('明细按需展开', async () => {
    answers()
    render(<Mine />)
    const toggle = await screen.findByRole('button', { name: '200 元加油卡的明细，展开' })
    expect(screen.queryByText('¥200.00')).toBeNull()
    fireEvent.click(toggle)
    expect(screen.getByText('市场价值')).toBeTruthy()
    expect(screen.getByText('¥200.00')).toBeTruthy()
  })

  test('已过期和已收回的奖品不计入价值', async () => {
    answers([
      prize(),
      prize({
        benefitId: 'b-2',
        name: '洗车券',
        valueFen: 5_000,
        status: 'fulfilled',
        stage: 'handed-over',
        way: 'code',
      }),
      prize({ benefitId: 'b-3', name: '保养券', valueFen: 30_000, status: 'expired', stage: 'expired' }),
      prize({ benefitId: 'b-4', name: '工具包', valueFen: 9_900, status: 'clawed-back', stage: 'refused' }),
    ])
    const { container } = render(<Mine />)
    await screen.findByText('洗车券')
    const figures = [...container.querySelectorAll('.overview__value')].map((element) => element.textContent)
    expect(figures).toEqual(['¥250', '2', '2'])
    expect(screen.getByText('已过期')).toBeTruthy()
    expect(screen.getByText('未通过')).toBeTruthy()
  })

  test('奖品带去领奖页；要做的事在最上面，看过就收起', async () => {
    const notice = {
      noticeId: 'b-1.returned',
      benefitId: 'b-1',
      at: 0,
      title: '加油卡：需要改正',
      sentence: '地址不全。',
    }
    const asked = cloudAnswers({
      'prizes.mine': { data: { campaign, notices: [notice], prizes: [prize({ stage: 'returned' })] } },
      'prize-draw.mine': drawsAnswer([]),
      'notices.dismiss': { data: {} },
    })
    render(<Mine />)
    fireEvent.click(await screen.findByRole('button', { name: '200 元加油卡，改正领奖信息' }))
    const url = '/packages/prize-collection/pages/index?prize=b-1'
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
    fireEvent.click(screen.getByRole('button', { name: '查看' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
    expect(screen.queryByText(/地址不全/)).toBeNull()
    await vi.waitFor(() => expect(asked).toContain('notices.dismiss'))
  })

  test('礼品备好了：带去出示身份码', async () => {
    const ready = { noticeId: 'g-1', benefitId: 'g', about: 'gift', at: 0, title: '行车记录仪：可以领取', sentence: '' }
    cloudAnswers({
      'prizes.mine': { data: { campaign, notices: [ready], prizes: [] } },
      'prize-draw.mine': drawsAnswer([]),
      'notices.dismiss': { data: {} },
    })
    render(<Mine />)
    fireEvent.click(await screen.findByRole('button', { name: '查看' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/shown-code/pages/index' })
  })

  test('有钱等着确认：带去收款账户', async () => {
    const told = {
      noticeId: 'm-1',
      benefitId: 'm',
      about: 'payment',
      at: 0,
      title: '续保保费返还：请确认收款',
      sentence: '',
    }
    cloudAnswers({
      'prizes.mine': { data: { campaign, notices: [told], prizes: [] } },
      'prize-draw.mine': drawsAnswer([]),
      'notices.dismiss': { data: {} },
    })
    render(<Mine />)
    fireEvent.click(await screen.findByRole('button', { name: '查看' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/bank-account/pages/index' })
  })

  test('还没有奖品：一句话和去抽奖', async () => {
    answers([], [])
    render(<Mine />)
    fireEvent.click(await screen.findByRole('button', { name: '去抽奖' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/draw/index' })
    expect(screen.getByText('还没有抽过奖。')).toBeTruthy()
  })
})

describe('我的抽奖', () => {
  test('按日分组，凭证打开后写明全部内容，可以复制全文', async () => {
    answers()
    render(<Mine />)
    fireEvent.click(await screen.findByRole('button', { name: '09:01，中奖：200 元加油卡，查看凭证' }))
    const sheet = screen.getByRole('dialog', { name: '抽奖凭证' })
    for (const value of [
      '2026 年 9 月 3 日',
      '第 1 次',
      '2026-09-03 09:01:07',
      '000,834',
      won.receipt.nonce,
      'test-2026',
    ]) {
      expect(within(sheet).getByText(value)).toBeTruthy()
    }
    fireEvent.click(within(sheet).getByText('复制凭证全文'))
    expect(await within(sheet).findByText('已复制')).toBeTruthy()
    const copied = vi.mocked(Taro.setClipboardData).mock.calls[0]?.[0].data ?? ''
    expect(JSON.parse(copied)).toEqual(won.receipt)
  })

  test('从凭证去验证这一次', async () => {
    answers()
    render(<Mine />)
    fireEvent.click(await screen.findByRole('button', { name: /中奖：200 元加油卡，查看凭证/ }))
    fireEvent.click(screen.getByRole('button', { name: '验证这次抽奖' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/packages/fairness/pages/index?nonce=${won.receipt.nonce}` })
  })

  test('当天的凭证说明种子次日公布', async () => {
    answers([], [drawOn('2026-09-12', 1, 5)])
    render(<Mine />)
    fireEvent.click(await screen.findByRole('button', { name: /查看凭证/ }))
    expect(screen.getByText(/当天的种子在次日公布/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '了解如何验证' })).toBeTruthy()
  })

  test('抽奖很多时一次看十次，可以往更早、往更近翻', async () => {
    const dates = Array.from({ length: 12 }, (_, index) => `2026-09-${String(20 - index).padStart(2, '0')}`)
    answers(
      [],
      dates.map((date, index) => drawOn(date, 1, index)),
    )
    render(<Mine />)
    await screen.findByText('9 月 20 日')
    expect(screen.getByText('第 1–10 次，共 12 次')).toBeTruthy()
    expect(screen.queryByText('9 月 10 日')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '更早的' }))
    expect(screen.getByText('9 月 9 日')).toBeTruthy()
    expect(screen.queryByText('9 月 20 日')).toBeNull()
    expect(screen.getByText('第 11–12 次，共 12 次')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '更早的' }))
    fireEvent.click(screen.getByRole('button', { name: '更近的' }))
    expect(screen.getByText('9 月 20 日')).toBeTruthy()
  })

  test('六十天、每天两次：页面上始终只有十行', async () => {
    const days = Array.from({ length: 60 }, (_, index) => index)
    answers(
      [],
      days.flatMap((back) => {
        const date = addDays(day('2026-10-31'), -back)
        return [drawOn(date, 2, 2 * back), drawOn(date, 1, 2 * back + 1)]
      }),
    )
    const { container } = render(<Mine />)
    await screen.findByText('第 1–10 次，共 120 次')
    const rows = () => container.querySelectorAll('.my-draws__row').length
    expect(rows()).toBe(10)
    fireEvent.click(screen.getByRole('button', { name: '更早的' }))
    expect(rows()).toBe(10)
  })
})

describe('打不开的时候', () => {
  test('等待时是骨架，设置照常可用', () => {
    cloudAnswers({})
    render(<Mine />)
    expect(screen.getByRole('status', { name: '正在加载' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^活动规则/ }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/rules/pages/index' })
  })

  test('被拒绝：说明原因，重新加载再问一次', async () => {
    const refusal = { refused: 'not-signed-in', message: '请在微信中打开小程序后再试。' }
    const asked = cloudAnswers({ 'prizes.mine': refusal, 'prize-draw.mine': refusal })
    render(<Mine />)
    expect(await screen.findByText('请在微信中打开小程序后再试。')).toBeTruthy()
    const before = asked.length
    answers()
    fireEvent.click(screen.getByRole('button', { name: '重新加载' }))
    expect(await screen.findByText('200 元加油卡')).toBeTruthy()
    expect(before).toBe(2)
  })

  test('断网且没有旧内容：说明网络没有连上', async () => {
    vi.useFakeTimers()
    phone.online = false
    cloudUnreachable()
    render(<Mine />)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(screen.getByText(/网络没有连上/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy()
  })

  test('断网但看过：显示上次的内容并标为旧数据', async () => {
    answers()
    const first = render(<Mine />)
    await screen.findByText('200 元加油卡')
    first.unmount()
    phone.online = false
    cloudUnreachable()
    render(<Mine />)
    expect(screen.getByText('200 元加油卡')).toBeTruthy()
    expect(screen.getByText(/旧数据/)).toBeTruthy()
  })
})

test('微信里的字已经调大：没有选择过的客户直接是大字，选过的按选择', async () => {
  answers()
  const inWeChat = vi.spyOn(Taro, 'getAppBaseInfo').mockReturnValue({ fontSizeScaleFactor: 1.4 } as never)
  const first = render(<Mine />)
  expect(first.container.querySelector('.page')?.classList.contains('large-type')).toBe(true)
  first.unmount()
  phone.storage.set('large-type', false)
  const second = render(<Mine />)
  expect(second.container.querySelector('.page')?.classList.contains('large-type')).toBe(false)
  inWeChat.mockRestore()
})

test('大字模式打开后全页变大，并记在这台手机上', async () => {
  answers()
  const { container } = render(<Mine />)
  fireEvent.click(await screen.findByRole('switch', { name: '大字模式' }))
  expect(container.querySelector('.page')?.classList.contains('large-type')).toBe(true)
  expect(phone.storage.get('large-type')).toBe(true)
})
