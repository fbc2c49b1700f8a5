import { constants, privateDecrypt } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transferRequest } from '#rules/payout/wechat-transfer'
import { fen } from '#values/money'
import { keyPair, startWechatPay, type WechatPay } from '../../tests/fixtures/wechat-pay'
import { transferAccount } from './transfer-account'
import { encryptName, readTransfer, requestTransfer } from './wechat-transfer'

let pay: WechatPay
beforeAll(async () => {
  pay = await startWechatPay()
})
afterAll(() => pay.stop())

const moment = { now: 1_788_000_000_000, nonce: 'n0' }
const payment = { billNumber: 'P1N1', openid: 'o-1', encryptedName: null, netFen: fen(16_000), remark: '推荐奖励' }

test('查一个还没有请过的单：微信不知道，不是出错', async () => {
  expect(await readTransfer(pay.account, 'P1N1', moment)).toBeNull()
})

test('请求按文档签名，金额用分；微信的回答验签后才算数', async () => {
  pay.asked.length = 0
  const said = await requestTransfer(pay.account, transferRequest('wx1', '金秋车主回馈季', payment), moment)
  expect(said).toEqual({
    state: 'WAIT_USER_CONFIRM',
    billNumber: 'W-P1N1',
    failReason: null,
    packageInfo: 'package-P1N1',
  })
  expect(pay.asked).toMatchObject([{ method: 'POST', path: '/v3/fund-app/mch-transfer/transfer-bills' }])
  expect(JSON.parse(pay.asked[0]?.body ?? '')).toMatchObject({
    out_bill_no: 'P1N1',
    transfer_amount: 16_000,
    openid: 'o-1',
  })
})

test('查询：按我们的单号，不带正文', async () => {
  pay.asked.length = 0
  pay.bills.set('P1N1', { state: 'FAIL', fail_reason: 'NAME_NOT_CORRECT' })
  expect(await readTransfer(pay.account, 'P1N1', moment)).toEqual({
    state: 'FAIL',
    billNumber: 'W-P1N1',
    failReason: 'NAME_NOT_CORRECT',
    packageInfo: null,
  })
  expect(pay.asked).toEqual([
    { method: 'GET', path: '/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/P1N1', body: '' },
  ])
})

test('别人签的回答、没有听说过的状态、被拒绝的签名：都不知道，不当作成功', async () => {
  pay.says = { state: 'SUCCESS', transfer_bill_no: 'W1' }
  const stranger = keyPair()
  pay.signingKey = stranger.privateKey
  await expect(readTransfer(pay.account, 'P1N1', moment)).rejects.toThrow('not signed by WeChat')
  pay.signingKey = pay.wechat.privateKey
  pay.says = { state: 'DONE', transfer_bill_no: 'W1' }
  await expect(readTransfer(pay.account, 'P1N1', moment)).rejects.toThrow()
  const forged = { ...pay.account, privateKey: stranger.privateKey }
  await expect(readTransfer(forged, 'P1N1', moment)).rejects.toThrow('401: SIGN_ERROR')
})

test('姓名加密后只有微信读得出', () => {
  const sealed = Buffer.from(encryptName(pay.account, '李演示'), 'base64')
  const key = { key: pay.wechat.privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
  expect(privateDecrypt(key, sealed).toString()).toBe('李演示')
})

test('商户号从环境来：没有就没有；缺一样就写明缺哪样，不写出密钥；别的地址只有本地环境认', () => {
  expect(transferAccount({})).toBeNull()
  expect(transferAccount({ ...pay.environment, TCB_ENV: 'local' })).toEqual(pay.account)
  expect(transferAccount({ ...pay.environment, TCB_ENV: 'live-1' })?.url).toBe('https://api.mch.weixin.qq.com')
  const { WECHAT_PAY_PRIVATE_KEY, WECHAT_PAY_APP_ID, ...less } = pay.environment
  expect(() => transferAccount(less)).toThrow('WECHAT_PAY_APP_ID, WECHAT_PAY_PRIVATE_KEY must be set')
})
