import { constants, createSign, createVerify, generateKeyPairSync, privateDecrypt } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transferRequest } from '#rules/payout/wechat-transfer'
import { fen } from '#values/money'
import { encryptName, readTransfer, requestTransfer, type TransferAccount } from './wechat-transfer'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const merchant = pair()
const wechat = pair()
const stranger = pair()

/** Stands in for WeChat: checks the merchant's signature, as its documentation describes it, and signs its answer. */
let server: Server
let account: TransferAccount
let asked: { method: string; path: string; body: string }[] = []
let answer = { state: 'WAIT_USER_CONFIRM', transfer_bill_no: 'W1', package_info: 'x' } as object
let signingKey = wechat.privateKey

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const body = Buffer.concat(chunks).toString()
    const { authorization = '' } = request.headers
    const said = Object.fromEntries(
      [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    const signed = [request.method, request.url, said.timestamp, said.nonce_str, body, ''].join('\n')
    const good =
      authorization.startsWith('WECHATPAY2-SHA256-RSA2048 ') &&
      said.mchid === '1900000001' &&
      createVerify('RSA-SHA256')
        .update(signed)
        .verify(merchant.publicKey, said.signature ?? '', 'base64')
    asked.push({ method: request.method ?? '', path: request.url ?? '', body })
    const text = JSON.stringify(good ? answer : { code: 'SIGN_ERROR' })
    response.writeHead(good ? 200 : 401, {
      'wechatpay-serial': 'PUB_KEY_ID_1',
      'wechatpay-timestamp': '1',
      'wechatpay-nonce': 'n',
      'wechatpay-signature': createSign('RSA-SHA256')
        .update(['1', 'n', text, ''].join('\n'))
        .sign(signingKey, 'base64'),
    })
    response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  account = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    merchantId: '1900000001',
    serialNumber: 'SERIAL',
    privateKey: merchant.privateKey,
    platformKey: wechat.publicKey,
    platformKeyId: 'PUB_KEY_ID_1',
  }
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const moment = { now: 1_788_000_000_000, nonce: 'n0' }
const payment = { billNumber: 'P1N1', openid: 'o-1', encryptedName: null, netFen: fen(16_000), remark: '推荐奖励' }

test('请求按文档签名，金额用分；微信的回答验签后才算数', async () => {
  asked = []
  const said = await requestTransfer(account, transferRequest('wx1', '金秋车主回馈季', payment), moment)
  expect(said).toEqual({ state: 'WAIT_USER_CONFIRM', billNumber: 'W1', failReason: null })
  expect(asked).toMatchObject([{ method: 'POST', path: '/v3/fund-app/mch-transfer/transfer-bills' }])
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
    out_bill_no: 'P1N1',
    transfer_amount: 16_000,
    openid: 'o-1',
  })
})

test('查询：按我们的单号，不带正文', async () => {
  asked = []
  answer = { state: 'FAIL', transfer_bill_no: 'W1', fail_reason: 'NAME_NOT_CORRECT' }
  expect(await readTransfer(account, 'P1N1', moment)).toEqual({
    state: 'FAIL',
    billNumber: 'W1',
    failReason: 'NAME_NOT_CORRECT',
  })
  expect(asked).toEqual([
    { method: 'GET', path: '/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/P1N1', body: '' },
  ])
})

test('别人签的回答、没有听说过的状态、被拒绝的签名：都不知道，不当作成功', async () => {
  answer = { state: 'SUCCESS', transfer_bill_no: 'W1' }
  signingKey = stranger.privateKey
  await expect(readTransfer(account, 'P1N1', moment)).rejects.toThrow('not signed by WeChat')
  signingKey = wechat.privateKey
  answer = { state: 'DONE', transfer_bill_no: 'W1' }
  await expect(readTransfer(account, 'P1N1', moment)).rejects.toThrow()
  const forged = { ...account, privateKey: stranger.privateKey }
  await expect(readTransfer(forged, 'P1N1', moment)).rejects.toThrow('401')
})

test('姓名加密后只有微信读得出', () => {
  const sealed = Buffer.from(encryptName(account, '李演示'), 'base64')
  const key = { key: wechat.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  expect(privateDecrypt(key, sealed).toString()).toBe('李演示')
})
