import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { phone, resetPhone, setNetwork } from '../../../tests/stubs/taro'
import { chances, receipt, view } from './draw-page.fixture'
import Draw from './index'

type Reply = { ok: true; data: unknown } | { ok: false; code: string; message: string; requestId: string }
type Answer = Reply | 'lost' | 'never'

const callFunction = vi.mocked(Taro.cloud.callFunction)
const ok = (data: unknown): Reply => ({ ok: true, data })
const refuse = (code: string, message: string): Reply => ({ ok: false, code, message, requestId: 'r1' })

/** A cloud that answers each operation in turn, the last answer again and again; keeps what it was asked. */
function cloud(answers: Record<string, Answer[]>) {
  const asked: { operation: string; input: Record<string, unknown> }[] = []
  callFunction.mockImplementation(async (request) => {
    const { operation, input } = request.data ?? {}
    asked.push({ operation, input })
    const list = answers[operation] ?? []
    const answer = list.length > 1 ? list.shift() : list[0]
    if (answer === 'never') return new Promise(() => undefined)
    if (answer === undefined || answer === 'lost') throw new Error('lost on the way')
    return { result: answer, errMsg: 'ok' }
  })
  return { asked: (operation: string) => asked.filter((one) => one.operation === operation).map(({ input }) => input) }
}

/** Time goes by in small steps: promises settle, effects run, and the light moves on. */
async function pass(ms: number): Promise<void> {
  for (let gone = 0; gone <= ms; gone += 50) await act(() => vi.advanceTimersByTimeAsync(gone === 0 ? 0 : 50))
}
const open = async () => {
  render(<Draw />)
  await pass(0)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const OPEN = 'prize-draw.open'
const DRAW = 'prize-draw.draw'
const none = { receipt: receipt(), chances: chances({ left: 0, used: 1 }) }
const won = { ...none, receipt: receipt({ kind: 'won', prizeId: 'fuel', benefitId: 'b1' }, 0) }

beforeEach(() => {
  resetPhone()
  vi.useFakeTimers()
  callFunction.mockReset()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('打开', () => {
  test('先是骨架，然后是页面', async () => {
    cloud({ [OPEN]: [ok(view())] })
    render(<Draw />)
    expect(screen.getAllByLabelText('正在加载').length).toBeGreaterThan(0)
    await pass(0)
    expect(screen.getByText('金秋车主回馈季')).toBeTruthy()
    expect(screen.getByRole('button', { name: '抽奖，剩 1 次' })).toBeTruthy()
  })

  test('公开每种奖品的中奖率和剩余', async () => {
    cloud({ [OPEN]: [ok(view())] })
    await open()
    expect(screen.getByText('0.5%')).toBeTruthy()
    expect(screen.getByText('剩 63 / 100')).toBeTruthy()
    expect(screen.getByText('共 900，已发完')).toBeTruthy()
  })

  test('打不开时说明原因，可以重新加载', async () => {
    cloud({ [OPEN]: [refuse('campaign-not-published', '活动尚未发布，请以官方公告为准。'), ok(view())] })
    await open()
    expect(screen.getByRole('alert').textContent).toContain('活动尚未发布')
    press('重新加载')
    await pass(0)
    expect(screen.getByText('金秋车主回馈季')).toBeTruthy()
  })

  test('没有网络时显示上次的内容，恢复后自动更新', async () => {
    cloud({ [OPEN]: [ok(view())] })
    await open()
    cleanup()
    setNetwork(false)
    cloud({ [OPEN]: ['lost'] })
    await open()
    expect(screen.getByText('金秋车主回馈季')).toBeTruthy()
    await pass(5_000)
    expect(screen.getByText(/网络没有连上/)).toBeTruthy()
    cloud({ [OPEN]: [ok(view({ chances: chances({ left: 2 }) }))] })
    await act(async () => setNetwork(true))
    await pass(0)
    expect(screen.getByRole('button', { name: '抽奖，剩 2 次' })).toBeTruthy()
  })

  test('页面一直开着，过了 0 点就有新的机会', async () => {
    const late = Date.parse('2026-09-03T23:59:58+08:00')
    cloud({ [OPEN]: [ok(view({ now: late, chances: chances({ left: 0, used: 1 }) })), ok(view())] })
    await open()
    expect(screen.getByRole('button', { name: '已抽完，明天再来' })).toBeTruthy()
    await pass(2_100)
    expect(screen.getByRole('button', { name: '抽奖，剩 1 次' })).toBeTruthy()
  })
})

describe('抽奖', () => {
  test('抽中：灯停下之后才说结果', async () => {
    cloud({ [OPEN]: [ok(view())], [DRAW]: [ok(won)] })
    await open()
    press('抽奖，剩 1 次')
    await pass(1_000)
    expect(screen.queryByText('抽中了 200 元加油卡')).toBeNull()
    expect(screen.getByRole('button', { name: '正在抽奖' })).toBeTruthy()
    await pass(3_000)
    expect(screen.getByText('抽中了 200 元加油卡')).toBeTruthy()
    press('查看我的奖品')
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/mine/index' })
  })

  test('结果带去它自己的凭证，不挡在那一页前面', async () => {
    cloud({ [OPEN]: [ok(view())], [DRAW]: [ok(won)] })
    await open()
    press('抽奖，剩 1 次')
    await pass(4_000)
    press('查看开奖验证')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining(`?nonce=${won.receipt.nonce}`) })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('没抽中：说明怎样再得一次机会', async () => {
    cloud({ [OPEN]: [ok(view())], [DRAW]: [ok(none)] })
    await open()
    press('抽奖，剩 1 次')
    await pass(4_000)
    const sheet = screen.getByRole('dialog')
    expect(sheet.textContent).toContain('这次没有抽中')
    expect(sheet.textContent).toContain('点击分享到朋友圈，再得一次机会。')
  })

  test('连按两下只抽一次', async () => {
    const { asked } = cloud({ [OPEN]: [ok(view())], [DRAW]: ['never'] })
    await open()
    press('抽奖，剩 1 次')
    press(/抽奖/)
    await pass(1_000)
    expect(asked(DRAW)).toHaveLength(1)
  })

  test('结果丢在路上：再取一次还是同一次', async () => {
    const { asked } = cloud({ [OPEN]: [ok(view())], [DRAW]: ['lost', 'lost', 'lost', 'lost', ok(won)] })
    await open()
    press('抽奖，剩 1 次')
    await pass(6_000)
    expect(screen.getByRole('dialog').textContent).toContain('不会多用机会')
    press('再取一次结果')
    await pass(4_000)
    expect(screen.getByText('抽中了 200 元加油卡')).toBeTruthy()
    expect(new Set(asked(DRAW).map(({ nonce }) => nonce)).size).toBe(1)
  })

  test('抽奖中被关掉，下次打开自动取回结果', async () => {
    const nonce = '00112233445566778899aabbccddeeff'
    phone.storage.set('pending-draw:me', nonce)
    const { asked } = cloud({ [OPEN]: [ok(view({ chances: none.chances }))], [DRAW]: [ok(won)] })
    await open()
    await pass(4_000)
    expect(asked(DRAW)).toEqual([{ nonce }])
    expect(screen.getByText('抽中了 200 元加油卡')).toBeTruthy()
  })

  test('机会刚在别处用完：按云端说的解释', async () => {
    cloud({ [OPEN]: [ok(view())], [DRAW]: [refuse('no-chance-left', '今天的机会用完了，明天 0 点后再来。')] })
    await open()
    press('抽奖，剩 1 次')
    await pass(1_000)
    expect(screen.getByRole('alert').textContent).toContain('今天的机会用完了')
  })

  test('须关注时按钮带到公众号', async () => {
    const follow = { gate: 'required' as const, following: false, accountName: '示范车险服务' }
    const { asked } = cloud({ [OPEN]: [ok(view({ follow }))] })
    await open()
    press('去关注，关注后抽奖')
    expect(screen.getByRole('dialog', { name: '关注“示范车险服务”' })).toBeTruthy()
    expect(asked(DRAW)).toEqual([])
  })
})

describe('分享', () => {
  const OPENED = 'draw-chances.share-opened'
  const VISIT = 'draw-chances.visit'
  const mine = { shareId: 'AbCd1234EfGh5678' }

  test('点击分享到朋友圈时上报，多一次机会', async () => {
    const { asked } = cloud({
      [OPEN]: [ok(view({ chances: chances({ left: 0, used: 1 }) }))],
      [OPENED]: [ok({ credited: true, chances: chances({ left: 1, used: 1 }) })],
    })
    await open()
    expect(phone.shareToMoments?.()).toMatchObject({
      title: '我在金秋车主回馈季抽奖，您也来看看',
      query: `s=${mine.shareId}`,
    })
    await pass(0)
    expect(asked(OPENED)).toEqual([mine])
    expect(screen.getByRole('button', { name: '抽奖，剩 1 次' })).toBeTruthy()
  })

  test('发给朋友带着分享编号，但不上报', async () => {
    const { asked } = cloud({ [OPEN]: [ok(view())] })
    await open()
    expect(phone.shareToFriend?.({ from: 'menu' })).toMatchObject({ path: `/pages/draw/index?s=${mine.shareId}` })
    await pass(0)
    expect(asked(OPENED)).toEqual([])
  })

  test('从别人的分享进入：连同场景上报一次', async () => {
    phone.params = { s: 'ZyXw9876VuTs5432' }
    phone.scene = 1155
    const { asked } = cloud({ [OPEN]: [ok(view())], [VISIT]: [ok({ counted: true })] })
    await open()
    press('抽奖，剩 1 次')
    await pass(1_000)
    expect(asked(VISIT)).toEqual([{ shareId: 'ZyXw9876VuTs5432', scene: 1155 }])
  })

  test('上报没有回答：过一会儿再报', async () => {
    phone.params = { s: 'ZyXw9876VuTs5432' }
    const { asked } = cloud({ [OPEN]: [ok(view())], [VISIT]: ['lost', ok({ counted: true })] })
    await open()
    await pass(1_000)
    expect(asked(VISIT)).toHaveLength(2)
  })

  test('从自己的分享进入不上报', async () => {
    phone.params = { s: mine.shareId }
    const { asked } = cloud({ [OPEN]: [ok(view())] })
    await open()
    expect(asked(VISIT)).toEqual([])
  })

  test('朋友圈单页模式：不登录，没有可按的东西；读不到条款就不写数字', async () => {
    phone.scene = 1154
    const { asked } = cloud({ 'campaign.rules': ['lost'] })
    await open()
    await pass(5_000)
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(document.body.textContent).not.toMatch(/\d/)
    expect(asked(OPEN)).toEqual([])
  })
})
