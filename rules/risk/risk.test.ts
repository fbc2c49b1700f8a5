import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../../tests/fixtures/referral'
import { demoTerms } from '../../tests/fixtures/terms'
import type { RiskReason } from '../benefit/benefit'
import { riskReasonTexts } from './reasons'
import { type ReferralSignFacts, referralSigns, type SeenInvitation } from './referral-signs'
import { assessRisk, needsLook, type RiskSigns, type WechatRank } from './risk'

/** The demo: 24 hours, six invitations, three phones of one prefix, four of one address; 50 points go to a person. */
const terms = demoTerms()
const seen = (changes: Partial<SeenInvitation> = {}): SeenInvitation => ({
  openedAt: at('2026-09-02'),
  addressHash: null,
  phonePrefixHash: null,
  ...changes,
})
const signs = (changes: Partial<ReferralSignFacts> = {}) =>
  referralSigns(terms, {
    invitation: seen(),
    others: [],
    ranks: [0, 0],
    accountIsShared: false,
    above: [],
    inviteeOrBefore: new Set(['wang']),
    ...changes,
  })
const found = (changes: Partial<ReferralSignFacts>) => [...signs(changes).seen]
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const DAY_MS = 86_400_000

describe('看出什么', () => {
  test.each<[string, Partial<ReferralSignFacts>, string[]]>([
    ['什么都没有', {}, []],
    ['24 小时内第 6 位', { others: times(5, seen()) }, ['velocity']],
    ['24 小时内第 5 位', { others: times(4, seen()) }, []],
    ['正好隔 24 小时的不算', { others: times(5, seen({ openedAt: at('2026-09-02') - DAY_MS })) }, []],
    ['差 1 毫秒满 24 小时的算', { others: times(5, seen({ openedAt: at('2026-09-02') - DAY_MS + 1 })) }, ['velocity']],
    [
      '第 3 个同号段',
      { invitation: seen({ phonePrefixHash: 'p' }), others: times(2, seen({ phonePrefixHash: 'p' })) },
      ['phone-burst'],
    ],
    ['第 2 个同号段', { invitation: seen({ phonePrefixHash: 'p' }), others: [seen({ phonePrefixHash: 'p' })] }, []],
    ['没有验证的手机号不算同号段', { others: times(4, seen()) }, []],
    [
      '第 4 个同地址',
      { invitation: seen({ addressHash: 'a' }), others: times(3, seen({ addressHash: 'a' })) },
      ['same-address'],
    ],
    ['第 3 个同地址', { invitation: seen({ addressHash: 'a' }), others: times(2, seen({ addressHash: 'a' })) }, []],
    ['收款账户共用', { accountIsShared: true }, ['shared-account']],
    ['推荐人就是被推荐人推荐来的', { above: ['wang'] }, ['ring']],
    ['隔一层绕回来', { above: ['zhao', 'wang'] }, ['ring']],
    ['绕到这辆车以前的投保人', { above: ['old'], inviteeOrBefore: new Set(['wang', 'old']) }, ['ring']],
    ['推荐人是别人推荐来的', { above: ['zhao'] }, []],
  ])('%s', (_name, changes, expected) => expect(found(changes)).toEqual(expected))
})

const rank = (...ranks: WechatRank[]): RiskSigns => ({ ranks, seen: new Set() })

describe('评分', () => {
  test.each<[string, RiskSigns, number, RiskReason[]]>([
    ['没有迹象', rank(0, 0), 0, []],
    ['没有人问过微信', rank(), 0, []],
    ['微信 2 级', rank(0, 2), 30, ['wechat-risk']],
    ['两个人里取高的', rank(3, 1), 45, ['wechat-risk']],
    ['没有查到不是 0 分', rank('unknown', 0), 10, ['wechat-risk-unknown']],
    ['一个 1 级，一个没有查到', rank(1, 'unknown'), 25, ['wechat-risk', 'wechat-risk-unknown']],
    ['绕圈', { ranks: [0], seen: new Set(['ring']) }, 60, ['ring']],
    [
      '合计最多 100 分',
      { ranks: [4], seen: new Set(['ring', 'shared-account', 'velocity']) },
      100,
      ['ring', 'shared-account', 'velocity', 'wechat-risk'],
    ],
  ])('%s', (_name, riskSigns, score, reasons) => {
    expect(assessRisk(terms, riskSigns)).toEqual({ score, reasons })
  })

  test('分值为 0 的原因不写', () => {
    const quiet = demoTerms({ risk: { points: { ring: 0 } } })
    expect(assessRisk(quiet, { ranks: [0], seen: new Set(['ring']) })).toEqual({ score: 0, reasons: [] })
  })

  test('达到 50 分才转人工，差 1 分不转', () => {
    expect(needsLook(terms, { score: 50, reasons: [] })).toBe(true)
    expect(needsLook(terms, { score: 49, reasons: [] })).toBe(false)
    expect(needsLook(terms, null)).toBe(false)
  })
})

test('每个原因都有一句话', () => {
  for (const text of Object.values(riskReasonTexts)) expect(text).toMatch(/^[\u4e00-\u9fa5 0-9、，]+$/)
})

const anyRank = fc.constantFrom<WechatRank>(0, 1, 2, 3, 4, 'unknown')
const anySeen = fc
  .subarray(['velocity', 'phone-burst', 'same-address', 'shared-account', 'ring'] as const)
  .map((list) => new Set(list))

test('规律：0 到 100 分，有分数必有原因；迹象更多，分数不会更低', () => {
  fc.assert(
    fc.property(fc.array(anyRank, { maxLength: 3 }), anySeen, anySeen, (ranks, some, more) => {
      const less = assessRisk(terms, { ranks, seen: some })
      const all = assessRisk(terms, { ranks: [...ranks, 'unknown'], seen: new Set([...some, ...more]) })
      expect(less.score).toBeGreaterThanOrEqual(0)
      expect(all.score).toBeLessThanOrEqual(100)
      expect(all.score).toBeGreaterThanOrEqual(less.score)
      expect(less.reasons.length > 0).toBe(less.score > 0)
    }),
  )
})
