import { afterAll, beforeAll, expect, test } from 'vitest'
import { draw, listMyDraws, openDrawPage } from '#contract/prize-draw'
import { type CampaignCloud, newNonce, person, runningCampaign, testKeys } from './campaign-cloud'

/** What a test waits for instead of the eight seconds that customers wait. */
const WITHIN_MS = 1_000
const lin = person('lin')
let cloud: CampaignCloud

beforeAll(async () => {
  cloud = await runningCampaign([], { environment: { ...testKeys, ANSWER_WITHIN_MS: String(WITHIN_MS) } })
  await cloud.get(openDrawPage, {}, lin)
})
afterAll(() => cloud.stop())

test('数据库太慢：不让客户一直等，友善地说明；恢复后同一次抽奖恰好一次，机会只扣一次', async () => {
  const nonce = newNonce()
  cloud.setFaults([{ action: 'database.*', function: 'customer', fault: { kind: 'latency', ms: 800 } }])
  const askedAt = performance.now()
  expect(await cloud.ask(draw, { nonce }, lin)).toMatchObject({
    ok: false,
    code: 'unavailable',
    message: '系统暂时无法处理，您的机会和奖品都不受影响，请稍后再试。',
  })
  expect(performance.now() - askedAt).toBeLessThan(WITHIN_MS + 5_000)
  cloud.setFaults([])
  const { receipt, chances } = await cloud.get(draw, { nonce }, lin)
  expect(receipt).toMatchObject({ nonce, ordinal: 1 })
  expect(chances).toMatchObject({ used: 1, left: 0 })
  expect((await cloud.get(listMyDraws, {}, lin)).draws).toHaveLength(1)
})

test('数据库不应答：立刻说明，不等到函数超时', async () => {
  cloud.setFaults([{ action: 'database.*', fault: { kind: 'error', code: 'DATABASE_REQUEST_FAILED' } }])
  expect(await cloud.ask(openDrawPage, {}, lin)).toMatchObject({ ok: false, code: 'unavailable' })
  cloud.setFaults([])
  expect((await cloud.ask(openDrawPage, {}, lin)).ok).toBe(true)
})
