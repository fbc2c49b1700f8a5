import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draw, listMyDraws, openDrawPage } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { DAY_MS } from '#values/days'
import type { CampaignEdits } from '../fixtures/edited-campaign'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { alwaysWins, neverWins } from './odds'

describe('抽奖：每天一次，同一个随机数永远同一个答案', () => {
  let cloud: CampaignCloud
  beforeAll(async () => {
    cloud = await runningCampaign(alwaysWins)
  })
  afterAll(() => cloud.stop())

  test('第一次打开页面就有一次机会，抽中后进入我的奖品', async () => {
    const lin = person('lin')
    const page = await cloud.get(openDrawPage, {}, lin)
    expect(page.chances.left).toBe(1)
    expect(page.latest).toBeNull()

    const { receipt, chances } = await cloud.get(draw, { nonce: newNonce() }, lin)
    expect(receipt.outcome.kind).toBe('won')
    expect(receipt).toMatchObject({ on: '2026-09-08', ordinal: 1, campaignId: 'demo-2026-autumn' })
    expect(chances).toMatchObject({ left: 0, used: 1 })

    const { prizes } = await cloud.get(listMyPrizes, {}, lin)
    expect(prizes.map(({ benefitId, status }) => ({ benefitId, status }))).toEqual([
      { benefitId: receipt.outcome.kind === 'won' ? receipt.outcome.benefitId : null, status: 'approved' },
    ])
    expect((await cloud.get(openDrawPage, {}, lin)).latest).toEqual(receipt)
  })

  test('同一个随机数再问十遍，答案一字不差，机会只用一次', async () => {
    const wang = person('wang')
    const nonce = newNonce()
    const first = await cloud.get(draw, { nonce }, wang)
    const again = await Promise.all(Array.from({ length: 10 }, () => cloud.get(draw, { nonce }, wang)))
    for (const answer of again) expect(answer).toEqual(first)
    expect((await cloud.get(listMyDraws, {}, wang)).draws).toHaveLength(1)
  })

  test('第二天有新的机会，前一天的随机数仍得到前一天的答案', async () => {
    const zhao = person('zhao')
    const nonce = newNonce()
    const first = await cloud.get(draw, { nonce }, zhao)
    cloud.clock.advance(DAY_MS)
    const again = await cloud.get(draw, { nonce }, zhao)
    expect(again.receipt).toEqual(first.receipt)
    expect(again.chances).toMatchObject({ on: '2026-09-09', left: 1 })
    const next = await cloud.get(draw, { nonce: newNonce() }, zhao)
    expect(next.receipt).toMatchObject({ on: '2026-09-09', ordinal: 1 })
    expect((await cloud.get(listMyDraws, {}, zhao)).draws.map(({ receipt }) => receipt.on)).toEqual([
      '2026-09-09',
      '2026-09-08',
    ])
  })
})

describe('抽奖的开销：云数据库操作次数', () => {
  let cloud: CampaignCloud
  afterAll(() => cloud.stop())

  /** The first call of an instance also reads the terms and the seed chain; they stay in its memory. */
  async function warmedUp(edits: CampaignEdits): Promise<CampaignCloud> {
    cloud = await runningCampaign(edits, { instances: 1 })
    await cloud.get(draw, { nonce: newNonce() }, person('warm'))
    return cloud
  }

  test('未中奖最多 2 次', async () => {
    await warmedUp(neverWins)
    await cloud.get(openDrawPage, {}, person('lin'))
    const answer = await cloud.ask(draw, { nonce: newNonce() }, person('lin'))
    expect(answer).toMatchObject({ ok: true, data: { receipt: { outcome: { kind: 'none' } } }, databaseOperations: 2 })
    const withoutPage = await cloud.ask(draw, { nonce: newNonce() }, person('wang'))
    expect(withoutPage).toMatchObject({ ok: true, databaseOperations: 2 })
    await cloud.stop()
  })

  test('中奖最多 4 次', async () => {
    await warmedUp(alwaysWins)
    await cloud.get(openDrawPage, {}, person('lin'))
    const answer = await cloud.ask(draw, { nonce: newNonce() }, person('lin'))
    expect(answer).toMatchObject({ ok: true, data: { receipt: { outcome: { kind: 'won' } } }, databaseOperations: 4 })
  })
})
