import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '#contract/envelope'
import { openOffers } from '#contract/offers'
import { draw, openDrawPage, readFairness } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import type { DayExport } from '#contract/publishing'
import { listSwitches, startSwitch, stopSwitch } from '#contract/switches'
import { SWITCH_LEAD_MS } from '#rules/switches/switch'
import { DAY_MS } from '#values/days'
import { eventMessage } from '../fixtures/policy-event'
import { expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { alwaysWins, stockOf } from './odds'
import { appoint, bindBy } from './policy-book'
import { documentsOf, policyFeed } from './policy-feed'

const chen = person('chen')
const hit = 'car-wash-35'
const why = '合作方停业，先停下来核实'

let cloud: CampaignCloud
const stop = (what: string) => cloud.get(stopSwitch, { what, why }, chen)
const start = (what: string) => cloud.get(startSwitch, { what, why: '核实完毕，恢复' }, chen)
const drawBy = async (name: string) => (await cloud.get(draw, { nonce: newNonce() }, person(name))).receipt
const takesEffect = () => cloud.clock.advance(SWITCH_LEAD_MS)

async function begin(edits: Parameters<typeof runningCampaign>[0]): Promise<void> {
  cloud = await runningCampaign(edits)
  await appoint(cloud, { openid: chen.openid, name: '陈演示', role: 'admin' })
}

describe('停一种奖品', () => {
  beforeAll(() => begin([...alwaysWins, ...stockOf(2, 5)]))
  afterAll(() => cloud.stop())

  test('下令后十秒内生效，生效前照常发，每个实例都一样', async () => {
    const before = await drawBy('early')
    const stopIt = () => stop(`prize:${hit}`)
    await expectLoggedOnce(cloud, stopIt, 'campaign.stop', `demo-2026-autumn.prize:${hit}`)
    expect(await stopIt()).toMatchObject({ state: 'stopping', title: '35 元洗车抵用券' })
    cloud.clock.advance(SWITCH_LEAD_MS - 2_000)
    const just = await drawBy('just-before')
    takesEffect()
    const after = await drawBy('after')
    expect([before, just, after].map(({ outcome }) => outcome.kind)).toEqual(['won', 'won', 'prize-stopped'])
  })

  test('抽到停着的奖品不占机会：页面说明暂停，客户可以再抽，次序不断', async () => {
    const page = await cloud.get(openDrawPage, {}, person('after'))
    expect(page).toMatchObject({ drawOpen: true, chances: { left: 1, used: 0 } })
    expect(page.campaign.paused).toEqual([
      { what: `prize:${hit}`, title: '35 元洗车抵用券', sentence: expect.stringContaining('不占用抽奖机会') },
    ])
    expect(await drawBy('after')).toMatchObject({ ordinal: 2, outcome: { kind: 'prize-stopped' } })
  })

  test('停奖品不多花一次数据库操作', async () => {
    await cloud.get(openDrawPage, {}, person('counted'))
    const { databaseOperations } = await cloud.ask(draw, { nonce: newNonce() }, person('counted'))
    expect(databaseOperations).toBe(2)
  })

  test('已经中的还在，库存对得上', async () => {
    expect((await cloud.get(listMyPrizes, {}, person('early'))).prizes).toHaveLength(1)
    const { reconciliation } = await cloud.runTimer()
    expect(reconciliation?.prizes.find(({ prizeId }) => prizeId === hit)).toMatchObject({
      won: 2,
      left: 3,
      holds: true,
    })
  })

  test('恢复后接着发，停与恢复都记着谁、何时、为什么', async () => {
    const startIt = () => start(`prize:${hit}`)
    await expectLoggedOnce(cloud, startIt, 'campaign.resume', `demo-2026-autumn.prize:${hit}`)
    expect(await startIt()).toMatchObject({ state: 'starting' })
    takesEffect()
    expect((await drawBy('after')).outcome.kind).toBe('won')
    const { switches } = await cloud.get(listSwitches, {}, chen)
    const row = switches.find(({ what }) => what === `prize:${hit}`)
    expect(row).toMatchObject({ state: 'on', stops: [{ stopped: { by: '陈演示', why }, started: { by: '陈演示' } }] })
    const acts = (await documentsOf(cloud, 'auditLog')).map(({ what }) => what)
    expect(acts.filter((what) => what === 'campaign.stop' || what === 'campaign.resume').sort()).toEqual([
      'campaign.resume',
      'campaign.stop',
    ])
  })

  describe('离线核验', () => {
    let day: DayExport
    const folder = mkdtempSync(join(tmpdir(), 'switches-'))
    afterAll(() => rmSync(folder, { recursive: true }))

    function verify(content: object): number {
      const file = join(folder, 'draws.json')
      writeFileSync(file, JSON.stringify(content))
      try {
        execFileSync(process.execPath, [new URL('../../tools/verify-draw.mjs', import.meta.url).pathname, file])
        return 0
      } catch (error) {
        return (error as { status: number }).status
      }
    }

    beforeAll(async () => {
      const { on } = await drawBy('last')
      cloud.clock.advance(DAY_MS)
      await cloud.runTimer()
      const { result } = await cloud.call('staff', { operation: 'prize-draw.export-day', input: { on } })
      const reply = result as Reply<DayExport>
      if (!reply.ok) throw new Error(reply.message)
      day = reply.data
    })

    test('带着停的起止，一整天仍然全部相符；公示页说的是同一段', async () => {
      expect(day.draws.map(({ outcome }) => outcome.kind)).toContain('prize-stopped')
      expect(verify(day)).toBe(0)
      expect((await cloud.get(readFairness, {}, null)).stops).toEqual(day.stops)
    })

    test.each<[string, (day: DayExport) => DayExport]>([
      ['没有停却说停了', (given) => ({ ...given, stops: [] })],
      [
        '停着却发了',
        (given) => ({ ...given, stops: given.stops.map((one) => ({ ...one, fromAt: one.fromAt - DAY_MS })) }),
      ],
      [
        '抽奖停着却抽了',
        (given) => ({ ...given, stops: [...given.stops, { what: 'prize-draw', fromAt: 0, untilAt: null }] }),
      ],
    ])('%s：看得出来', (_name, forge) => expect(verify(forge(day))).toBe(1))
  })
})

describe('停抽奖和停整个活动', () => {
  beforeAll(() => begin(alwaysWins))
  afterAll(() => cloud.stop())

  test.each([
    ['prize-draw', 'draw-stopped'],
    ['campaign', 'campaign-stopped'],
  ])('停 %s：友善地说明，机会没有扣，恢复后能抽', async (what, code) => {
    await stop(what)
    takesEffect()
    expect(await cloud.ask(draw, { nonce: newNonce() }, person(what))).toMatchObject({ ok: false, code })
    const page = await cloud.get(openDrawPage, {}, person(what))
    expect(page).toMatchObject({ drawOpen: false, chances: { left: 1 } })
    expect(page.campaign.paused).toMatchObject([{ what }])
    await start(what)
    takesEffect()
    expect((await drawBy(what)).outcome.kind).toBe('won')
  })

  test('同一次抽奖停之前答过的，停着再问还是那个答案', async () => {
    const nonce = newNonce()
    const { receipt } = await cloud.get(draw, { nonce }, person('asks-twice'))
    await stop('campaign')
    takesEffect()
    expect((await cloud.get(draw, { nonce }, person('asks-twice'))).receipt).toEqual(receipt)
    await start('campaign')
    takesEffect()
  })
})

describe('停一项优惠', () => {
  const lin = person('lin')
  const wang = { name: '王示例', idNumber: '11010519491231002X', phone: '13800001234' }
  beforeAll(() => begin([]))
  afterAll(() => cloud.stop())

  const seen = async () => {
    const card = (await cloud.get(openOffers, {}, lin)).bound?.vehicles[0]
    return Object.fromEntries(
      (card?.offers ?? []).map(({ rule, state, amountFen }) => [
        rule,
        [state.kind === 'given' ? state.status : state.kind, amountFen],
      ]),
    )
  }

  test('停着时出单：这一项先不列金额，别的照给', async () => {
    await stop('service-pack')
    await stop('new-customer-discount')
    takesEffect()
    await policyFeed(cloud).tell(eventMessage())
    await bindBy(cloud, lin, wang, { plate: '京A80001' })
    expect(await seen()).toEqual({
      'service-pack': ['stopped', null],
      'new-customer-discount': ['stopped', null],
      'first-year-rebate': ['pending', 21_000],
    })
    expect((await cloud.get(openOffers, {}, lin)).campaign.paused.map(({ what }) => what)).toEqual([
      'new-customer-discount',
      'service-pack',
    ])
  })

  test('停着时定时任务什么都不补', async () => {
    expect((await cloud.runTimer()).decidedAfterStop).toBe(0)
  })

  test('恢复后补上：礼包可用，折扣交人核对核心系统；再跑一次什么都不变', async () => {
    await start('service-pack')
    await start('new-customer-discount')
    takesEffect()
    expect((await cloud.runTimer()).decidedAfterStop).toBe(1)
    expect(await seen()).toMatchObject({
      'service-pack': ['approved', 60_000],
      'new-customer-discount': ['pending', 21_000],
    })
    expect((await cloud.runTimer()).decidedAfterStop).toBe(0)
  })

  test('已经给的，停了也不收回', async () => {
    await stop('service-pack')
    takesEffect()
    await policyFeed(cloud).tell(eventMessage({ event: 'claims-updated', claimsLastYear: 1, sequence: 2 }))
    expect(await seen()).toMatchObject({ 'service-pack': ['approved', 60_000] })
  })
})
