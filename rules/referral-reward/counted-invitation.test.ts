import { expect, test } from 'vitest'
import { accepted, at, invitation, wangsPolicy } from '../../tests/fixtures/referral'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import type { Policy } from '../policy/policy'
import { countedInvitation } from './counted-invitation'
import type { Invitation } from './invitation'

const own = accepted()
const later = accepted({ invitationId: 'demo.wang.2', referrerId: 'zhao', openedAt: at('2026-09-04') })
const counts = (policy: Partial<Policy>, invitations: Invitation[], overrides: TermsOverrides = {}) =>
  countedInvitation(demoTerms(overrides), wangsPolicy(policy), 'wang-phone', invitations)?.referrerId ?? null
const last: TermsOverrides = { referralReward: { countedInvitation: 'last' } }

test.each<[string, Partial<Policy>, Invitation[], string | null, TermsOverrides?]>([
  ['接受后出单', {}, [own], 'li'],
  ['转保也算新客户', { businessKind: 'transfer' }, [own], 'li'],
  ['续保不算', { businessKind: 'renewal' }, [own], null],
  ['接受的那一刻出单', { issuedAt: own.accepted.at }, [own], 'li'],
  ['出单后 1 毫秒才接受', { issuedAt: own.accepted.at - 1 }, [own], null],
  ['到期前 1 毫秒出单', { issuedAt: own.validUntilAt - 1 }, [own], 'li'],
  ['到期那一刻出单', { issuedAt: own.validUntilAt }, [own], null],
  ['打开了，没有验证手机号', {}, [invitation()], null],
  ['手机号不是投保人的', {}, [{ ...own, accepted: { ...own.accepted, phoneHash: 'other' } }], null],
  ['出单后才被替换', {}, [{ ...own, replacedAt: at('2026-09-09') }], 'li'],
  ['出单前已被替换', {}, [{ ...own, replacedAt: at('2026-09-05') }], null],
  ['没有开放', {}, [own], null, { referralReward: { enabled: false } }],
  ['两个微信同时接受，最早的算', {}, [later, own], 'li'],
  ['两个微信同时接受，最近的算', {}, [own, later], 'zhao', last],
])('%s', (_name, policy, invitations, referrerId, overrides = {}) => {
  expect(counts(policy, invitations, overrides)).toBe(referrerId)
})

test('同一刻接受的，先后次序不影响算谁的', () => {
  const twin = { ...own, invitationId: 'demo.wang.9', referrerId: 'zhao' }
  expect(counts({}, [twin, own])).toBe(counts({}, [own, twin]))
  expect(counts({}, [twin, own], last)).toBe(counts({}, [own, twin], last))
})
