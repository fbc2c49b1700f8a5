import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayOf, endOf, startOf } from '#values/days'
import { eventFacts, lastYear, renewal } from '../../tests/fixtures/policy'
import { demoTerms } from '../../tests/fixtures/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import {
  alter,
  approve,
  fulfil,
  MENDED,
  mayBeTakenBack,
  refuse,
  TAKE_BACK_WITHIN_MS,
  takeBack,
} from '../benefit/status'
import { decidePolicyEvent } from '../policy-event/decide-policy-event'
import { isTakenBackBy, reviewed, verdictOf } from './decide-review'
import { type Reviewed, type Reviewer, refusalToReview } from './may-review'
import { reviewDueOn, reviewOverdueBefore } from './review-due'

const reviewer = (changes: Partial<Reviewer> = {}): Reviewer => ({
  account: 'reviewer-1',
  branchCode: null,
  holderId: null,
  ...changes,
})
const entry = (changes: Partial<Reviewed> = {}): Reviewed => ({
  waitsFor: 'review',
  beingPaid: false,
  branchCode: 'SF0101',
  holderIds: ['holder-1'],
  account: null,
  ...changes,
})

describe('谁能审：本网点的；自己的不能审', () => {
  test.each<[name: string, who: Reviewer, what: Reviewed, refused: ReturnType<typeof refusalToReview>]>([
    ['总部审核员', reviewer(), entry(), null],
    ['本网点', reviewer({ branchCode: 'SF0101' }), entry(), null],
    ['别的网点', reviewer({ branchCode: 'SF0102' }), entry(), 'other-branch'],
    ['网点审核员不审奖品', reviewer({ branchCode: 'SF0101' }), entry({ branchCode: null }), 'other-branch'],
    ['自己是投保人', reviewer({ holderId: 'holder-1' }), entry(), 'own'],
    ['绑定的是别的投保人', reviewer({ holderId: 'holder-2' }), entry(), null],
    ['自己中的奖', reviewer(), entry({ branchCode: null, holderIds: [], account: 'reviewer-1' }), 'own'],
    ['自己是被推荐人', reviewer({ holderId: 'invitee-1' }), entry({ holderIds: ['holder-1', 'invitee-1'] }), 'own'],
    ['没有绑定保单的人，没有自己的', reviewer(), entry({ holderIds: [] }), null],
    ['已经审过', reviewer(), entry({ waitsFor: 'payout' }), 'not-waiting'],
    ['正在打款，结果还不知道', reviewer(), entry({ beingPaid: true }), 'being-paid'],
    ['还在观察期', reviewer(), entry({ waitsFor: 'hold' }), 'not-waiting'],
    ['没有人要办', reviewer(), entry({ waitsFor: null }), 'not-waiting'],
  ])('%s', (_name, who, what, refused) => {
    expect(refusalToReview(who, what)).toBe(refused)
  })
})

const facts = eventFacts({ policy: renewal(), previous: lastYear() })
const granted = decidePolicyEvent(demoTerms(), facts).find(({ benefit }) => benefit.rule === 'renewal-rebate')?.benefit
if (!granted) throw new Error('no rebate')
const rebate: PolicyBenefit = granted
const { now } = facts
const decided = { at: now, by: 'reviewer-1', why: '核对无误', requestKey: '1' }
const asked = (benefit: PolicyBenefit) => alter(benefit, { needsReview: '保单资料有更新' }, now)

describe('通过和驳回', () => {
  const approved = approve(rebate, decided)
  const given = fulfil(approved, decided)
  test.each<[string, PolicyBenefit, 'approve' | 'refuse', status: string, waitsFor: string | null]>([
    ['待审核，通过：待打款', rebate, 'approve', 'approved', 'payout'],
    ['待审核，驳回：不给', rebate, 'refuse', 'refused', null],
    ['通过后资料有更新，核对无误：照旧待打款', asked(approved), 'approve', 'approved', 'payout'],
    ['通过后资料有更新，不该给：不给', asked(approved), 'refuse', 'refused', null],
    ['给了之后资料有更新，核对无误：留着', asked(given), 'approve', 'fulfilled', null],
    ['给了之后资料有更新，不该给：收回', asked(given), 'refuse', 'clawed-back', null],
  ])('%s', (_name, before, verdict, status, waitsFor) => {
    const after = reviewed(before, verdict, decided)
    expect([after.status.kind, after.waitsFor, after.needsReview]).toEqual([status, waitsFor, null])
  })
  test('核对过什么、谁核对的，留在权益上', () => {
    expect(reviewed(asked(given), 'approve', decided).lookedAt).toEqual({ ...decided, question: '保单资料有更新' })
  })
  test('同一个请求认得出自己做的决定，别的请求不算', () => {
    const after = reviewed(rebate, 'approve', decided)
    expect([verdictOf(after, '1'), verdictOf(after, '2'), verdictOf(rebate, '1')]).toEqual(['approve', null, null])
    expect(verdictOf(reviewed(rebate, 'refuse', decided), '1')).toBe('refuse')
    expect(verdictOf(reviewed(asked(given), 'refuse', decided), '1')).toBe('refuse')
    expect(verdictOf(reviewed(asked(given), 'approve', { ...decided, requestKey: '3' }), '3')).toBe('approve')
    const back = takeBack(after, { at: now, by: 'reviewer-1', why: '点错了', requestKey: '4' })
    expect([isTakenBackBy(back, '4'), isTakenBackBy(back, '1'), verdictOf(back, '1')]).toEqual([true, false, null])
  })
  test('迟到的折扣：通过就是给了，写明核心系统已批改；驳回就不给；通过后限时可以撤回', () => {
    const late: PolicyBenefit = { ...asked(rebate), form: 'discount' }
    const done = reviewed(late, 'approve', decided)
    expect(done.status).toEqual({ kind: 'fulfilled', ...decided, why: MENDED })
    expect([done.history.map(({ kind }) => kind), done.waitsFor]).toEqual([['pending', 'approved'], null])
    expect([done.history.at(-1), verdictOf(done, '1')]).toEqual([{ kind: 'approved', ...decided }, 'approve'])
    expect(reviewed(late, 'refuse', decided).status.kind).toBe('refused')
    const last = now + TAKE_BACK_WITHIN_MS
    expect([mayBeTakenBack(done, last), mayBeTakenBack(done, last + 1)]).toEqual([true, false])
    expect(takeBack(done, { at: last, by: 'reviewer-1', why: '点错了' }).waitsFor).toBe('review')
    const system = { at: now, by: 'system', why: '出单时从保费中减去' }
    const atIssue = fulfil(approve(late, system), system)
    expect([mayBeTakenBack(atIssue, now), mayBeTakenBack(given, now)]).toEqual([false, false])
  })
  test('续保出单后才核实的首年返还：与迟到的折扣相同，通过就是给了，撤回后又待审核', () => {
    const late: PolicyBenefit = { ...asked(rebate), form: 'set-off', settledByPolicyNumber: 'DEMO20270001' }
    const done = reviewed(late, 'approve', decided)
    expect([done.status.kind, done.waitsFor, mayBeTakenBack(done, now)]).toEqual(['fulfilled', null, true])
    expect(takeBack(done, { at: now, by: 'reviewer-1', why: '点错了' }).waitsFor).toBe('review')
  })
  test('不给的、收回的，没有什么可审', () => {
    expect(() => reviewed(refuse(rebate, decided), 'approve', decided)).toThrow('nobody has to review it')
  })
})

describe('审核期限：进了待审核起的几个工作日', () => {
  const terms = demoTerms({ operations: { reviewWithinWorkingDays: 3 } })
  test('周五进来，下周三审完；国庆顺延，10 月 10 日补班', () => {
    expect(reviewDueOn(terms, { waitsSinceAt: startOf(day('2026-09-11')) + 1 })).toBe('2026-09-16')
    expect(reviewDueOn(terms, { waitsSinceAt: startOf(day('2026-09-30')) })).toBe('2026-10-10')
  })
  test('还没有公布的年份：不写日子，也不算逾期', () => {
    expect(reviewDueOn(terms, { waitsSinceAt: startOf(day('2026-12-31')) })).toBeNull()
    expect(reviewOverdueBefore(terms, day('2027-01-10'))).toBeLessThanOrEqual(startOf(day('2026-12-31')))
  })
  test('规律：在那一刻之前进来的都逾期，之后进来的都没有', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 1, max: 10 }),
        (offset, reviewWithinWorkingDays) => {
          const today = addDays(day('2026-08-20'), offset)
          const any = demoTerms({ operations: { reviewWithinWorkingDays } })
          const before = reviewOverdueBefore(any, today)
          const due = (waitsSinceAt: number) => reviewDueOn(any, { waitsSinceAt }) ?? today
          expect(due(before - 1) < today).toBe(true)
          expect(due(before) < today).toBe(false)
          expect(due(endOf(dayOf(before)) - 1) < today).toBe(false)
        },
      ),
      { numRuns: 50 },
    )
  })
})
