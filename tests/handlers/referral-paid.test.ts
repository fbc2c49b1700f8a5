import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReferral } from '#contract/referral'
import { lookupHash, sealText } from '#store/secrets'
import { day, startOf } from '#values/days'
import { type CampaignCloud, onEighthDay, person } from './campaign-cloud'
import { importResults, linesOf, payoutDesk, released, resultsFile } from './payout-desk'
import { bindBy, holderOf, insert, li, liCar, tellOfBoth } from './policy-book'
import { policyFeed } from './policy-feed'
import { codeOf, invite, issued, rewardsIn, wang } from './referral-book'
import { decide, itemOf } from './review-desk'

/** A reward in cash from the hold to the bank, and what a cancellation takes back of it. */
let cloud: CampaignCloud
const lin = person('lin')
const card = '6222020000000000000'
const shown = async () => (await cloud.get(openReferral, {}, lin)).rewards[0]

beforeAll(async () => {
  cloud = await payoutDesk()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await insert(cloud, 'bankAccounts', [
    {
      _id: holderOf(li),
      sealedCardNumber: sealText(card),
      cardHash: lookupHash('bank-card', card),
      bankName: '示范银行',
      tail: card.slice(-4),
      savedAt: onEighthDay,
      savedBy: 'a'.repeat(16),
      consent: { at: onEighthDay, textHash: '0'.repeat(64) },
    },
  ])
  await invite(cloud, await codeOf(cloud, lin), person('newcomer'), wang)
  cloud.clock.set(onEighthDay + 2 * 3_600_000)
  await policyFeed(cloud).tell(issued(wang))
})
afterAll(() => cloud.stop())

test('保留、待审核、已通过、打款、已到账：每一步都写明是谁、为什么', async () => {
  const [held] = await rewardsIn(cloud)
  expect(held).toMatchObject({ waitsFor: 'hold', status: { kind: 'pending' } })
  const benefitId = held?._id ?? ''
  await expect(itemOf(cloud, benefitId)).rejects.toThrow('does not wait for review')

  cloud.clock.set(startOf(day('2026-09-15')))
  await cloud.runTimer()
  const { version } = await itemOf(cloud, benefitId)
  expect(await decide(cloud, benefitId, 'approve', { version })).toMatchObject({ outcome: 'done' })
  expect(await rewardsIn(cloud)).toMatchObject([{ waitsFor: 'payout', status: { kind: 'approved' } }])

  // Ten minutes in which the approval may be taken back.
  cloud.clock.advance(10 * 60_000 + 1)
  const { batchId } = await released(cloud)
  const lines = await linesOf(cloud, batchId)
  expect(lines).toMatchObject([{ benefitId, netFen: 10_000 }])
  const results = resultsFile(batchId, lines, () => ['成功', 'REF9', ''])
  expect(await importResults(cloud, batchId, results)).toMatchObject({ data: { batch: { state: 'reconciled' } } })
  const [paid] = await rewardsIn(cloud)
  expect(paid).toMatchObject({ waitsFor: null, status: { kind: 'fulfilled', why: '已到账，流水号 REF9' } })
  expect(paid?.history.map(({ kind }) => kind)).toEqual(['pending', 'approved'])
  expect((await shown())?.state).toMatchObject({ kind: 'given', status: 'fulfilled' })
})

test('到账后退保：奖励收回，写明原因；再来一次还是收回一次', async () => {
  const cancelled = issued(wang, { event: 'cancelled', sequence: 2 })
  await policyFeed(cloud).tell(cancelled)
  await policyFeed(cloud).tell(cancelled)
  const rewards = await rewardsIn(cloud)
  expect(rewards).toMatchObject([{ waitsFor: null, status: { kind: 'clawed-back' } }])
  expect(rewards[0]?.history.map(({ kind }) => kind)).toEqual(['pending', 'approved', 'fulfilled'])
  const reward = await shown()
  expect(reward?.state).toMatchObject({ kind: 'given', status: 'clawed-back' })
  expect(reward?.next).toContain('已退保')
})
