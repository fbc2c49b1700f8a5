import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventMessage } from '../fixtures/policy-event'
import { type FeedFault, newFeedNonce, signedFeed } from '../fixtures/signed-feed'
import { beforeStart, type CampaignCloud, runningCampaign, startCampaignCloud, testKeys } from './campaign-cloud'
import { documentsOf, type PolicyFeed, policyFeed } from './policy-feed'

let cloud: CampaignCloud
let feed: PolicyFeed
beforeAll(async () => {
  cloud = await runningCampaign()
  feed = policyFeed(cloud)
})
afterAll(() => cloud.stop())

const nothingStored = async () => {
  for (const name of ['policies', 'vehicles', 'holders', 'benefits']) expect(await documentsOf(cloud, name)).toEqual([])
}
const seconds = () => Math.floor(Date.now() / 1000)
const body = JSON.stringify({ events: [eventMessage()] })

describe('拒绝：一条都没有存下', () => {
  test.each<[string, FeedFault, number, string]>([
    ['别的钥匙签的', { key: 'ab'.repeat(32) }, 401, 'feed-signature-invalid'],
    ['没有签名', { signature: '' }, 401, 'feed-signature-invalid'],
    ['签名少一位', { signature: '0'.repeat(63) }, 401, 'feed-signature-invalid'],
    ['签名之后改了内容', { sent: body.replace('420000', '42000') }, 401, 'feed-signature-invalid'],
    ['随机数太短', { nonce: 'abc' }, 401, 'feed-signature-invalid'],
    ['随机数里有换行', { nonce: `${'a'.repeat(16)}\n1` }, 401, 'feed-signature-invalid'],
    ['时间早了 301 秒', { timestamp: seconds() - 301 }, 401, 'feed-timestamp'],
    ['时间晚了 310 秒', { timestamp: seconds() + 310 }, 401, 'feed-timestamp'],
  ])('%s', async (_name, fault, status, code) => {
    expect(await feed.send(body, fault)).toMatchObject({ status, reply: { ok: false, code } })
    await nothingStored()
  })

  test('签的是一个时间，写的是另一个时间', async () => {
    const request = signedFeed(body, testKeys.POLICY_FEED_KEY, { timestamp: seconds() - 10 })
    request.headers['X-Timestamp'] = String(seconds())
    expect(await cloud.http('intake', request)).toMatchObject({ statusCode: 401 })
    await nothingStored()
  })

  test('超过 1 MB：签名对也不看', async () => {
    const long = JSON.stringify({ events: [eventMessage({ holderName: '长'.repeat(360_000) })] })
    expect(await feed.send(long)).toMatchObject({ status: 413, reply: { code: 'feed-too-large' } })
    expect(await documentsOf(cloud, 'policyMessages')).toEqual([])
  })

  test.each<[string, unknown]>([
    ['不是 JSON', '{"events":['],
    ['没有 events', {}],
    ['events 是空的', { events: [] }],
    ['501 条', { events: Array.from({ length: 501 }, () => eventMessage()) }],
    ['events 不是数组', { events: { 0: eventMessage() } }],
  ])('%s', async (_name, wrong) => {
    expect(await feed.send(wrong)).toMatchObject({ status: 400, reply: { code: 'feed-malformed' } })
    await nothingStored()
  })

  test.each([
    ['GET', { httpMethod: 'GET' }],
    ['别的地址', { path: '/policies' }],
  ])('%s', async (_name, change) => {
    const request = { ...signedFeed(body, testKeys.POLICY_FEED_KEY), ...change }
    expect(await cloud.http('intake', request)).toMatchObject({ statusCode: 404 })
    await nothingStored()
  })

  test('小程序里的人拿着一条签好的消息：拒绝', async () => {
    const request = signedFeed(body, testKeys.POLICY_FEED_KEY)
    const { result } = await cloud.call('intake', request, { openid: 'openid-lin', source: 'wx_client' })
    expect(result).toBe('refused')
    await nothingStored()
  })
})

test('同一条消息重放：第一次收，第二次拒绝，随机数在解析之前就用掉', async () => {
  const nonce = newFeedNonce()
  expect(await feed.send('not json', { nonce })).toMatchObject({ status: 400 })
  expect(await feed.send(body, { nonce })).toMatchObject({ status: 409, reply: { code: 'feed-replayed' } })
  await nothingStored()
  const once = signedFeed(body, testKeys.POLICY_FEED_KEY)
  const answers = await Promise.all(Array.from({ length: 5 }, () => cloud.http('intake', once)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409, 409])
})

test('库里没有一处明文：证件号、手机号、姓名、车牌、车架号', async () => {
  await feed.tell(eventMessage({ policyNumber: 'PDZA202600000077' }))
  const stored = JSON.stringify(
    await Promise.all(
      ['policies', 'vehicles', 'holders', 'policyMessages', 'benefits'].map((name) => documentsOf(cloud, name)),
    ),
  )
  for (const field of ['holderIdNumber', 'holderPhone', 'holderName', 'plateNumber', 'vin'] as const) {
    expect(stored).not.toContain(String(eventMessage()[field]))
  }
  expect(stored).toContain('PDZA202600000077')
})

test('日志里没有一处明文', () => {
  const output = cloud
    .logs()
    .flatMap((call) => call.output)
    .join('\n')
  expect(output).toContain('policy-events')
  expect(output).not.toMatch(/11010519491231002X|13800001234|王示例|京A80001|1M8GDM9AXKP042788/)
})

test('还没有发布活动：一条都不收，发布以后再送就收', async () => {
  const early = await startCampaignCloud()
  try {
    const reply = await policyFeed(early).send({ events: [eventMessage()] })
    expect(reply).toMatchObject({ status: 503, reply: { code: 'campaign-not-published' } })
    expect(await documentsOf(early, 'policies')).toEqual([])
    early.clock.set(beforeStart)
    await early.publish()
    expect(await policyFeed(early).tell(eventMessage())).toMatchObject({ accepted: 1 })
  } finally {
    await early.stop()
  }
})
