import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { acceptanceFacts, accepted, at, book, coverUntil, invitation, li } from '../../tests/fixtures/referral'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { type AcceptanceFacts, acceptInvitation } from './accept-invitation'

const accept = (facts: Partial<AcceptanceFacts> = {}, overrides: TermsOverrides = {}) =>
  acceptInvitation(demoTerms(overrides), acceptanceFacts(facts))
const holder = (changes: Partial<AcceptanceFacts['holders'][number]> = {}) => ({
  holderId: 'wang',
  phoneHash: 'wang-phone',
  vehicleIds: new Set<string>(),
  cardHash: null,
  policies: [],
  ...changes,
})

test('验证手机号后才算数：记下手机号的哈希和尾号', () => {
  expect(accept({ rank: 'unknown' })).toMatchObject({
    kind: 'accepted',
    invitation: {
      accepted: { at: at('2026-09-02', 11), phoneHash: 'wang-phone', phoneTail: '5678', rank: 'unknown' },
      phonePrefixHash: 'prefix-138',
    },
    book: { version: 2 },
  })
})

test('同一个手机号再验证一次：还是那一次', () => {
  expect(accept({ book: book(accepted()) })).toEqual({ kind: 'accepted-before', invitation: accepted() })
})

test('投保前可以换一个手机号', () => {
  const phone = { phoneHash: 'other', phoneTail: '9999', prefixHash: 'prefix-139' }
  expect(accept({ book: book(accepted()), phone })).toMatchObject({
    kind: 'accepted',
    invitation: { accepted: { phoneTail: '9999' } },
  })
})

describe('不算的，写明原因', () => {
  test.each<[string, Partial<AcceptanceFacts>, string, TermsOverrides?]>([
    ['没有开放', {}, 'offer-not-enabled', { referralReward: { enabled: false } }],
    ['活动结束后', { now: startOf(day('2026-11-01')) }, 'campaign-over'],
    ['没有打开过邀请', { book: null }, 'invitation-expired'],
    ['邀请已过期', { now: invitation().validUntilAt }, 'invitation-expired'],
    ['邀请已被替换', { book: book(invitation({ replacedAt: at('2026-09-02', 10) })) }, 'invitation-expired'],
    [
      '验证的是推荐人的手机号',
      { phone: { phoneHash: 'li-phone', phoneTail: '1234', prefixHash: 'p' } },
      'invitation-same-phone',
    ],
    ['这个手机号是推荐人的另一份资料', { holders: [holder({ holderId: 'li' })] }, 'invitation-same-person'],
    ['推荐人的车', { holders: [holder({ vehicleIds: new Set(['li-car']) })] }, 'invitation-same-vehicle'],
    ['推荐人的卡', { holders: [holder({ cardHash: 'li-card' })] }, 'invitation-same-bank-account'],
    ['这个手机号有保单', { holders: [holder({ policies: [coverUntil('2026-12-31')] })] }, 'invitee-is-customer'],
  ])('%s', (_name, facts, code, overrides = {}) => {
    expect(accept(facts, overrides)).toEqual({ kind: 'refused', code })
  })

  test('另一边：过期前 1 毫秒；脱保满 12 个月的', () => {
    expect(accept({ now: invitation().validUntilAt - 1 }).kind).toBe('accepted')
    expect(accept({ holders: [holder({ policies: [coverUntil('2025-09-01')] })] }).kind).toBe('accepted')
  })

  test('不知道的不算相同：双方都没有收款账户', () => {
    expect(accept({ referrer: { ...li, cardHash: null }, holders: [holder()] }).kind).toBe('accepted')
  })
})
