import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { tencentSms } from './tencent-sms'

/**
 * Tencent's own SDK against a server in the place of sms.tencentcloudapi.com, which answers as Tencent's documentation says
 * (SendSms 2021-01-11, error codes, signature TC3-HMAC-SHA256). Nothing was ever sent through the real one.
 */
let server: Server
let port = 0
let asked: { headers: IncomingHttpHeaders; body: string }[] = []
let answer: (response: ServerResponse) => void

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    answer(response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
})

const settings = {
  secretId: 'AKIDexample',
  secretKey: 'example-key',
  appId: '1400006666',
  signature: '示范保险',
  templateId: '1110',
  region: 'ap-guangzhou',
}
const send = (timeoutSeconds = 5) =>
  tencentSms(settings, { endpoint: `127.0.0.1:${port}`, protocol: 'http://', timeoutSeconds }).sendCode(
    '13800001234',
    '012345',
    5,
  )
const replies = (body: object) => (response: ServerResponse) => {
  response.end(JSON.stringify({ Response: { RequestId: 'r', ...body } }))
}
const status = (Code: string) =>
  replies({ SendStatusSet: [{ SerialNo: '5000:1', PhoneNumber: '+8613800001234', Fee: 1, Code, Message: 'text' }] })

test('发给这个号码，模板里是验证码和几分钟有效', async () => {
  answer = status('Ok')
  expect(await send()).toEqual({ kind: 'sent' })
  expect(asked).toHaveLength(1)
  expect(asked[0]?.headers).toMatchObject({
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': 'ap-guangzhou',
  })
  expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
    PhoneNumberSet: ['+8613800001234'],
    SmsSdkAppId: '1400006666',
    SignName: '示范保险',
    TemplateId: '1110',
    TemplateParamSet: ['012345', '5'],
  })
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

test('签名是文档写的 TC3-HMAC-SHA256，正文也在签名里', async () => {
  answer = status('Ok')
  await send()
  const [{ headers, body } = { headers: {}, body: '' }] = asked
  const timestamp = Number(headers['x-tc-timestamp'])
  expect(Math.abs(Date.now() / 1000 - timestamp)).toBeLessThan(60)
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const [, scope = '', signed = '', signature] =
    /^TC3-HMAC-SHA256 Credential=AKIDexample\/(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  const [, service = ''] = scope.split('/')
  expect(scope).toBe(`${date}/${service}/tc3_request`)
  // The stand-in's port is not signed; the real service has none.
  const signedValue = (name: string) => String(headers[name]).toLowerCase().replace(`:${port}`, '')
  const canonicalHeaders = signed.split(';').map((name) => `${name}:${signedValue(name)}\n`)
  const canonical = ['POST', '/', '', canonicalHeaders.join(''), signed, sha256(body)].join('\n')
  const toSign = ['TC3-HMAC-SHA256', timestamp, scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(`TC3${settings.secretKey}`, date), service), 'tc3_request')
  expect(signature).toBe(createHmac('sha256', key).update(toSign).digest('hex'))
})

test.each([
  ['三十秒内发过', 'LimitExceeded.PhoneNumberThirtySecondLimit', 'too-many'],
  ['一小时内太多', 'LimitExceeded.PhoneNumberOneHourLimit', 'too-many'],
  ['一天内太多', 'LimitExceeded.PhoneNumberDailyLimit', 'too-many'],
  ['频率策略', 'LimitExceeded.DeliveryFrequencyLimit', 'too-many'],
  ['整个应用当天用完', 'LimitExceeded.AppCountryOrRegionDailyLimit', 'unavailable'],
  ['签名未审批', 'FailedOperation.SignatureIncorrectOrUnapproved', 'unavailable'],
  ['模板不符', 'FailedOperation.TemplateIncorrectOrUnapproved', 'unavailable'],
  ['在免打扰名单里', 'FailedOperation.PhoneNumberInBlacklist', 'unavailable'],
  ['余额不足', 'FailedOperation.InsufficientBalanceInSmsPackage', 'unavailable'],
])('号码的状态不是 Ok：%s', async (_name, code, kind) => {
  answer = status(code)
  expect(await send()).toEqual({ kind, why: `Tencent Cloud SMS: ${code}` })
})

test.each([
  [
    '密钥不对',
    replies({ Error: { Code: 'AuthFailure.SignatureFailure', Message: 'x' } }),
    'AuthFailure.SignatureFailure',
  ],
  ['没有权限', replies({ Error: { Code: 'UnauthorizedOperation', Message: 'x' } }), 'UnauthorizedOperation'],
  ['没有状态', replies({ SendStatusSet: [] }), 'no status'],
  ['服务出错', (response: ServerResponse) => response.writeHead(502).end('oops'), 'Bad Gateway'],
  ['断了线', (response: ServerResponse) => response.destroy(), 'socket hang up'],
])('请求失败：%s', async (_name, how, why) => {
  answer = how
  const outcome = await send()
  expect(outcome).toMatchObject({ kind: 'unavailable', why: expect.stringContaining(why) })
  expect(JSON.stringify(outcome)).not.toContain('13800001234')
})

test('对方不答：到时间就不等了', async () => {
  answer = () => undefined
  const began = performance.now()
  expect(await send(0.1)).toMatchObject({ kind: 'unavailable', why: expect.stringContaining('timeout') })
  expect(performance.now() - began).toBeLessThan(3_000)
})
