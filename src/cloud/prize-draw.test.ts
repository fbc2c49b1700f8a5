import Taro from '@tarojs/taro'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { phone, resetPhone, setNetwork } from '../../tests/stubs/taro'
import type { Patience } from './call'
import { drawIsPending, drawOnce, recallDrawPage } from './prize-draw'

const callFunction = vi.mocked(Taro.cloud.callFunction)
const once: Patience = { waits: [], sleep: async () => undefined, random: () => 0 }
const refused = (code: string) => ({ ok: false, code, message: '原因', requestId: 'r1' })
const chances = { on: '2026-09-03', left: 0, used: 1, nextFreeAt: null, share: { mode: 'off' } }

/** A cloud that draws for whatever nonce comes and keeps the nonces it was asked with. */
function cloudThatDraws() {
  const nonces: string[] = []
  callFunction.mockImplementation(async (request) => {
    const nonce: string = request.data?.input.nonce
    nonces.push(nonce)
    const receipt = {
      campaignId: 'test-2026',
      termsVersion: 1,
      termsHash: '0f'.repeat(32),
      pseudonym: 'abcdefghijklmnop',
      on: '2026-09-03',
      ordinal: 1,
      nonce,
      at: 1,
      ticket: 999_999,
      outcome: { kind: 'none' },
    }
    return { result: { ok: true, data: { receipt, chances } }, errMsg: 'ok' }
  })
  return nonces
}

beforeEach(() => {
  resetPhone()
  callFunction.mockReset()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

describe('抽奖的随机数', () => {
  test('每次抽奖换一个，32 位十六进制', async () => {
    const nonces = cloudThatDraws()
    await drawOnce(once)
    await drawOnce(once)
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(nonces[1]).not.toBe(nonces[0])
    expect(drawIsPending()).toBe(false)
  })

  test('发出之前就记住：小程序被杀掉也还在', async () => {
    callFunction.mockImplementation(() => new Promise(() => undefined))
    void drawOnce(once)
    await vi.waitFor(() => expect(callFunction).toHaveBeenCalled())
    expect(drawIsPending()).toBe(true)
  })

  test.each([
    ['网络断了', () => setNetwork(false), null],
    ['云端繁忙', () => undefined, refused('busy')],
    ['云端出错', () => undefined, null],
  ])('%s：再问还是同一个', async (_name, arrange, result) => {
    const asked: unknown[] = []
    callFunction.mockImplementation(async (request) => {
      asked.push(request.data?.input.nonce)
      if (result === null) throw new Error('lost on the way')
      return { result, errMsg: 'ok' }
    })
    arrange()
    await drawOnce(once)
    expect(drawIsPending()).toBe(true)
    const nonces = cloudThatDraws()
    const answer = await drawOnce(once)
    expect(answer.ok).toBe(true)
    expect(nonces).toEqual(asked)
    expect(drawIsPending()).toBe(false)
  })

  test('明确的拒绝也是回答：下次换一个', async () => {
    callFunction.mockResolvedValueOnce({ result: refused('no-chance-left'), errMsg: 'ok' })
    expect(await drawOnce(once)).toMatchObject({ ok: false, code: 'no-chance-left' })
    expect(drawIsPending()).toBe(false)
  })
})

test('旧版本留下的页面不拿来显示', () => {
  phone.storage.set('last:prize-draw.open:me', { campaign: '旧的形状' })
  expect(recallDrawPage()).toBeNull()
})
