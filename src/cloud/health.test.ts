import { renderHook } from '@testing-library/react'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { reportHealth } from '#contract/health'
import { listMyPrizes } from '#contract/prizes'

type Phone = typeof import('../../tests/stubs/taro')
let phone: Phone['phone']
let realTimeLog: Phone['realTimeLog']
let setNetwork: Phone['setNetwork']
let wechat: Phone['default']
let callFunction: Phone['default']['cloud']['callFunction']
const kept = { result: { ok: true, data: { received: 1, kept: 1 } }, errMsg: 'ok' }

/** The mini-program started anew, on a new phone: nothing waits, nothing was logged. */
async function started() {
  const health = await import('./health')
  const { unmount } = renderHook(() => health.useHealthReports())
  onTestFinished(unmount)
  const batches = () =>
    callFunction.mock.calls
      .filter(([request]) => request.data.operation === reportHealth.name)
      .map(([request]) => v.parse(reportHealth.input, request.data.input))
  return { ...health, batches, hide: () => phone.app.onHide?.(undefined as never) }
}

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  const stub = await import('../../tests/stubs/taro')
  ;({ phone, realTimeLog, setNetwork, default: wechat } = stub)
  callFunction = wechat.cloud.callFunction
  callFunction.mockResolvedValue(kept)
})
afterEach(() => vi.useRealTimers())

describe('没有人接住的错误', () => {
  test.each([
    ['微信给的一段文字', 'MiniProgramError\nTypeError: x of undefined\n    at t.draw (pages/draw/index.js:1:20)'],
    ['错误本身', Object.assign(new TypeError('x of undefined'), { stack: 'at t.draw (pages/draw/index.js:1:20)' })],
  ])('%s：写进实时日志，也进下一批', async (_name, thrown) => {
    const { batches } = await started()
    phone.app.onError?.(thrown as never)
    const entry = { kind: 'error', page: 'pages/draw/index', name: 'TypeError', message: 'x of undefined' }
    expect(JSON.parse(realTimeLog.error.mock.calls[0]?.[0])).toMatchObject(entry)
    expect(realTimeLog.setFilterMsg).toHaveBeenCalledWith('error')
    await vi.advanceTimersByTimeAsync(30_000)
    expect(batches()).toMatchObject([{ appVersion: '1.4.2', libraryVersion: '3.8.12', entries: [entry] }])
    expect(batches()[0]?.entries[0]).toHaveProperty('stack', expect.stringContaining('pages/draw/index.js:1:20'))
  })

  test.each([
    ['微信的失败', { errMsg: 'request:fail timeout', data: { phone: '13800001234' } }, 'request:fail timeout'],
    ['什么也没说', undefined, ''],
    ['一个数', 13_800_001_234, ''],
  ])('没有人接住的拒绝：%s', async (_name, reason, message) => {
    const { batches, hide } = await started()
    phone.app.onUnhandledRejection?.({ reason } as never)
    hide()
    expect(batches()[0]?.entries).toMatchObject([{ kind: 'error', message }])
    expect(JSON.stringify(batches())).not.toContain('1380')
  })

  test('openid、手机号、随机数、查询参数都不离开手机', async () => {
    const { batches, hide } = await started()
    phone.route = 'packages/share/pages/poster'
    const secrets = ['oAbCdEfGhIjKlMnOpQrStUvWxYz12', '13800001234', 'a1'.repeat(16), 'AbCd']
    phone.app.onError?.(`Error: ${secrets.slice(0, 3).join(' ')}\nat pages/draw/index?share=AbCd` as never)
    hide()
    const told = JSON.stringify([callFunction.mock.calls, realTimeLog.error.mock.calls])
    expect(told).toContain('packages/share/pages/poster')
    for (const secret of secrets) expect(told).not.toContain(secret)
    expect(batches()).toHaveLength(1)
  })

  test('没有实时日志的老手机、实时日志自己出错：照样报给云端', async () => {
    const { batches, hide } = await started()
    wechat.getRealtimeLogManager.mockReturnValueOnce(undefined as never)
    phone.app.onError?.('Error: first' as never)
    realTimeLog.error.mockImplementation(() => {
      throw new Error('the log is broken')
    })
    phone.app.onError?.('Error: second' as never)
    hide()
    expect(batches()[0]?.entries).toMatchObject([{ message: 'first' }, { message: 'second' }])
  })
})

describe('分批', () => {
  const slowly = (count: number, report: (operation: string, code: string, ms: number) => void) => {
    for (let ms = 0; ms < count; ms++) report('prizes.list', 'busy', ms)
  }

  test('三十秒一批，每批至多二十条；隐藏时不等', async () => {
    const { batches, hide, reportFailedCall } = await started()
    slowly(30, reportFailedCall)
    await vi.advanceTimersByTimeAsync(29_999)
    expect(batches()).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(batches().map(({ entries }) => entries.length)).toEqual([20])
    await vi.advanceTimersByTimeAsync(29_999)
    expect(batches()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(batches().map(({ entries }) => entries.length)).toEqual([20, 10])
    slowly(3, reportFailedCall)
    hide()
    expect(batches().map(({ entries }) => entries.length)).toEqual([20, 10, 3])
    await vi.advanceTimersByTimeAsync(120_000)
    expect(batches()).toHaveLength(3)
  })

  test('最多等五十条，先来的让出；等着的错误再来一次不再记', async () => {
    const { batches, reportError, reportFailedCall } = await started()
    slowly(60, reportFailedCall)
    for (let time = 0; time < 5; time++) reportError('Error: again and again')
    await vi.advanceTimersByTimeAsync(120_000)
    const told = batches().flatMap(({ entries }) => entries)
    expect(told).toHaveLength(50)
    expect(told[0]).toMatchObject({ durationMs: 11 })
    expect(told.filter(({ kind }) => kind === 'error')).toHaveLength(1)
  })

  test('没有送到的留着，下一次一起送；送不到这件事自己不报，也不一直重试', async () => {
    const { batches, hide, reportError } = await started()
    setNetwork(false)
    callFunction.mockRejectedValue(new Error('request:fail'))
    reportError('Error: one')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(batches()).toHaveLength(1)
    setNetwork(true)
    callFunction.mockResolvedValue(kept)
    reportError('Error: two')
    hide()
    expect(batches()[1]?.entries).toMatchObject([{ message: 'one' }, { message: 'two' }])
  })

  test('云端拒收的不再送', async () => {
    const { batches, hide, reportError } = await started()
    callFunction.mockResolvedValue({
      result: { ok: false, code: 'operation-unknown', message: '', requestId: 'r' },
      errMsg: 'ok',
    })
    reportError('Error: one')
    await vi.advanceTimersByTimeAsync(30_000)
    hide()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(batches()).toHaveLength(1)
  })

  test('体验版没有版本号，读不懂的版本写作 unknown', async () => {
    vi.spyOn(wechat, 'getAccountInfoSync').mockReturnValueOnce({
      miniProgram: { version: '', envVersion: 'trial' },
    } as never)
    vi.spyOn(wechat, 'getAppBaseInfo').mockReturnValueOnce({ SDKVersion: '三' } as never)
    const { batches, hide, reportError } = await started()
    reportError('Error: one')
    hide()
    expect(batches()).toMatchObject([{ appVersion: 'trial', libraryVersion: 'unknown' }])
  })
})

describe('实时日志的限度', () => {
  const bytesWritten = () =>
    [...realTimeLog.warn.mock.calls, ...realTimeLog.error.mock.calls].reduce(
      (sum, [text]) => sum + Buffer.byteLength(String(text)),
      0,
    )

  test('一页之内不超过 5 KB、200 次；换了页面、隐藏之后重新算', async () => {
    const { hide, reportError } = await started()
    const longErrors = () => {
      for (let count = 0; count < 10; count++) reportError(`Error: ${'错'.repeat(150)}${count}`)
    }
    longErrors()
    const onFirstPage = realTimeLog.error.mock.calls.length
    expect(onFirstPage).toBeGreaterThan(5)
    expect(onFirstPage).toBeLessThan(10)
    expect(bytesWritten()).toBeLessThanOrEqual(5_000)
    phone.route = 'pages/mine/index'
    longErrors()
    expect(realTimeLog.error.mock.calls.length).toBe(2 * onFirstPage)
    hide()
    await vi.advanceTimersByTimeAsync(0)
    reportError('Error: after coming back')
    expect(realTimeLog.error.mock.calls.length).toBe(2 * onFirstPage + 1)
  })

  test('每种各标一次，第一种换掉上一页的', async () => {
    const { reportError, reportFailedCall } = await started()
    reportFailedCall('prizes.list', 'busy', 1)
    reportFailedCall('prizes.list', 'busy', 2)
    reportError('Error: one')
    expect(realTimeLog.setFilterMsg.mock.calls).toEqual([['failed-call']])
    expect(realTimeLog.addFilterMsg.mock.calls).toEqual([['error']])
  })
})

describe('失败的调用和慢的页面', () => {
  test('连不上、云端出错要报；告诉客户规则的拒绝不报', async () => {
    const { batches, hide } = await started()
    const { call } = await import('./call')
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    setNetwork(false)
    callFunction.mockImplementationOnce(async () => {
      await vi.advanceTimersByTimeAsync(700)
      throw new Error('request:fail')
    })
    await call(listMyPrizes, {})
    for (const code of ['busy', 'no-chance-left', 'not-following', 'campaign-over']) {
      callFunction.mockResolvedValueOnce({ result: { ok: false, code, message: '', requestId: 'r' }, errMsg: 'ok' })
      await call(listMyPrizes, {})
    }
    hide()
    expect(batches()[0]?.entries).toMatchObject([
      { kind: 'failed-call', operation: listMyPrizes.name, code: 'offline', durationMs: 700 },
      { kind: 'failed-call', operation: listMyPrizes.name, code: 'busy' },
    ])
  })

  test.each([
    ['三秒之内有了内容', 3_000, []],
    ['超过三秒', 3_001, [{ kind: 'slow-page', page: 'pages/draw/index', contentAfterMs: 3_001 }]],
  ])('%s', async (_name, ms, entries) => {
    const { batches, contentAwaited, hide } = await started()
    const contentCame = contentAwaited()
    await vi.advanceTimersByTimeAsync(ms)
    phone.route = 'pages/mine/index'
    contentCame()
    hide()
    expect(batches().flatMap((batch) => batch.entries)).toEqual(entries)
  })

  test('上次的内容先显示着的页面，等得再久也不算慢', async () => {
    const { batches, hide } = await started()
    const { readAndRemember } = await import('./remembered')
    const data = { kept: '上次的' }
    const reading = {
      name: 'fixture.read',
      input: v.object({}),
      output: v.object({ kept: v.string() }),
      refusals: [],
    } as const
    const answerAfter = (ms: number) =>
      callFunction.mockImplementationOnce(async () => {
        await vi.advanceTimersByTimeAsync(ms)
        return { result: { ok: true, data }, errMsg: 'ok' }
      })
    answerAfter(4_000)
    await readAndRemember(reading, {})
    answerAfter(5_000)
    await readAndRemember(reading, {})
    hide()
    expect(batches().flatMap((batch) => batch.entries)).toMatchObject([{ kind: 'slow-page', contentAfterMs: 4_000 }])
  })
})
