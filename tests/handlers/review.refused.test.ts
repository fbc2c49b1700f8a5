import { afterAll, beforeAll, expect, test } from 'vitest'
import { decideReviews, readReview, takeBackReviews } from '#contract/review'
import { TAKE_BACK_WITHIN_MS } from '#rules/benefit/status'
import { type CampaignCloud, newNonce, onEighthDay, startCampaignCloud } from './campaign-cloud'
import { change, insert } from './policy-book'
import { decide, giftOfLi, rebateOfLi, rebateOfZhang, reviewDesk, reviewer, secondReviewer } from './review-desk'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await reviewDesk()
})
afterAll(() => cloud.stop())

const takeBack = async (benefitId: string, version: number, by = reviewer) => {
  const { outcomes } = await cloud.get(takeBackReviews, { items: [{ benefitId, version }], requestKey: newNonce() }, by)
  return outcomes[0]?.outcome
}

test('没有写原因，或一次选得太多：不受理', async () => {
  const items = [{ benefitId: rebateOfLi._id, version: 1 }]
  const input = { items, verdict: 'refuse' as const, reason: '不行', requestKey: newNonce() }
  expect(await cloud.ask(decideReviews, input, reviewer)).toMatchObject({ ok: false, code: 'input-invalid' })
  const many = Array.from({ length: 51 }, (_, index) => ({ benefitId: `b${index}`, version: 1 }))
  expect(await cloud.ask(decideReviews, { ...input, items: many, reason: '资料不全' }, reviewer)).toMatchObject({
    ok: false,
    code: 'input-invalid',
  })
})

test('没有这一笔；版本不是刚看到的那一个', async () => {
  expect(await decide(cloud, 'made-up', 'approve')).toMatchObject({ outcome: 'unknown' })
  expect(await decide(cloud, rebateOfLi._id, 'approve', { version: 7 })).toMatchObject({ outcome: 'changed' })
  expect(await cloud.ask(readReview, { benefitId: 'made-up' }, reviewer)).toMatchObject({ code: 'benefit-unknown' })
})

test('已经审过的不能再审', async () => {
  const { version } = await decide(cloud, rebateOfLi._id, 'approve')
  expect(await decide(cloud, rebateOfLi._id, 'refuse', { by: secondReviewer, version })).toMatchObject({
    outcome: 'not-waiting',
  })
})

test('只能撤回自己的决定；之后又有变化的、还没决定的不能撤回', async () => {
  expect(await takeBack(rebateOfLi._id, 2, secondReviewer)).toBe('not-yours')
  expect(await takeBack(rebateOfLi._id, 1)).toBe('changed')
  expect(await takeBack(rebateOfZhang._id, 1)).toBe('not-yours')
  expect(await takeBack('made-up', 1)).toBe('unknown')
})

test('礼品驳回后被别人领走，撤不回来', async () => {
  const stock = { campaignId: 'demo-2026-autumn', giftId: 'dash-camera', quantity: 5, left: 0, holding: [], version: 1 }
  await insert(cloud, 'giftStock', [{ _id: 'demo-2026-autumn.dash-camera', ...stock }])
  const { version } = await decide(cloud, giftOfLi._id, 'refuse')
  await change(cloud, 'giftStock', 'demo-2026-autumn.dash-camera', { left: 0, holding: [] })
  expect(await takeBack(giftOfLi._id, version)).toBe('gift-out')
})

test('过了十分钟不能撤回', async () => {
  const { version } = await decide(cloud, rebateOfZhang._id, 'approve')
  cloud.clock.set(onEighthDay + TAKE_BACK_WITHIN_MS + 60_000)
  expect(await takeBack(rebateOfZhang._id, version)).toBe('too-late')
})

test('活动没有发布', async () => {
  const empty = await startCampaignCloud()
  try {
    expect(await empty.ask(readReview, { benefitId: 'x' }, reviewer)).toMatchObject({ ok: false, code: 'not-allowed' })
  } finally {
    await empty.stop()
  }
})
