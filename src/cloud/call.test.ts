import Taro from '@tarojs/taro'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { reportShare } from '#contract/draw-chances'
import { resetPhone, setNetwork } from '../../tests/stubs/taro'
import { call, callPatiently, type Patience } from './call'

const callFunction = vi.mocked(Taro.cloud.callFunction)
const reply = (result: string | Record<string, unknown>) => callFunction.mockResolvedValueOnce({ result, errMsg: 'ok' })
const share = { shareId: 'AbCd1234EfGh5678' }
const chances = { on: '2026-09-03', left: 2, used: 0, nextFreeAt: null, share: { mode: 'off' } }
const credited = { ok: true, data: { credited: true, chances } }
const refused = (code: string) => ({ ok: false, code, message: '原因', requestId: 'r1' })

beforeEach(() => {
  resetPhone()
  callFunction.mockReset()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('一次调用', () => {
  test('走到 customer 这扇门，只带操作和输入', async () => {
    reply(credited)
    await call(reportShare, share)
    expect(callFunction).toHaveBeenCalledWith({
      name: 'customer',
      data: { operation: 'draw-chances.share-opened', input: share },
    })
  })

  test.each([
    ['成功', credited, { ok: true, data: { credited: true, chances } }],
    ['拒绝：带着云端的原因', refused('share-unknown'), { ok: false, code: 'share-unknown', message: '原因' }],
    ['不认识的代码按不可用处理', refused('brand-new'), { ok: false, code: 'unavailable', message: '原因' }],
    ['数据形状不对', { ok: true, data: { credited: 'yes' } }, { ok: false, code: 'unavailable' }],
    ['不是约定的信封', 'hello', { ok: false, code: 'unavailable' }],
  ])('%s', async (_name, result, expected) => {
    reply(result)
    expect(await call(reportShare, share)).toMatchObject(expected)
  })

  test('没有网络', async () => {
    setNetwork(false)
    callFunction.mockRejectedValueOnce(new Error('request:fail'))
    expect(await call(reportShare, share)).toMatchObject({ ok: false, code: 'offline' })
  })

  test('有网络而云端出错', async () => {
    callFunction.mockRejectedValueOnce(new Error('errCode: -504003'))
    expect(await call(reportShare, share)).toMatchObject({ ok: false, code: 'unavailable' })
  })
})

describe('耐心的调用', () => {
  const patience = (random = 0.5) => {
    const slept: number[] = []
    const wait: Patience = {
      waits: [10, 20],
      random: () => random,
      sleep: async (ms) => {
        slept.push(ms)
      },
    }
    return { slept, wait }
  }

  test('可能好转的失败再问，越等越久', async () => {
    reply(refused('busy'))
    callFunction.mockRejectedValueOnce(new Error('timeout'))
    reply(credited)
    const { slept, wait } = patience()
    expect(await callPatiently(reportShare, share, wait)).toMatchObject({ ok: true })
    expect(slept).toEqual([10, 20])
  })

  test.each([
    ['最早', 0, [5, 10]],
    ['最晚', 0.999, [15, 30]],
  ])('各部手机错开再问：%s', async (_name, random, waits) => {
    for (let attempt = 0; attempt < 3; attempt++) reply(refused('busy'))
    const { slept, wait } = patience(random)
    await callPatiently(reportShare, share, wait)
    expect(slept).toEqual(waits)
  })

  test('问够次数就说明原因', async () => {
    for (let attempt = 0; attempt < 3; attempt++) reply(refused('busy'))
    const { wait } = patience()
    expect(await callPatiently(reportShare, share, wait)).toMatchObject({ ok: false, code: 'busy' })
    expect(callFunction).toHaveBeenCalledTimes(3)
  })

  test('不会好转的拒绝不再问', async () => {
    reply(refused('campaign-over'))
    const { slept, wait } = patience()
    await callPatiently(reportShare, share, wait)
    expect(slept).toEqual([])
  })
})
