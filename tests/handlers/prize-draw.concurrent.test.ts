import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportShare } from '#contract/draw-chances'
import { draw, listMyDraws, openDrawPage, type Receipt } from '#contract/prize-draw'
import { DAY_MS } from '#values/days'
import { inFlight } from '../../tools/in-flight'
import { type Answer, type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { odds, stockOf } from './odds'

const CUSTOMERS = 500
const CALLS_EACH = 20
const STOCK = 100
/** Calls under way at any moment. */
const AT_ONCE = 256

/** Everybody's second chance of the day. */
async function share(cloud: CampaignCloud, people: readonly Person[]): Promise<void> {
  await inFlight(32, people, async (who) => {
    const { chances } = await cloud.get(openDrawPage, {}, who)
    if (chances.share.mode === 'off') throw new Error('the demo campaign credits shares')
    await cloud.get(reportShare, { shareId: chances.share.shareId }, who)
  })
}

const said = (answer: Answer<typeof draw>) => (answer.ok ? answer.data.receipt : answer.code)

describe(`一万次抽奖，随时 ${AT_ONCE} 次同时在办：500 位客户，8 个实例，奖品 100 份`, () => {
  let cloud: CampaignCloud
  const people = Array.from({ length: CUSTOMERS }, (_, index) => person(`customer-${index}`))
  const asked: { who: Person; nonce: string; answer: Answer<typeof draw> }[] = []

  beforeAll(async () => {
    cloud = await runningCampaign([...odds([0.0001, 0.0001, 89.9998, 0.0001]), ...stockOf(2, STOCK)], { instances: 8 })
    await share(cloud, people)
    const calls = Array.from(
      { length: CUSTOMERS * CALLS_EACH },
      (_, index) => people[index % CUSTOMERS] ?? person('nobody'),
    )
    await inFlight(AT_ONCE, calls, async (who) => {
      const nonce = newNonce()
      asked.push({ who, nonce, answer: await cloud.ask(draw, { nonce }, who) })
    })
  }, 240_000)
  afterAll(() => cloud.stop())

  test('恰好发出 100 份，没有人超过两次机会，其余都有善意的回答', () => {
    const answers = asked.map(({ answer }) => answer)
    const wins = answers.filter((answer) => answer.ok && answer.data.receipt.outcome.kind === 'won')
    const car = wins.filter(
      (answer) =>
        answer.ok &&
        answer.data.receipt.outcome.kind === 'won' &&
        answer.data.receipt.outcome.prizeId === 'car-wash-35',
    )
    expect(car).toHaveLength(STOCK)
    const done = answers.filter((answer) => answer.ok)
    expect(done).toHaveLength(CUSTOMERS * 2)
    const refusals = new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])))
    expect([...refusals]).toEqual(['no-chance-left'])
  })

  test('每位客户恰好两次，次序连续，没有两次相同的随机数', async () => {
    await inFlight(32, people, async (who) => {
      const { draws } = await cloud.get(listMyDraws, {}, who)
      expect(draws.map(({ receipt }) => receipt.ordinal)).toEqual([2, 1])
      expect(new Set(draws.map(({ receipt }) => receipt.nonce)).size).toBe(2)
    })
  })

  test('再问一遍，每个答案都一样；没有机会的还是没有', async () => {
    const answered = asked.filter(({ answer }) => answer.ok)
    const refused = asked.filter(({ answer }) => !answer.ok).slice(0, CUSTOMERS)
    await inFlight(64, [...answered, ...refused], async ({ who, nonce, answer }) => {
      expect(said(await cloud.ask(draw, { nonce }, who))).toEqual(said(answer))
    })
  })

  test('对账：库存 = 已中 + 剩余', async () => {
    const { reconciliation } = await cloud.runTimer()
    const { prizes = [], undecided } = reconciliation ?? {}
    expect(undecided).toEqual([])
    expect(prizes.every(({ holds }) => holds)).toBe(true)
    expect(prizes.find(({ prizeId }) => prizeId === 'car-wash-35')).toMatchObject({ won: STOCK, left: 0, held: 0 })
  })
})

test('各种上限同时顶住：每天的份数、每人每天、每人一共、同种奖品每人，没有一个超过', async () => {
  const PER_DAY = 4
  const cloud = await runningCampaign([
    ...odds([0.0001, 0.0001, 50, 49.9998]),
    ...stockOf(2, 200),
    [['prizeDraw', 'prizes', 2, 'perDay'], PER_DAY],
    [['prizeDraw', 'prizes', 2, 'perCustomer'], 1],
    [['prizeDraw', 'winsPerCustomerPerDay'], 1],
    [['prizeDraw', 'winsPerCustomer'], 2],
  ])
  try {
    const people = Array.from({ length: 40 }, (_, index) => person(`limited-${index}`))
    for (let days = 0; days < 3; days += 1) {
      if (days > 0) cloud.clock.advance(DAY_MS)
      await share(cloud, people)
      await inFlight(AT_ONCE, [...people, ...people, ...people], async (who) => {
        await cloud.ask(draw, { nonce: newNonce() }, who)
      })
    }
    const drawn = await Promise.all(people.map(async (who) => (await cloud.get(listMyDraws, {}, who)).draws))
    const receipts = drawn.map((draws) => draws.map(({ receipt }) => receipt))
    expect(receipts.every((own) => own.length === 6)).toBe(true)

    const winsOf = (own: readonly Receipt[]) => own.filter(({ outcome }) => outcome.kind === 'won')
    const isWash = ({ outcome }: Receipt) => outcome.kind === 'won' && outcome.prizeId === 'car-wash-35'
    const days = [...new Set(receipts.flat().map(({ on }) => on))]
    for (const own of receipts) {
      const wins = winsOf(own)
      expect(wins.length).toBeLessThanOrEqual(2)
      expect(wins.filter(isWash).length).toBeLessThanOrEqual(1)
      for (const on of days) expect(wins.filter((win) => win.on === on).length).toBeLessThanOrEqual(1)
    }
    const washesOn = days.map((on) => receipts.flat().filter((receipt) => isWash(receipt) && receipt.on === on).length)
    expect(Math.max(...washesOn)).toBe(PER_DAY)
    // Each of 240 tickets hits: who won met a limit with the next one, and of the washes far more were hit than given.
    const kinds = new Set(receipts.flat().map(({ outcome }) => outcome.kind))
    expect([...kinds].sort()).toEqual(['limit-reached', 'out-of-stock', 'won'])
    expect(Math.max(...receipts.map((own) => winsOf(own).length))).toBe(2)
    expect((await cloud.runTimer()).reconciliation?.prizes.every(({ holds, held }) => holds && held === 0)).toBe(true)
  } finally {
    await cloud.stop()
  }
})

test('同一位客户的八部手机同时抽唯一的一次机会：只有一个算数，其余占住的奖品都退回', async () => {
  // So few prizes that all are in one part of the stock, where the two draws meet.
  const cloud = await runningCampaign([...odds([0.0001, 0.0001, 99.9997, 0.0001]), ...stockOf(2, 7)], { instances: 8 })
  try {
    const people = Array.from({ length: 5 }, (_, index) => person(`twice-${index}`))
    // Opened on all instances at once, so that the draws meet no instance that is still starting.
    await inFlight(32, [...people, ...people, ...people, ...people], async (who) => {
      await cloud.get(openDrawPage, {}, who)
    })
    for (const who of people) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => cloud.ask(draw, { nonce: newNonce() }, who)))
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    }
    const { reconciliation } = await cloud.runTimer()
    const washes = reconciliation?.prizes.find(({ prizeId }) => prizeId === 'car-wash-35')
    expect(washes).toMatchObject({ quantity: 7, won: 5, left: 2, held: 0, holds: true })
  } finally {
    await cloud.stop()
  }
})
