import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#values/days'
import { policyBook } from '../../tools/policy-book/book'
import { seededRandom } from '../fixtures/seeded-random'
import { demoTerms } from '../fixtures/terms'
import { type CampaignCloud, runningCampaign } from './campaign-cloud'
import { crashesAfter } from './crash'
import { documentsOf, type PolicyFeed, policyFeed } from './policy-feed'

const MINUTES = 60_000
/** Policies a message. */
const SIZE = 100
const random = seededRandom('policy-feed.kill')
/** Renewals with their previous policies, new customers, cancelled ones: what brings benefits. */
const book = policyBook(demoTerms(), { seed: Math.floor(random() * 1_000_000), count: 500, on: day('2026-09-08') })

let cloud: CampaignCloud
let feed: PolicyFeed
beforeAll(async () => {
  cloud = await runningCampaign()
  feed = policyFeed(cloud)
})
afterAll(() => cloud.stop())

/** What every benefit says that does not depend on when it was decided. */
const ledger = async (from: CampaignCloud) =>
  new Map(
    (await documentsOf(from, 'benefits')).map(({ _id, decision, amountFen, giftId, status }) => [
      _id,
      { decision, amountFen, giftId, status: (status as { kind: string }).kind },
    ]),
  )
const count = async (name: string) => (await documentsOf(cloud, name)).length

test('保单存下了、权益还没有写：定时器补齐，和没有中断过的一样', async () => {
  const batches = Array.from({ length: Math.ceil(book.length / SIZE) }, (_, at) =>
    book.slice(at * SIZE, (at + 1) * SIZE),
  )
  const calm = await runningCampaign()
  const [expected, operations] = await calmly(calm, batches)
  let inTheMiddle = 0
  for (const [at, batch] of batches.entries()) {
    const before = { policies: await count('policies'), benefits: await count('benefits') }
    const after = Math.floor(((operations[at] ?? 0) * (at + 1)) / (batches.length + 1))
    expect(await crashesAfter(cloud, 'intake', after, () => feed.tell(...batch))).toBe(true)
    if ((await count('policies')) > before.policies && (await count('benefits')) === before.benefits) inTheMiddle += 1
  }
  expect(inTheMiddle).toBeGreaterThan(0)

  cloud.clock.advance(5 * MINUTES)
  expect((await cloud.runTimer()).finishedMessages).toBeGreaterThan(0)
  cloud.clock.advance(5 * MINUTES)
  await cloud.runTimer()
  expect((await documentsOf(cloud, 'policyMessages')).filter(({ unfinished }) => unfinished)).toEqual([])

  // What never reached the store the core system sends again; what did is known.
  for (const batch of batches) await feed.tell(...batch)

  expect(await ledger(cloud)).toEqual(expected)
})

/** The ledger where nothing breaks off, and how many database operations each message took. */
async function calmly(calm: CampaignCloud, batches: readonly (typeof book)[]) {
  try {
    const operations: number[] = []
    for (const batch of batches) {
      await policyFeed(calm).tell(...batch)
      operations.push(calm.logs({ function: 'intake', limit: 1 })[0]?.databaseOperations ?? 0)
    }
    return [await ledger(calm), operations] as const
  } finally {
    await calm.stop()
  }
}

test('礼品库存等于剩下的加上还在的礼品', async () => {
  const gifts = (await documentsOf(cloud, 'benefits')).filter(({ rule, giftId }) => rule === 'gift' && giftId !== null)
  const stocks = await documentsOf(cloud, 'giftStock')
  expect(stocks.length).toBeGreaterThan(0)
  for (const { giftId, quantity, left, holding } of stocks) {
    const standing = gifts
      .filter((gift) => gift.giftId === giftId && (gift.status as { kind: string }).kind === 'pending')
      .map(({ policyNumber }) => policyNumber)
    expect([...(holding as string[])].sort()).toEqual(standing.sort())
    expect(Number(left) + standing.length).toBe(quantity)
  }
})
