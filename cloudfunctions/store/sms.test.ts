import { expect, test, vi } from 'vitest'
import { smsProvider } from './sms'

test('本机的云：验证码写进日志', async () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => {})
  await smsProvider({ SMS_PROVIDER: 'local', TCB_ENV: 'local' })?.sendCode('13800001234', '012345', 5)
  expect(info.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
    { level: 'info', sms: { phone: '13800001234', code: '012345', validMinutes: 5 } },
  ])
  info.mockRestore()
})

test.each([
  ['生产环境写了 local', { SMS_PROVIDER: 'local', TCB_ENV: 'motor-campaign-7gk2x' }],
  ['名字像 local 的生产环境', { SMS_PROVIDER: 'local', TCB_ENV: 'local-7gk2x' }],
  ['没有环境名', { SMS_PROVIDER: 'local' }],
  ['没有这个服务商', { SMS_PROVIDER: 'pigeon', TCB_ENV: 'local' }],
])('%s：说明要改哪个变量，绝不把验证码写进日志', (_name, environment) => {
  expect(() => smsProvider(environment)).toThrow('SMS_PROVIDER')
})

test('没有设置服务商：不能发短信，也不出错', () => {
  expect(smsProvider({ TCB_ENV: 'motor-campaign-7gk2x' })).toBeNull()
})
