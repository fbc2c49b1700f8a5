import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { phone, realTimeLog, resetPhone } from '../tests/stubs/taro'
import App from './app'

beforeEach(resetPhone)
afterEach(cleanup)

test('小程序里没有人接住的错误写进微信的实时日志，页面照常', async () => {
  phone.route = 'packages/rules/pages/index'
  render(
    <App>
      <Text>活动规则</Text>
    </App>,
  )
  await act(async () =>
    phone.app.onError?.('TypeError: sections of null\n    at Contents (packages/rules/pages/index.js:1:2)' as never),
  )
  expect(JSON.parse(realTimeLog.error.mock.calls[0]?.[0])).toEqual({
    kind: 'error',
    page: 'packages/rules/pages/index',
    name: 'TypeError',
    message: 'sections of null',
    stack: '    at Contents (packages/rules/pages/index.js:1:2)',
  })
  expect(screen.getByText('活动规则')).toBeTruthy()

  vi.mocked(Taro.cloud.callFunction).mockRejectedValue(new Error('request:fail'))
  await act(async () => phone.app.onHide?.(undefined as never))
  expect(realTimeLog.error).toHaveBeenCalledTimes(1)
  expect(screen.getByText('活动规则')).toBeTruthy()
})
