import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EventMessage } from '#contract/policy-columns'
import { idCheckCharacter } from '#values/id-number'
import { vinCheckDigit } from '#values/vin'
import { eventMessage } from '../fixtures/policy-event'
import { signedFeed } from '../fixtures/signed-feed'
import { type CampaignCloud, runningCampaign, testKeys } from './campaign-cloud'
import { change, insert } from './policy-book'
import { documentsOf, type PolicyFeed, policyFeed } from './policy-feed'

const MINUTES = 60_000

let cloud: CampaignCloud
let feed: PolicyFeed
beforeAll(async () => {
  cloud = await runningCampaign()
  feed = policyFeed(cloud)
})
afterAll(() => cloud.stop())

let used = 0
/** Somebody with a car and a policy of which nobody has heard yet. */
function somebody(changes: EventMessage = {}): EventMessage {
  used += 1
  const order = String(used).padStart(3, '0')
  const first17 = `11010519491231${order}`
  const vin = `LSVAU2A30N2000${order}`
  return eventMessage({
    policyNumber: `PDZA2026100000${order}`,
    vin: `${vin.slice(0, 8)}${vinCheckDigit(vin)}${vin.slice(9)}`,
    holderIdNumber: `${first17}${idCheckCharacter(first17)}`,
    plateNumber: `京B00${order}`,
    ...changes,
  })
}
const policyOf = async ({ policyNumber }: EventMessage) =>
  (await documentsOf(cloud, 'policies')).find(({ _id }) => _id === policyNumber)
const benefitsOf = async ({ policyNumber }: EventMessage): Promise<Record<string, Record<string, unknown>>> =>
  Object.fromEntries(
    (await documentsOf(cloud, 'benefits'))
      .filter((benefit) => benefit.policyNumber === policyNumber)
      .map((benefit) => [benefit.rule, benefit]),
  )

describe('一条记录', () => {
  test('新保出单：存下保单、车辆和投保人，遮盖好，权益当场定下', async () => {
    const event = somebody()
    expect(await feed.tell(event)).toEqual({
      accepted: 1,
      ignored: 0,
      refused: 0,
      results: [{ index: 0, result: 'accepted' }],
    })
    const policy = await policyOf(event)
    expect(policy).toMatchObject({
      state: 'in-force',
      sequence: 1,
      version: 1,
      commercialPremiumFen: 420_000,
      claimsLastYear: 0,
      previousPolicyNumber: null,
    })
    const holder = (await documentsOf(cloud, 'holders')).find(({ _id }) => _id === policy?.holderId)
    expect(holder).toMatchObject({ kind: 'person', nameMask: '王**', phoneMask: '138****1234' })
    const vehicle = (await documentsOf(cloud, 'vehicles')).find(({ _id }) => _id === policy?.vehicleId)
    expect(vehicle).toMatchObject({ plateMask: '京B·0***1', plateKind: 'blue' })
    const benefits = await benefitsOf(event)
    expect(benefits['new-customer-discount']).toMatchObject({
      decision: { kind: 'granted' },
      amountFen: 21_000,
      status: { kind: 'fulfilled' },
    })
    expect(Object.keys(benefits).sort()).toEqual(['first-year-rebate', 'new-customer-discount', 'service-pack'])
  })

  test('活动以前出的保单：存下，什么都不给', async () => {
    const event = somebody({ issuedAt: '2025-09-08 09:30', coverStartsOn: '2025-09-09', coverEndsOn: '2026-09-08' })
    await feed.tell(event)
    expect(await policyOf(event)).toMatchObject({ state: 'in-force' })
    expect(await benefitsOf(event)).toEqual({})
  })

  test('退保：没给的撤下，给了的收回；出险更新不会让它复活', async () => {
    const event = somebody()
    await feed.tell(event)
    await feed.tell({ ...event, event: 'cancelled', sequence: 2 })
    expect(await policyOf(event)).toMatchObject({ state: 'cancelled', cancelledAt: expect.any(Number), sequence: 2 })
    const kinds = Object.values(await benefitsOf(event)).map(({ status }) => (status as { kind: string }).kind)
    expect(new Set(kinds)).toEqual(new Set(['refused', 'clawed-back']))
    await feed.tell({ ...event, event: 'claim-count', claimsLastYear: 2, sequence: 3 })
    expect(await policyOf(event)).toMatchObject({ state: 'cancelled', claimsLastYear: 0, claimsSoFar: 2, sequence: 3 })
  })

  test('续保：上年保单后到，先待核实，到了就定下', async () => {
    const before = somebody({
      issuedAt: '2025-09-08 09:30',
      coverStartsOn: '2025-09-09',
      coverEndsOn: '2026-09-08',
      commercialPremiumFen: 500_000,
    })
    const renewal: EventMessage = {
      ...before,
      policyNumber: `${before.policyNumber}R`,
      businessKind: 'renewal',
      previousPolicyNumber: before.policyNumber ?? '',
      issuedAt: '2026-09-07 10:00',
      coverStartsOn: '2026-09-09',
      coverEndsOn: '2027-09-08',
    }
    await feed.tell(renewal)
    const first = await benefitsOf(renewal)
    expect(first['renewal-discount']).toMatchObject({ decision: { kind: 'granted' } })
    expect(first['renewal-rebate']).toMatchObject({ decision: { kind: 'to-verify' }, amountFen: null })
    await feed.tell(before)
    const then = await benefitsOf(renewal)
    expect(then['renewal-rebate']).toMatchObject({ decision: { kind: 'granted' }, amountFen: 20_000 })
    expect(then.gift).toMatchObject({ decision: { kind: 'granted' }, giftId: expect.any(String) })
    const stock = (await documentsOf(cloud, 'giftStock')).find(({ giftId }) => giftId === then.gift?.giftId)
    expect(stock).toMatchObject({ holding: [renewal.policyNumber] })
    await feed.tell({ ...renewal, event: 'cancelled', sequence: 2 })
    const back = (await documentsOf(cloud, 'giftStock')).find(({ giftId }) => giftId === then.gift?.giftId)
    expect(back).toMatchObject({ holding: [], left: stock?.quantity })
  })

  test('出险更新说的是这张保单自己的一年：续保后再出险不改上年定下的；上年保单的更新，没给的重新算，给了的交人核对', async () => {
    const before = somebody({
      issuedAt: '2025-09-08 09:30',
      coverStartsOn: '2025-09-09',
      coverEndsOn: '2026-09-08',
      commercialPremiumFen: 500_000,
      claimsLastYear: 3,
    })
    const renewal: EventMessage = {
      ...before,
      policyNumber: `${before.policyNumber}R`,
      businessKind: 'renewal',
      previousPolicyNumber: before.policyNumber ?? '',
      issuedAt: '2026-09-07 10:00',
      coverStartsOn: '2026-09-09',
      coverEndsOn: '2027-09-08',
      claimsLastYear: 0,
    }
    await feed.tell(before, renewal)
    const decided = await benefitsOf(renewal)
    expect(decided['renewal-rebate']).toMatchObject({ amountFen: 20_000, status: { kind: 'pending' } })
    await feed.tell({ ...renewal, event: 'claim-count', claimsLastYear: 1, sequence: 2 })
    expect(await policyOf(renewal)).toMatchObject({ claimsLastYear: 0, claimsSoFar: 1 })
    expect(await benefitsOf(renewal)).toEqual(decided)

    await feed.tell({ ...before, event: 'claim-count', claimsLastYear: 2, sequence: 2 })
    expect(await benefitsOf(renewal)).toMatchObject({
      'renewal-discount': { status: { kind: 'fulfilled' }, needsReview: expect.stringContaining('按条款应为') },
      'renewal-rebate': { amountFen: 5_000, status: { kind: 'pending' } },
    })
  })

  test('后来才知道他早就是客户：给了的不动，交人核对', async () => {
    const event = somebody()
    await feed.tell(event)
    await feed.tell({
      ...event,
      policyNumber: `${event.policyNumber}OLD`,
      issuedAt: '2025-09-20 09:30',
      coverStartsOn: '2025-09-21',
      coverEndsOn: '2026-09-20',
    })
    expect((await benefitsOf(event))['new-customer-discount']).toMatchObject({
      status: { kind: 'fulfilled' },
      needsReview: expect.stringMatching(/./),
    })
  })
})

describe('顺序与重复', () => {
  test('同样的再来一次：不动，照样说明', async () => {
    const event = somebody()
    await feed.tell(event)
    const before = [await policyOf(event), await benefitsOf(event)]
    expect(await feed.tell(event)).toMatchObject({ ignored: 1, results: [{ because: 'same-again' }] })
    expect([await policyOf(event), await benefitsOf(event)]).toEqual(before)
  })

  test('更早的流水号：不理，计数', async () => {
    const event = somebody()
    await feed.tell({ ...event, event: 'cancelled', sequence: 5 })
    expect(await feed.tell({ ...event, sequence: 4 })).toMatchObject({
      ignored: 1,
      results: [{ because: 'older-sequence' }],
    })
    expect(await policyOf(event)).toMatchObject({ state: 'cancelled', sequence: 5 })
  })

  test('一条消息里同一保单几条，次序颠倒：按流水号', async () => {
    const event = somebody()
    const answer = await feed.tell(
      { ...event, event: 'cancelled', sequence: 3 },
      { ...event, sequence: 1 },
      { ...event, event: 'claim-count', claimsLastYear: 1, sequence: 2 },
    )
    expect(answer.accepted).toBe(3)
    expect(await policyOf(event)).toMatchObject({ state: 'cancelled', sequence: 3, version: 1 })
  })

  test('二十条消息同时说同一张保单：最后是流水号最大的那条', async () => {
    const event = somebody()
    const sequences = Array.from({ length: 20 }, (_, index) => index + 1)
    const answers = await Promise.all(
      sequences.map((sequence) => feed.tell({ ...event, commercialPremiumFen: 400_000 + sequence, sequence })),
    )
    expect(answers.every(({ refused }) => refused === 0)).toBe(true)
    expect(await policyOf(event)).toMatchObject({ sequence: 20, commercialPremiumFen: 400_020 })
  })

  test('旧保单的消息不会改掉新的手机号', async () => {
    const event = somebody({ holderPhone: '13800002222' })
    await feed.tell(event)
    const old = { issuedAt: '2024-09-08 09:30', coverStartsOn: '2024-09-09', coverEndsOn: '2025-09-08' }
    await feed.tell({ ...event, policyNumber: `${event.policyNumber}X`, holderPhone: '13800003333', ...old })
    const { holderId } = (await policyOf(event)) ?? {}
    const phone = async () => (await documentsOf(cloud, 'holders')).find(({ _id }) => _id === holderId)?.phoneMask
    expect(await phone()).toBe('138****2222')
    await feed.tell({ ...event, sequence: 2, holderPhone: '13800004444' })
    expect(await phone()).toBe('138****4444')
  })

  test('有错的单独拒绝，说出字段和原因，其余照收', async () => {
    const [good, bad] = [somebody(), somebody({ holderIdNumber: '110105194912310021', branchCode: 'SF9999' })]
    const answer = await feed.tell(bad, good)
    expect(answer).toMatchObject({ accepted: 1, refused: 1 })
    const [first] = answer.results
    expect(first).toMatchObject({
      result: 'refused',
      problems: [{ field: 'holderIdNumber', value: '110*************21', reason: expect.stringContaining('校验位') }],
    })
    expect(await policyOf(bad)).toBeUndefined()
    expect(await policyOf(good)).toBeDefined()
  })
})

test('真的走 HTTP：正文以二进制类型送来，大的消息平台只收这样的', async () => {
  const event = somebody()
  const { headers, body } = signedFeed(JSON.stringify({ events: [event] }), testKeys.POLICY_FEED_KEY)
  const answer = await fetch(`${cloud.url}/http/intake/policy-events`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body,
  })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  expect(await answer.json()).toMatchObject({ ok: true, data: { accepted: 1 } })
  expect(await policyOf(event)).toBeDefined()
})

test('一条消息里有定不下来的保单：其余的定下，别的消息和定时器的其余步骤照做；它隔开越来越久再试，每次告警', async () => {
  const [poisoned, beside, other] = [somebody(), somebody(), somebody()]
  await feed.tell(poisoned, beside, other)
  await change(cloud, 'policies', String(poisoned.policyNumber), { coverStartsOn: '' })
  const receivedAt = cloud.clock.now() - 10 * MINUTES
  const message = (_id: string, at: number, ...events: EventMessage[]) => ({
    ...{ _id, receivedAt: receivedAt + at, unfinished: true },
    policyNumbers: events.map(({ policyNumber }) => policyNumber),
  })
  await insert(cloud, 'policyMessages', [message('poison', 0, poisoned, beside), message('sound', 1, other)])
  const tick = async () => {
    const { failed, finishedMessages } = await cloud.runTimer()
    const complaints = cloud.logs({ function: 'scheduled', limit: 1 })[0]?.complaints.join('\n') ?? ''
    return { failed, finishedMessages, warned: /message poison: attempt \d/.exec(complaints)?.[0] ?? null }
  }
  const poison = async () => (await documentsOf(cloud, 'policyMessages')).find(({ _id }) => _id === 'poison')

  expect(await tick()).toEqual({ failed: [], finishedMessages: 1, warned: 'message poison: attempt 1' })
  expect(await poison()).toMatchObject({ unfinished: true, policyNumbers: [poisoned.policyNumber] })
  cloud.clock.advance(5 * MINUTES)
  expect(await tick()).toEqual({ failed: [], finishedMessages: 0, warned: null })
  cloud.clock.advance(5 * MINUTES)
  expect(await tick()).toEqual({ failed: [], finishedMessages: 0, warned: 'message poison: attempt 2' })
  cloud.clock.advance(15 * MINUTES)
  expect(await tick()).toMatchObject({ warned: null })

  await change(cloud, 'policies', String(poisoned.policyNumber), { coverStartsOn: '2026-09-09' })
  cloud.clock.advance(5 * MINUTES)
  expect(await tick()).toEqual({ failed: [], finishedMessages: 1, warned: null })
  expect(await poison()).toMatchObject({ unfinished: false })
})

test('五百张新保单：数据库操作不超过四十次', async () => {
  const old = { issuedAt: '2025-01-08 09:30', coverStartsOn: '2025-01-09', coverEndsOn: '2026-01-08' }
  const events = Array.from({ length: 500 }, () => somebody(old))
  const before = await operations()
  expect(await feed.tell(...events)).toMatchObject({ accepted: 500 })
  expect((await operations()) - before).toBeLessThanOrEqual(40)
})

async function operations(): Promise<number> {
  const counts = (await (await fetch(`${cloud.url}/_/operations`)).json()) as Record<string, number>
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
