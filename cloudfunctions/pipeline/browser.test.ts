import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { signedText } from '#contract/console-login'
import { browserName, FRESH_MS, maskAddress, type SignedRequest, signatureProblem } from './browser'

const at = 1_788_000_000_000
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = publicKey.export({ format: 'jwk' })
const known = { x: jwk.x ?? '', y: jwk.y ?? '' }

function signedRequest(changes: Partial<SignedRequest> = {}): SignedRequest {
  const { time, nonce, body } = { time: String(at), nonce: '0'.repeat(32), body: '{}', ...changes }
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  const signature = sign('sha256', Buffer.from(signedText(time, nonce, body)), key).toString('base64url')
  return { time, nonce, body, signature }
}

describe('请求的签名', () => {
  test.each<[string, SignedRequest, ReturnType<typeof signatureProblem>]>([
    ['这把钥匙刚刚签的', signedRequest(), null],
    ['时钟慢 5 分钟', signedRequest({ time: String(at - FRESH_MS) }), null],
    ['时钟慢 5 分钟零 1 毫秒', signedRequest({ time: String(at - FRESH_MS - 1) }), 'request-stale'],
    ['时钟快 5 分钟零 1 毫秒', signedRequest({ time: String(at + FRESH_MS + 1) }), 'request-stale'],
    ['内容改了一个字', { ...signedRequest(), body: '{ }' }, 'request-unsigned'],
    ['换了随机数', { ...signedRequest(), nonce: '1'.repeat(32) }, 'request-unsigned'],
    ['换了时间', { ...signedRequest(), time: String(at + 1) }, 'request-unsigned'],
    ['没有签名', { ...signedRequest(), signature: '' }, 'request-unsigned'],
    ['签名全零', { ...signedRequest(), signature: 'A'.repeat(86) }, 'request-unsigned'],
  ])('%s', (_name, request, problem) => expect(signatureProblem(request, known, at)).toBe(problem))

  test('不在曲线上的公钥：什么签名都不认', () => {
    expect(signatureProblem(signedRequest(), { x: 'A'.repeat(43), y: 'A'.repeat(43) }, at)).toBe('request-unsigned')
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    'Chrome 131 · Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    'Edge 131 · Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'Safari 18 · macOS',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox 132 · Linux'],
  ['curl/8.5.0', '未知浏览器'],
])('浏览器的名字：%s', (userAgent, name) => expect(browserName(userAgent)).toBe(name))

test.each([
  ['203.0.113.7', '203.0.113.*'],
  ['2001:db8:1:2::3', '2001:db8:1:*'],
])('网络地址遮住末尾：%s', (address, masked) => expect(maskAddress(address)).toBe(masked))
