import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendBindingCode } from '#contract/binding'
import { type CampaignCloud, onEighthDay, person, startCampaignCloud, testKeys } from './campaign-cloud'

/** The door as it is deployed, with Tencent's SDK beside it and not in it; the line to Tencent Cloud is cut. */
let cloud: CampaignCloud
beforeAll(async () => {
  const nobodyListens = 'http://127.0.0.1:1'
  cloud = await startCampaignCloud({
    environment: {
      ...testKeys,
      SMS_PROVIDER: 'tencent',
      SMS_SECRET_ID: 'id',
      SMS_SECRET_KEY: 'key',
      SMS_APP_ID: '1400006666',
      SMS_SIGNATURE: '示范保险',
      SMS_TEMPLATE_ID: '1110',
      http_proxy: nobodyListens,
    },
  })
  await cloud.clock.set(onEighthDay)
})
afterAll(() => cloud.stop())

test('短信发不出去：客户看到用微信手机号验证的办法，日志写明原因，不写号码', async () => {
  const phone = '13800001234'
  expect(await cloud.ask(sendBindingCode, { phone }, person('lin'))).toMatchObject({
    ok: false,
    code: 'sms-unavailable',
  })
  const log = JSON.stringify(cloud.logs())
  expect(log).toContain('Tencent Cloud SMS: ')
  expect(log).toContain('ECONNREFUSED')
  expect(log).not.toContain(phone)
})
