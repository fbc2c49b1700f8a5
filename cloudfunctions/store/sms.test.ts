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

const tencent = {
  SMS_PROVIDER: 'tencent',
  SMS_SECRET_ID: 'id',
  SMS_SECRET_KEY: 'key',
  SMS_APP_ID: '1400006666',
  SMS_SIGNATURE: '示范保险',
  SMS_TEMPLATE_ID: '1110',
}
test.each(Object.keys(tencent).slice(1))('腾讯云短信少了 %s：说出它的名字', (name) => {
  expect(() => smsProvider({ ...tencent, [name]: ' ' })).toThrow(name)
})
test('腾讯云短信什么都没设：一次说全', () => {
  expect(() => smsProvider({ SMS_PROVIDER: 'tencent' })).toThrow(
    'SMS_SECRET_ID, SMS_SECRET_KEY, SMS_APP_ID, SMS_SIGNATURE, SMS_TEMPLATE_ID',
  )
})
test('腾讯云短信设全了', () => {
  expect(smsProvider(tencent)).not.toBeNull()
})

test('没有设置服务商：不能发短信，也不出错', () => {
  expect(smsProvider({ TCB_ENV: 'motor-campaign-7gk2x' })).toBeNull()
})
