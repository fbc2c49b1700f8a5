import { expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { REFERRAL_GIFT } from '../referral-reward/referral-reward'
import { giftNameOf } from './gift-name'
import { decideGiftCounter } from './hand-over'

const now = startOf(day('2026-09-08'))
const ready = {
  status: 'approved',
  waitsFor: 'hand-over',
  holderId: 'li',
  branchCode: 'SF0101',
  shownByHolderId: 'li',
  codeEndsAt: now + 1,
  atBranch: 'SF0101',
} as const
type Facts = Parameters<typeof decideGiftCounter>[0]

test.each<[name: string, changes: Partial<Facts>, decision: ReturnType<typeof decideGiftCounter>]>([
  ['审核通过、本人、本网点：交付', {}, null],
  ['身份码刚好过期', { codeEndsAt: now }, 'code-expired'],
  ['别人的身份码', { shownByHolderId: 'zhang' }, 'gift-unknown'],
  ['还没有绑定保单的人的身份码', { shownByHolderId: null }, 'gift-unknown'],
  ['别的网点的礼品', { atBranch: 'SF0102' }, 'gift-not-here'],
  ['还没有审核', { status: 'pending', waitsFor: 'review' }, 'gift-not-ready'],
  ['通过后资料有更新，等核对', { waitsFor: 'review' }, 'gift-not-ready'],
  ['驳回的', { status: 'refused', waitsFor: null }, 'gift-not-ready'],
  ['已经交付', { status: 'fulfilled', waitsFor: null }, 'gift-handed-over'],
  ['交付后资料有更新', { status: 'fulfilled', waitsFor: 'review' }, 'gift-handed-over'],
])('%s', (_name, changes, decision) => {
  expect(decideGiftCounter({ ...ready, ...changes }, now)).toBe(decision)
})

test('礼品的名字：续保礼品按档次，推荐奖励按条款；条款没有写的，照实说是礼品', () => {
  const terms = demoTerms()
  const [tier] = terms.gift.tiers
  expect(giftNameOf(terms, { giftId: tier?.giftId ?? '' })).toBe(tier?.name)
  const named = { ...terms, referralReward: { ...terms.referralReward, giftName: '洗车套装' } }
  expect(giftNameOf(named, { giftId: REFERRAL_GIFT })).toBe('洗车套装')
  expect(giftNameOf(terms, { giftId: 'gone' })).toBe('礼品')
})
