import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { reportShare, reportVisit } from '#contract/draw-chances'
import { draw, listMyDraws, openDrawPage, type Receipt } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import type { Reconciliation } from '../../cloudfunctions/scheduled/handlers/run-reconciliation'
import { inFlight } from '../../tools/in-flight'
import { type Answer, type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { odds, stockOf } from './odds'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const CUSTOMERS = 12
const STOCK = 6
const FROM_MOMENTS = 1155
const friendOf = ({ openid }: Person): Person => person(`friend-of-${openid}`)

type Faults = Parameters<CampaignCloud['setFaults']>[0]
type Rule = Faults[number]

const database = { action: 'database.*', function: 'customer' }
const call = { action: 'functions.call' }
const wechat = { action: 'openapi.*', function: 'customer' }

/** Strikes once for certain, after ten requests of many more, and beside that by chance. */
const struckBy = (where: typeof database | typeof call, probability: number, fault: Rule['fault']): Faults => [
  { ...where, after: 10, times: 1, fault },
  { ...where, probability, fault },
]

/** Conflicts and [TransactionBusy] strike transactions, of which a draw needs none. */
const faults: [string, 'on-share' | 'on-visit', Faults][] = [
  ['超时，什么也没有做', 'on-share', struckBy(database, 0.06, { kind: 'timeout', effect: 'before' })],
  ['超时，其实已经做了', 'on-visit', struckBy(database, 0.06, { kind: 'timeout', effect: 'after' })],
  ['数据库报错', 'on-visit', struckBy(database, 0.06, { kind: 'error', code: 'DATABASE_REQUEST_FAILED' })],
  ['慢', 'on-share', struckBy(database, 0.5, { kind: 'latency', ms: 25 })],
  ['写之前实例崩溃', 'on-share', struckBy(database, 0.015, { kind: 'crash', effect: 'before' })],
  ['写之后实例崩溃', 'on-visit', struckBy(database, 0.015, { kind: 'crash', effect: 'after' })],
  ['页面收不到回答', 'on-visit', struckBy(call, 0.25, { kind: 'timeout', effect: 'after' })],
  // Asked beside the reservation of a unit. The first two answers come when the draw no longer waits for them.
  [
    '微信的风险等级不回答、报错、太慢',
    'on-share',
    [
      { ...wechat, times: 2, fault: { kind: 'latency', ms: 1_300 } },
      { ...wechat, probability: 0.5, fault: { kind: 'timeout', effect: 'before' } },
      { ...wechat, fault: { kind: 'error', code: '-1' } },
    ],
  ],
]

describe.each(faults)(`故障：%s（%s，SEED=${seed}）`, (_, mode, rules) => {
  let cloud: CampaignCloud | undefined
  afterEach(() => cloud?.stop())

  test('每人恰好两次，每个答案不变，每次中奖恰好一份，库存 = 已中 + 剩余', async () => {
    const running = await runningCampaign([
      ...odds([0.0001, 0.0001, 79.9998, 0.0001]),
      ...stockOf(2, STOCK),
      [['prizeDraw', 'shareChance', 'mode'], mode],
    ])
    cloud = running
    const people = Array.from({ length: CUSTOMERS }, (_, index) => person(`customer-${index}`))
    const acknowledged = new Map<string, { who: Person; receipt: Receipt }>()

    running.setFaults(rules, seed)
    await inFlight(12, people, async (who) => {
      const page = await persistently(() => running.ask(openDrawPage, {}, who))
      if (!page.ok || page.data.chances.share.mode === 'off') throw new Error('the page does not open')
      const { shareId } = page.data.chances.share
      await persistently(async () =>
        mode === 'on-share'
          ? running.ask(reportShare, { shareId }, who)
          : running.ask(reportVisit, { shareId, scene: FROM_MOMENTS }, friendOf(who)),
      )
      const nonces = [newNonce(), newNonce(), newNonce()]
      const replies = await Promise.all(nonces.map((nonce) => persistently(() => running.ask(draw, { nonce }, who))))
      for (const [index, reply] of replies.entries()) {
        if (reply.ok) acknowledged.set(nonces[index] ?? '', { who, receipt: reply.data.receipt })
        else expect(reply.code).toBe('no-chance-left')
      }
    })
    const [certain] = running.faults().faults
    running.setFaults([])

    const reports: Reconciliation[] = []
    for (let run = 0; run < 3; run += 1) {
      const { reconciliation } = await running.runTimer()
      if (reconciliation) reports.push(reconciliation)
    }
    const last = reports.at(-1)
    expect(last).toMatchObject({ settled: 0, entered: 0, released: 0, undecided: [] })
    expect(last?.prizes.filter(({ holds, held }) => !holds || held > 0)).toEqual([])
    const won = [...acknowledged.values()].filter(({ receipt }) => receipt.outcome.kind === 'won')
    expect(last?.prizes.reduce((sum, prize) => sum + prize.won, 0)).toBe(won.length)

    for (const [nonce, { who, receipt }] of acknowledged) {
      expect((await running.get(draw, { nonce }, who)).receipt).toEqual(receipt)
    }
    for (const who of people) {
      const { draws } = await running.get(listMyDraws, {}, who)
      expect(draws.map(({ receipt }) => receipt.ordinal)).toEqual([2, 1])
      const benefits = draws.flatMap(({ receipt }) =>
        receipt.outcome.kind === 'won' ? [receipt.outcome.benefitId] : [],
      )
      const { prizes } = await running.get(listMyPrizes, {}, who)
      expect(prizes.map(({ benefitId }) => benefitId).sort()).toEqual(benefits.sort())
    }
    expect(certain?.strikes).toBeGreaterThan(0)
  })
})

/** Asks until an answer comes, as the page does. */
async function persistently<
  Given extends
    | Answer<typeof draw>
    | Answer<typeof openDrawPage>
    | Answer<typeof reportShare>
    | Answer<typeof reportVisit>,
>(what: () => Promise<Given>): Promise<Given> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const reply = await what().catch(() => undefined)
    if (reply && (reply.ok || (reply.code !== 'busy' && reply.code !== 'unavailable'))) return reply
    await wait(5 + attempt)
  }
  throw new Error('no answer after 200 attempts')
}
