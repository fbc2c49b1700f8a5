import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { applyUpdate, phone, realTimeLog, resetPhone } from '../tests/stubs/taro'
import App from './app'
import { Page } from './components/Page'

beforeEach(() => {
  resetPhone()
  vi.clearAllMocks()
})
afterEach(cleanup)

/** WeChat waits with something private. @returns how the mini-program answers */
async function weChatAsks() {
  const resolve = vi.fn()
  await act(async () => phone.heard.privacy?.(resolve as never, { referrer: 'saveImageToPhotosAlbum' } as never))
  return resolve
}

const open = () =>
  render(
    <App>
      <Page>
        <Text>内容</Text>
      </Page>
    </App>,
  )

describe('微信要求先同意隐私指引', () => {
  test('没有要求时什么也不显示', () => {
    open()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('显示指引的名字，可以先阅读', async () => {
    open()
    const resolve = await weChatAsks()
    expect(resolve.mock.calls).toEqual([[{ event: 'exposureAuthorization' }]])
    fireEvent.click(screen.getByRole('button', { name: '阅读《车主回馈隐私保护指引》' }))
    expect(Taro.openPrivacyContract).toHaveBeenCalledTimes(1)
  })

  test.each(['不同意', '关闭'])('%s：告诉微信，页面照常', async (button) => {
    open()
    const resolve = await weChatAsks()
    fireEvent.click(screen.getByRole('button', { name: button }))
    expect(resolve).toHaveBeenLastCalledWith({ event: 'disagree' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('内容')).toBeTruthy()
  })

  test('同时等着的都得到同一个回答', async () => {
    open()
    const both = [await weChatAsks(), await weChatAsks()]
    fireEvent.click(screen.getByRole('button', { name: '不同意' }))
    for (const resolve of both) expect(resolve).toHaveBeenLastCalledWith({ event: 'disagree' })
  })
})

describe('微信取来了新版本', () => {
  test('重新打开', async () => {
    phone.newVersion = true
    open()
    await act(async () => undefined)
    expect(applyUpdate).toHaveBeenCalledTimes(1)
  })

  test('以后再说：接着用', async () => {
    phone.newVersion = true
    vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'ok' })
    open()
    await act(async () => undefined)
    expect(Taro.showModal).toHaveBeenCalledTimes(1)
    expect(applyUpdate).not.toHaveBeenCalled()
  })

  test('从朋友圈打开的单页不问', async () => {
    Object.assign(phone, { newVersion: true, scene: 1154 })
    open()
    await act(async () => undefined)
    expect(Taro.showModal).not.toHaveBeenCalled()
  })
})

describe('手机的情况', () => {
  test('网络变差时说一次，不反复', async () => {
    open()
    for (const weakNet of [true, false, true]) phone.heard['weak-network']?.({ weakNet } as never)
    expect(Taro.showToast).toHaveBeenCalledTimes(1)
    expect(Taro.showToast).toHaveBeenCalledWith({ title: '网络较慢，请稍候', icon: 'none' })
  })

  test('内存不足写进微信的实时日志', async () => {
    open()
    phone.heard.memory?.({ level: 15 } as never)
    expect(JSON.parse(realTimeLog.warn.mock.calls[0]?.[0])).toEqual({
      kind: 'memory-warning',
      page: 'pages/draw/index',
      level: 15,
    })
  })
})
