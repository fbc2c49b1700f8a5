import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, endOf, startOf } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { decideRedeem, type RedeemFacts } from './redeem'

const terms = demoTerms()
const from = day('2026-09-16')
const until = day('2027-09-15')
const now = startOf(day('2026-12-01'))
const branch = { kind: 'branch', branchCode: 'SF0101' } as const
const workshop = { kind: 'workshop', workshopId: 'demo-north' } as const

function facts(voucher: Partial<RedeemFacts['voucher']> = {}, rest: Partial<RedeemFacts> = {}): RedeemFacts {
  return {
    voucher: {
      kind: 'inspection',
      items: ['安全检测'],
      validFromOn: from,
      validUntilOn: until,
      usesLeft: 1,
      withdrawn: false,
      ...voucher,
    },
    codeEndsAt: now + 60_000,
    item: '安全检测',
    redeemer: branch,
    ...rest,
  }
}
const roadside = { kind: 'roadside', items: ['拖车', '搭电'], usesLeft: null } as const

describe('核销一次', () => {
  test.each<[string, RedeemFacts, ReturnType<typeof decideRedeem>]>([
    ['还剩 1 次，用完', facts(), { kind: 'redeemed', usesLeft: 0 }],
    ['还剩 3 次，剩 2 次', facts({ usesLeft: 3 }), { kind: 'redeemed', usesLeft: 2 }],
    ['一次不剩', facts({ usesLeft: 0 }), { kind: 'refused', reason: 'voucher-used' }],
    ['救援不限次', facts(roadside, { item: '拖车' }), { kind: 'redeemed', usesLeft: null }],
    ['救援里没有的项目', facts(roadside, { item: '洗车' }), { kind: 'refused', reason: 'item-unknown' }],
    ['退保收回的券', facts({ withdrawn: true }), { kind: 'refused', reason: 'voucher-unknown' }],
  ])('%s', (_name, given, decision) => expect(decideRedeem(terms, given, now)).toEqual(decision))
})

describe('时间的两边', () => {
  const later = { codeEndsAt: endOf(until) + 86_400_000 }
  test.each([
    ['生效前最后一刻', startOf(from) - 1, 'voucher-not-yet'],
    ['生效当日 0 点', startOf(from), null],
    ['最后一天 24 点前', endOf(until) - 1, null],
    ['过了最后一天', endOf(until), 'voucher-expired'],
  ])('%s', (_name, at, reason) => {
    const decision = decideRedeem(terms, facts({}, later), at)
    expect(decision.kind === 'refused' ? decision.reason : null).toBe(reason)
  })
  test.each([
    ['券码到期前 1 毫秒', now - 1, null],
    ['券码到期的一刻', now, 'code-expired'],
  ])('%s', (_name, at, reason) => {
    const decision = decideRedeem(terms, facts({}, { codeEndsAt: now }), at)
    expect(decision.kind === 'refused' ? decision.reason : null).toBe(reason)
  })
})

describe('谁可以核销', () => {
  const coupon = { kind: 'labour-coupon', items: ['维修工时'] } as const
  test.each<[string, RedeemFacts, boolean]>([
    ['网点核销救援', facts(roadside, { item: '拖车' }), true],
    ['网点核销检测', facts(), true],
    ['网点不能核销工时券', facts(coupon, { item: '维修工时' }), false],
    ['网点不能核销配件券', facts({ kind: 'parts-coupon', items: ['维修配件'] }, { item: '维修配件' }), false],
    ['合作维修厂核销工时券', facts(coupon, { item: '维修工时', redeemer: workshop }), true],
    ['合作维修厂核销救援', facts(roadside, { item: '搭电', redeemer: workshop }), true],
    ['不在条款里的维修厂', facts({}, { redeemer: { kind: 'workshop', workshopId: 'elsewhere' } }), false],
  ])('%s', (_name, given, allowed) => {
    expect(decideRedeem(terms, given, now)).toMatchObject(
      allowed ? { kind: 'redeemed' } : { kind: 'refused', reason: 'not-allowed' },
    )
  })
})

test('规律：n 次的券，先后核销 n 次成功，此后都拒绝', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 5 }), (uses, more) => {
      let usesLeft: number | null = uses
      let done = 0
      for (let turn = 0; turn < uses + more; turn += 1) {
        const decision = decideRedeem(terms, facts({ usesLeft }), now)
        if (decision.kind === 'refused') continue
        usesLeft = decision.usesLeft
        done += 1
      }
      expect(done).toBe(uses)
    }),
  )
})
