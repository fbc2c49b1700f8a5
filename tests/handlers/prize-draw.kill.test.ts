import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportShare } from '#contract/draw-chances'
import type { Reply } from '#contract/envelope'
import { draw, listMyDraws, openDrawPage, type Receipt } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { publishCampaign } from '#contract/publishing'
import type { Reconciliation } from '../../cloudfunctions/scheduled/handlers/run-reconciliation'
import { inFlight } from '../../tools/in-flight'
import { campaignFile } from '../fixtures/edited-campaign'
import { seededRandom } from '../fixtures/seeded-random'
import { beforeStart, newNonce, onEighthDay, type Person, person } from './campaign-cloud'
import { CloudProcess, isCutOff, NoAnswer } from './cloud-process'
import { odds, stockOf } from './odds'

const CUSTOMERS = 150
const STOCK = 60
const POWER_CUTS = 4
const INSTANCE_KILLS = 8

describe('断电与崩溃：随机时刻 kill -9，重启，对账', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'))
  const cloud = new CloudProcess(folder)
  const random = seededRandom('prize-draw.kill')
  const people = Array.from({ length: CUSTOMERS }, (_, index) => person(`customer-${index}`))
  /** What each nonce was answered, the first time an answer arrived. */
  const acknowledged = new Map<string, { who: Person; receipt: Receipt }>()
  /** Calls that were under way when the whole cloud or an instance was killed. Who finds nobody there was not interrupted. */
  const interrupted = { byPowerCut: 0, byInstanceKill: 0 }
  let up = Promise.resolve()

  /** Asks until an answer comes, through every crash, as the page does. */
  async function persistently<Answer>(what: () => Promise<Reply<Answer>>): Promise<Reply<Answer>> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      await up
      try {
        const reply = await what()
        if (reply.ok || (reply.code !== 'busy' && reply.code !== 'unavailable')) return reply
      } catch (error) {
        if (error instanceof NoAnswer) interrupted.byInstanceKill += 1
        else if (isCutOff(error)) interrupted.byPowerCut += 1
      }
      await wait(10 + random() * 40)
    }
    throw new Error('no answer after 400 attempts')
  }

  async function drawTwice(who: Person): Promise<void> {
    const page = await persistently(() => cloud.ask(openDrawPage, {}, who))
    if (!page.ok || page.data.chances.share.mode === 'off') throw new Error('the page does not open')
    const { shareId } = page.data.chances.share
    await persistently(() => cloud.ask(reportShare, { shareId }, who))
    // Three at once for two chances: from two phones, say.
    const nonces = [newNonce(), newNonce(), newNonce()]
    const replies = await Promise.all(nonces.map((nonce) => persistently(() => cloud.ask(draw, { nonce }, who))))
    for (const [index, reply] of replies.entries()) {
      if (reply.ok) acknowledged.set(nonces[index] ?? '', { who, receipt: reply.data.receipt })
      else expect(reply.code).toBe('no-chance-left')
    }
  }

  async function crashes(running: () => boolean): Promise<void> {
    for (let crash = 0; crash < POWER_CUTS + INSTANCE_KILLS && running(); crash += 1) {
      await wait(100 + random() * 300)
      if (crash % 3 === 2) {
        up = cloud.kill().then(() => cloud.start())
        await up
      } else {
        await cloud.killInstances('customer')
      }
    }
  }

  beforeAll(async () => {
    await cloud.start()
    await cloud.setClock(beforeStart)
    const text = campaignFile([...odds([0.0001, 0.0001, 79.9998, 0.0001]), ...stockOf(2, STOCK)])
    const published = await cloud.ask(publishCampaign, { file: 'test.yaml', text }, null)
    if (!published.ok) throw new Error(JSON.stringify(published))
    await cloud.setClock(onEighthDay)
    let running = true
    const load = inFlight(24, people, drawTwice).finally(() => {
      running = false
    })
    await Promise.all([load, crashes(() => running)])
    // One more power cut after the load: everything acknowledged is on the disk.
    await cloud.kill()
    await cloud.start()
  }, 300_000)
  afterAll(async () => {
    await cloud.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test('断电和崩溃都确实打断了正在办的请求', () => {
    expect([interrupted.byPowerCut > 0, interrupted.byInstanceKill > 0]).toEqual([true, true])
  })

  test('对账补齐一切，库存 = 已中 + 剩余', async () => {
    const reports: Reconciliation[] = []
    // The second one fences the draws that were undecided at the first; the third finds nothing to do.
    for (let run = 0; run < 3; run += 1) reports.push(await cloud.reconcile())
    const last = reports.at(-1)
    expect(last).toMatchObject({ settled: 0, entered: 0, released: 0, undecided: [] })
    expect(last?.prizes.filter(({ holds, held }) => !holds || held > 0)).toEqual([])
    const wins = [...acknowledged.values()].filter(
      ({ receipt }) => receipt.outcome.kind === 'won' && receipt.outcome.prizeId === 'car-wash-35',
    )
    const washes = last?.prizes.find(({ prizeId }) => prizeId === 'car-wash-35')
    expect(washes?.won).toBe(wins.length)
    expect(wins.length).toBeLessThanOrEqual(STOCK)
  })

  test('收到过的答案一个都没有丢，也没有变', async () => {
    await inFlight(16, [...acknowledged], async ([nonce, { who, receipt }]) => {
      const again = await cloud.ask(draw, { nonce }, who)
      expect(again.ok && again.data.receipt).toEqual(receipt)
    })
  })

  test('每人恰好两次，次序连续；每次中奖在我的奖品里恰好一份', async () => {
    await inFlight(16, people, async (who) => {
      const mine = await cloud.ask(listMyDraws, {}, who)
      const prizes = await cloud.ask(listMyPrizes, {}, who)
      if (!mine.ok || !prizes.ok) throw new Error('no list')
      expect(mine.data.draws.map(({ receipt }) => receipt.ordinal)).toEqual([2, 1])
      const won = mine.data.draws.flatMap(({ receipt }) =>
        receipt.outcome.kind === 'won' ? [receipt.outcome.benefitId] : [],
      )
      expect(prizes.data.prizes.map(({ benefitId }) => benefitId).sort()).toEqual(won.sort())
    })
  })

  test('已经断了电的，再断一次不用等', async () => {
    await cloud.kill()
    await cloud.kill()
  })
})
