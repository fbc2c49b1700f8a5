import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportShare } from '#contract/draw-chances'
import { draw, listMyDraws, openDrawPage } from '#contract/prize-draw'
import { inFlight } from '../../tools/in-flight'
import { type Answer, type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { odds, stockOf } from './odds'

const CUSTOMERS = 500
const CALLS_EACH = 20
const STOCK = 100

describe('一万次抽奖同时到来：500 位客户，8 个实例，奖品 100 份', () => {
  let cloud: CampaignCloud
  const people = Array.from({ length: CUSTOMERS }, (_, index) => person(`customer-${index}`))
  const asked: { who: Person; nonce: string; answer: Answer<typeof draw> }[] = []

  beforeAll(async () => {
    cloud = await runningCampaign([...odds([0.0001, 0.0001, 89.9998, 0.0001]), ...stockOf(2, STOCK)], { instances: 8 })
    await inFlight(32, people, async (who) => {
      const { chances } = await cloud.get(openDrawPage, {}, who)
      if (chances.share.mode === 'off') throw new Error('the demo campaign credits shares')
      await cloud.get(reportShare, { shareId: chances.share.shareId }, who)
    })
    const calls = Array.from(
      { length: CUSTOMERS * CALLS_EACH },
      (_, index) => people[index % CUSTOMERS] ?? person('nobody'),
    )
    await inFlight(256, calls, async (who) => {
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

  test('再问一遍，每个答案都一样', async () => {
    const answered = asked.filter(({ answer }) => answer.ok)
    await inFlight(64, answered, async ({ who, nonce, answer }) => {
      const again = await cloud.ask(draw, { nonce }, who)
      if (!again.ok || !answer.ok) throw new Error('a draw that was answered is refused')
      expect(again.data.receipt).toEqual(answer.data.receipt)
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
