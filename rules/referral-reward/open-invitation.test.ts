import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { at, book, coverUntil, invitation, li, openingFacts, stranger } from '../../tests/fixtures/referral'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { activeInvitation, type InviteeBook } from './invitation'
import { type OpeningFacts, openInvitation } from './open-invitation'

const open = (facts: Partial<OpeningFacts> = {}, overrides: TermsOverrides = {}) =>
  openInvitation(demoTerms(overrides), openingFacts(facts))
const wang = (changes: Partial<OpeningFacts['invitee']>): Partial<OpeningFacts> => ({
  invitee: { ...stranger, account: 'wang', policies: [], ...changes },
})
const byZhao = invitation({ referrerId: 'zhao', code: 'ZhaoCode' })

test('第一次打开：记下一次，30 天内有效，写明渠道', () => {
  const opened = open({ code: { ...openingFacts().code, channel: 'branch' } })
  expect(opened).toMatchObject({
    kind: 'opened',
    invitation: {
      invitationId: 'demo.wang.1',
      referrerId: 'li',
      channel: 'branch',
      validUntilAt: startOf(day('2026-10-02')),
      accepted: null,
    },
    book: { version: 1 },
  })
})

test('同一个人的邀请再打开：还是那一次', () => {
  expect(open({ book: book(invitation()), now: at('2026-09-20') })).toEqual({ kind: 'open', invitation: invitation() })
})

describe('不算的，写明原因', () => {
  test.each<[string, Partial<OpeningFacts>, string, TermsOverrides?]>([
    ['没有开放', {}, 'offer-not-enabled', { referralReward: { enabled: false } }],
    ['活动开始前', { now: startOf(day('2026-09-01')) - 1 }, 'campaign-not-started'],
    ['活动结束后', { now: startOf(day('2026-11-01')) }, 'campaign-over'],
    ['打开自己的', { invitee: { ...stranger, account: 'li-wechat', policies: [] } }, 'invitation-own'],
    ['用另一个绑定了自己保单的微信', wang({ holderId: 'li' }), 'invitation-same-person'],
    ['家人用同一个手机号', wang({ holderId: 'wang', phoneHash: 'li-phone' }), 'invitation-same-phone'],
    ['同一辆车', wang({ holderId: 'wang', vehicleIds: new Set(['li-car']) }), 'invitation-same-vehicle'],
    ['同一个收款账户', wang({ holderId: 'wang', cardHash: 'li-card' }), 'invitation-same-bank-account'],
    ['推荐人没有有效的保单', { referrerMay: false }, 'referrer-may-not'],
    ['有保单的客户', wang({ holderId: 'wang', policies: [coverUntil('2026-12-31')] }), 'invitee-is-customer'],
    ['推荐人的奖励已满', { rewards: 10 }, 'referrer-has-all'],
    ['别人的邀请先到，还有效', { book: book(byZhao) }, 'invitee-already-invited'],
  ])('%s', (_name, facts, code, overrides = {}) => {
    expect(open(facts, overrides)).toEqual({ kind: 'refused', code })
  })

  test.each<[string, Partial<OpeningFacts>, TermsOverrides?]>([
    ['活动第一刻', { now: startOf(day('2026-09-01')) }],
    ['活动最后一刻', { now: startOf(day('2026-11-01')) - 1 }],
    ['脱保满 12 个月的老客户', wang({ holderId: 'wang', policies: [coverUntil('2025-09-01')] })],
    ['推荐人还差一次', { rewards: 9 }],
    ['推荐人奖励不限', { rewards: 99 }, { referralReward: { rewardsPerReferrer: null } }],
    ['别人的邀请刚过期', { book: book(byZhao), now: byZhao.validUntilAt }],
  ])('另一边：%s', (_name, facts, overrides = {}) => expect(open(facts, overrides).kind).toBe('opened'))

  test('别人的邀请还差 1 毫秒过期', () => {
    const facts = { book: book(byZhao), now: byZhao.validUntilAt - 1 }
    expect(open(facts)).toMatchObject({ code: 'invitee-already-invited' })
  })
})

test('最近的算数：后一位替换前一位，前一位的记下何时被替换', () => {
  const last: TermsOverrides = { referralReward: { countedInvitation: 'last' } }
  const opened = open({ book: book(byZhao), now: at('2026-09-05') }, last)
  expect(opened).toMatchObject({
    kind: 'opened',
    book: {
      invitations: [
        { referrerId: 'zhao', replacedAt: at('2026-09-05') },
        { referrerId: 'li', replacedAt: null },
      ],
    },
  })
})

/** Anybody opens anybody's code at any time, whichever invitation counts. */
const anyOpenings = fc.array(
  fc.record({ referrerId: fc.constantFrom('li', 'zhao', 'qian'), hours: fc.integer({ min: 0, max: 700 }) }),
  { maxLength: 12 },
)

test.each(['first', 'last'] as const)('规律：任何时候最多一次邀请算数，记下的从不消失（%s）', (countedInvitation) => {
  const terms = demoTerms({ referralReward: { countedInvitation } })
  fc.assert(
    fc.property(anyOpenings, (openings) => {
      let now = at('2026-09-01', 0)
      let kept: InviteeBook = book()
      for (const { referrerId, hours } of openings) {
        now += hours * 3_600_000
        const referrer = { ...li, holderId: referrerId }
        const code = { code: referrerId, referrerId, account: `${referrerId}-wechat`, channel: null }
        const opening = openInvitation(terms, openingFacts({ now, code, referrer, book: kept }))
        if (opening.kind !== 'opened') continue
        expect(opening.book.invitations.length).toBe(kept.invitations.length + 1)
        kept = opening.book
      }
      const ids = new Set(kept.invitations.map(({ invitationId }) => invitationId))
      expect(ids.size).toBe(kept.invitations.length)
      for (const moment of kept.invitations.flatMap(({ openedAt, validUntilAt }) => [openedAt, validUntilAt - 1])) {
        const active = kept.invitations.filter(
          (one) => activeInvitation({ ...kept, invitations: [one] }, moment) !== null,
        )
        expect(active.length).toBeLessThanOrEqual(1)
      }
    }),
  )
})
