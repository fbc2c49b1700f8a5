import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { fen } from '#values/money'
import { written } from '../../tests/fixtures/policy'
import { accepted, at, referral, referralFacts, wangsPolicy } from '../../tests/fixtures/referral'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import { addsUp } from '../benefit/statement'
import { alter, approve, fulfil } from '../benefit/status'
import { chooseForm } from '../referral-reward/choose-form'
import type { Party } from '../referral-reward/parties'
import { decideReferral, invitedBy, type ReferralEventFacts } from './referral'
import { isStanding } from './standing'

const decide = (facts: Partial<ReferralEventFacts> = {}, overrides: TermsOverrides = {}) =>
  decideReferral(demoTerms(overrides), referralFacts(facts))
/** The reward of the referral, as it stands after the event. */
function rewardOf(facts: Partial<ReferralEventFacts> = {}, overrides: TermsOverrides = {}): PolicyBenefit {
  const change = decide(facts, overrides)
  if (!change) throw new Error('nothing is written')
  return change.benefit
}
const texts = ({ statement }: PolicyBenefit) => statement.map(({ label, value }) => `${label}：${value}`)
const others = (count: number): PolicyBenefit[] =>
  Array.from({ length: count }, (_, index) => rewardOf({ policy: wangsPolicy({ policyNumber: `OTHER${index}` }) }))
/** Wang had cover until March. */
const wangsLast = wangsPolicy({
  policyNumber: 'OLD',
  issuedAt: at('2025-02-20'),
  coverStartsOn: day('2025-03-02'),
  coverEndsOn: day('2026-03-01'),
})
const by = { at: at('2026-09-20'), by: 'reviewer', why: '核对无误' }

describe('出单', () => {
  test('推荐人得 100 元现金：先保留 7 天，10 个工作日内到账', () => {
    const reward = rewardOf()
    expect(reward).toMatchObject({
      _id: 'demo-2026-autumn.DEMO20260001.referral-reward',
      rule: 'referral-reward',
      holderId: 'li',
      policyNumber: 'DEMO20260001',
      // The referrer's: the policy is of another.
      branchCode: 'LI01',
      form: 'cash',
      amountFen: 10_000,
      // The organiser bears the tax of 20 %: 100 is what is left of 125.
      costFen: 12_500,
      budgetLine: 'referral-rewards',
      dueOn: '2026-09-21',
      holdUntil: startOf(day('2026-09-15')),
      waitsFor: 'hold',
      status: { kind: 'pending' },
      risk: { score: 0, reasons: [] },
      referral: { invitationId: 'demo.wang.1', inviteeId: 'wang' },
    })
    expect(texts(reward)).toEqual([
      '被推荐人：王**',
      '邀请：2026 年 9 月 2 日接受',
      '新保单：2026 年 9 月 8 日出单',
      '推荐奖励：¥100.00',
      '推荐奖励：¥100.00',
    ])
    expect(addsUp(reward.statement, reward.amountFen)).toBe(true)
  })

  test('不保留：直接待审核', () => {
    expect(rewardOf({}, { referralReward: { holdDays: 0 } })).toMatchObject({ holdUntil: null, waitsFor: 'review' })
  })

  test('只给礼品：写明是什么', () => {
    const reward = rewardOf({}, { referralReward: { form: 'gift' } })
    expect(reward).toMatchObject({ form: 'gift', giftId: 'referral-gift', amountFen: 10_000 })
    expect(reward.statement.find(({ kind }) => kind === 'part')?.note).toBe('每推荐一位，等值礼品：车载应急启动电源')
  })

  test('风险只转人工，不拒绝', () => {
    const risky = referral({ signs: { ...referral().signs, above: ['wang'] } })
    const reward = rewardOf({ referral: risky })
    expect(reward).toMatchObject({ status: { kind: 'pending' }, risk: { score: 60, reasons: ['ring'] } })
  })

  test.each<[string, Partial<ReferralEventFacts>, TermsOverrides?]>([
    ['没有人推荐', { referral: null }],
    ['活动开始前一天出单', { policy: wangsPolicy({ issuedAt: at('2026-08-31') }) }],
    ['活动结束后一天出单', { policy: wangsPolicy({ issuedAt: at('2026-11-01') }) }],
    ['还没记过就退保了', { policy: wangsPolicy({ state: 'cancelled' }) }],
    ['没有开放', {}, { referralReward: { enabled: false } }],
  ])('什么都不记：%s', (_name, facts, overrides = {}) => expect(decide(facts, overrides)).toBeNull())
})

describe('停发', () => {
  const stopped = new Set(['referral-reward'] as const)
  test('停发期间出单：先记下，恢复后补上；已经有的不动', () => {
    const waiting = rewardOf({ stopped })
    expect(waiting).toMatchObject({ decision: { kind: 'stopped' }, amountFen: null, waitsFor: null })
    expect(rewardOf({ ledger: [waiting] })).toMatchObject({ amountFen: 10_000, waitsFor: 'hold', holderId: 'li' })
    expect(decide({ ledger: [rewardOf()], stopped })).toBeNull()
  })
})

describe('不给，写明原因和怎样才会有', () => {
  const conflicting = (changes: Partial<Party & { holderId: string }>) =>
    referral({ invitee: { ...referral().invitee, ...changes } })
  test.each<[string, Partial<ReferralEventFacts>, string]>([
    ['同一证件', { referral: conflicting({ holderId: 'li' }) }, '被推荐人和您是同一位投保人'],
    ['同一手机号', { referral: conflicting({ phoneHash: 'li-phone' }) }, '被推荐人和您用的是同一个手机号'],
    [
      '同一辆车',
      { referral: conflicting({ vehicleIds: new Set(['li-car']) }) },
      '被推荐人投保的是您名下或曾在您名下的车',
    ],
    ['同一收款账户', { referral: conflicting({ cardHash: 'li-card' }) }, '被推荐人和您用的是同一个收款账户'],
    ['已是客户', { related: [wangsLast] }, '被推荐人已经是本公司客户'],
    ['已有 10 次', { ledger: others(10) }, '每位推荐人最多奖励 10 次，您已有 10 次'],
    [
      '商业险保费差 1 分到奖励金额',
      { policy: wangsPolicy({ commercialPremiumFen: fen(9_999) }) },
      '新保单的商业险保费 ¥99.99，低于奖励金额',
    ],
  ])('%s', (_name, facts, why) => {
    const reward = rewardOf(facts)
    expect(reward).toMatchObject({
      decision: { kind: 'not-granted', why },
      status: { kind: 'refused', by: 'system' },
      amountFen: 0,
      waitsFor: null,
      dueOn: null,
    })
    expect(reward.statement.at(-1)?.kind).toBe('advice')
    expect(JSON.stringify(reward.statement)).not.toMatch(/保到|最后一张/)
  })

  test('另一边：已有 9 次；保费正好等于奖励', () => {
    expect(rewardOf({ ledger: others(9) }).decision.kind).toBe('granted')
    expect(rewardOf({ policy: wangsPolicy({ commercialPremiumFen: fen(10_000) }) }).decision.kind).toBe('granted')
  })

  test('是同一个人的，被推荐人也没有另一项折扣', () => {
    expect(invitedBy(referral())).toBe('李**')
    expect(invitedBy(conflicting({ vehicleIds: new Set(['li-car']) }))).toBeNull()
    expect(invitedBy(null)).toBeNull()
  })
})

describe('以后的事件', () => {
  const reward = rewardOf()
  const approved = approve(alter(reward, { holdUntil: null }, by.at), by)
  const cancelled = wangsPolicy({ state: 'cancelled', sequence: 2 })

  test('同一事件再来：什么都不变', () => {
    expect(decide({ ledger: [reward] })).toBeNull()
    expect(decide({ ledger: [approved] })).toBeNull()
  })

  test.each<[string, PolicyBenefit, string]>([
    ['保留中', reward, 'refused'],
    ['审核通过、还没付', approved, 'refused'],
    ['已经付了', fulfil(approved, by), 'clawed-back'],
  ])('退保：%s', (_name, before, kind) => {
    const change = decide({ ledger: [before], policy: cancelled })
    expect(change).toMatchObject({ kind: 'move', benefit: { status: { kind, why: '被推荐人的保单已退保' } } })
  })

  test('退保后再退一次：什么都不变', () => {
    const gone = rewardOf({ ledger: [reward], policy: cancelled })
    expect(decide({ ledger: [gone], policy: cancelled })).toBeNull()
  })

  test('别的奖励退保收回后，超过次数的这一笔可以重新给', () => {
    const full = others(10)
    const refused = rewardOf({ ledger: full })
    expect(rewardOf({ ledger: [...full.slice(1), refused] })).toMatchObject({
      status: { kind: 'pending' },
      waitsFor: 'hold',
      amountFen: 10_000,
    })
  })

  test('付了以后发现是同一辆车：交人核对，金额不变', () => {
    const paid = fulfil(approved, by)
    const same = referral({ invitee: { ...referral().invitee, vehicleIds: new Set(['li-car']) } })
    expect(decide({ ledger: [paid], referral: same })).toMatchObject({
      kind: 'review',
      benefit: { amountFen: 10_000, waitsFor: 'review', needsReview: expect.stringContaining('您名下') },
    })
  })
})

describe('选现金或礼品', () => {
  const reward = rewardOf()
  const terms = demoTerms()
  test('选礼品，再改回现金：金额、保留期和到账日不变，成本随税变', () => {
    const gift = chooseForm(terms, reward, 'gift', by.at)
    if (gift.kind !== 'chosen') throw new Error(gift.kind)
    expect(gift.benefit).toMatchObject({
      form: 'gift',
      giftId: 'referral-gift',
      amountFen: 10_000,
      costFen: 10_000,
      dueOn: reward.dueOn,
      holdUntil: reward.holdUntil,
      waitsFor: 'hold',
      version: 2,
    })
    expect(addsUp(gift.benefit.statement, gift.benefit.amountFen)).toBe(true)
    expect(decide({ ledger: [gift.benefit] })).toBeNull()
    const cash = chooseForm(terms, gift.benefit, 'cash', by.at)
    expect(cash).toMatchObject({
      kind: 'chosen',
      benefit: { form: 'cash', costFen: 12_500, giftId: null, statement: reward.statement },
    })
    expect(chooseForm(terms, reward, 'cash', by.at)).toEqual({ kind: 'same' })
  })

  test('条款没有让选；审核过了；本来就不给：不能选', () => {
    const cashOnly = demoTerms({ referralReward: { form: 'cash' } })
    expect(chooseForm(cashOnly, reward, 'gift', by.at)).toEqual({ kind: 'refused', code: 'reward-not-choosable' })
    const approved = approve(alter(reward, { holdUntil: null }, by.at), by)
    expect(chooseForm(terms, approved, 'gift', by.at)).toEqual({ kind: 'refused', code: 'reward-decided' })
    const refused = rewardOf({ ledger: others(10) })
    expect(chooseForm(terms, refused, 'gift', by.at)).toEqual({ kind: 'refused', code: 'reward-decided' })
  })
})

/** Everybody may have invited everybody; policies are issued, told again and cancelled in any order. */
const people = ['a', 'b', 'c', 'd', 'e'] as const
const anyStory = fc.array(
  fc.record({
    invitee: fc.constantFrom(...people),
    referrer: fc.constantFrom(...people),
    state: fc.constantFrom('in-force' as const, 'cancelled' as const),
    premium: fc.integer({ min: 0, max: 30_000 }),
  }),
  { maxLength: 20 },
)

test('规律：一张新保单最多一笔奖励，只归直接推荐人；不超过保费和次数；再决定一次什么都不变', () => {
  const terms = demoTerms({ referralReward: { rewardsPerReferrer: 2 } })
  fc.assert(
    fc.property(anyStory, (story) => {
      let ledger: PolicyBenefit[] = []
      const referrerOf = new Map<string, string>()
      const premiumOf = new Map<string, number>()
      for (const [index, { invitee, referrer, state, premium }] of story.entries()) {
        const first = referrerOf.get(invitee) ?? referrer
        referrerOf.set(invitee, first)
        premiumOf.set(invitee, premiumOf.get(invitee) ?? premium)
        const policy = wangsPolicy({
          policyNumber: `P-${invitee}`,
          holderId: invitee,
          vehicleId: `${invitee}-car`,
          state,
          commercialPremiumFen: fen(premiumOf.get(invitee) ?? 0),
          sequence: index,
        })
        const facts = referralFacts({
          policy,
          ledger,
          now: policy.issuedAt + index,
          referral: referral({
            invitation: accepted({ referrerId: first }),
            referrer: {
              holderId: first,
              phoneHash: first,
              vehicleIds: new Set([`${first}-car`]),
              cardHash: null,
              branchCode: 'LI01',
            },
            invitee: { holderId: invitee, phoneHash: invitee, vehicleIds: new Set([`${invitee}-car`]), cardHash: null },
          }),
        })
        const change = decideReferral(terms, facts)
        ledger = written(ledger, change ? [change] : [])
        expect(decideReferral(terms, { ...facts, ledger })).toBeNull()
      }
      for (const person of people) {
        const rewards = ledger.filter(({ policyNumber }) => policyNumber === `P-${person}`)
        expect(rewards.length).toBeLessThanOrEqual(1)
        for (const { holderId, amountFen, status } of rewards) {
          expect(holderId).toBe(referrerOf.get(person))
          expect(amountFen).toBeLessThanOrEqual(premiumOf.get(person) ?? 0)
          if (holderId === person) expect(status.kind).toBe('refused')
        }
        expect(ledger.filter((entry) => entry.holderId === person && isStanding(entry)).length).toBeLessThanOrEqual(2)
      }
    }),
    { numRuns: 300 },
  )
})
