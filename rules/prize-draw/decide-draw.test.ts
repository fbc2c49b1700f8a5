import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { drawBook, drawRecord } from '../../tests/fixtures/draw-book'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import type { StopTimes, SwitchTarget } from '../switches/stop'
import { decideDraw, prizeOfTicket } from './decide-draw'
import type { DrawRecord } from './draw-book'

const on = day('2026-09-08')
const noon = startOf(on) + 12 * 3_600_000
const seed = Buffer.alloc(32, 7)

const won = (prizeId: string, changes: Partial<DrawRecord> = {}): DrawRecord =>
  drawRecord({
    on: day('2026-09-01'),
    nonce: prizeId,
    outcome: { kind: 'won', prizeId, benefitId: 'b', reservation: { shardId: 's', reservationId: 'r' } },
    ...changes,
  })

function decide(facts: Partial<Parameters<typeof decideDraw>[1]> = {}, terms: TermsOverrides = {}) {
  return decideDraw(demoTerms(terms), {
    book: drawBook(),
    nonce: '0'.repeat(32),
    now: noon,
    seed,
    termsVersion: 1,
    termsHash: 'h',
    stops: [],
    ...facts,
  })
}

/** Stopped an hour ago and not started again. */
const stopOf = (what: SwitchTarget): StopTimes[] => [{ what, fromAt: noon - 3_600_000, untilAt: null }]

/** Odds so that every ticket hits the third prize. */
const always: TermsOverrides = {
  prizeDraw: {
    winsPerCustomer: null,
    winsPerCustomerPerDay: null,
    prizes: demoTerms().prizeDraw.prizes.map((prize, index) => ({
      ...prize,
      oddsPpm: (index === 2 ? 1_000_000 : 0) as typeof prize.oddsPpm,
    })),
  },
}
const withDraw = (changes: NonNullable<TermsOverrides['prizeDraw']>): TermsOverrides => ({
  prizeDraw: { ...always.prizeDraw, ...changes },
})

describe('能不能抽', () => {
  test.each([
    ['开始前一毫秒', startOf(day('2026-09-01')) - 1, 'campaign-not-started'],
    ['开始的那一刻', startOf(day('2026-09-01')), null],
    ['结束前一毫秒', startOf(day('2026-11-01')) - 1, null],
    ['结束的那一刻', startOf(day('2026-11-01')), 'campaign-over'],
  ])('%s', (_name, now, expected) => {
    const decision = decide({ now })
    expect(decision.kind === 'refused' ? decision.code : null).toBe(expected)
  })

  test.each([
    ['抽奖被停止', decide({ stops: stopOf('prize-draw') }), 'draw-stopped'],
    ['整个活动被停止', decide({ stops: stopOf('campaign') }), 'campaign-stopped'],
    ['条款里没有开启抽奖', decide({}, { prizeDraw: { enabled: false } }), 'draw-stopped'],
    ['必须关注而没有关注', decide({}, { prizeDraw: { followGate: { mode: 'required' } } }), 'not-following'],
    ['今天抽过一次', decide({ book: drawBook({ draws: [won('x', { on })] }) }), 'no-chance-left'],
  ])('%s', (_name, decision, code) => {
    expect(decision).toEqual({ kind: 'refused', code })
  })

  test.each([
    ['必须关注且已关注', { prizeDraw: { followGate: { mode: 'required' } } } as const, { following: true }],
    ['只是提示关注', { prizeDraw: { followGate: { mode: 'prompt' } } } as const, {}],
    ['昨天抽过，今天是新的一天', {}, { draws: [won('x', { on: day('2026-09-07') })] }],
    [
      '今天分享过，第二次',
      {},
      { draws: [won('x', { on })], shareCredits: [{ on, via: 'on-share' as const, at: noon }] },
    ],
  ])('%s：可以抽', (_name, terms, changes) => {
    expect(decide({ book: drawBook(changes) }, terms).kind).not.toBe('refused')
  })
})

describe('抽中什么', () => {
  test.each([
    ['第一种奖品的第一个号码', 0, 'a'],
    ['第一种奖品的最后一个号码', 99, 'a'],
    ['第二种奖品的第一个号码', 100, 'b'],
    ['第二种奖品的最后一个号码', 349, 'b'],
    ['第一个不中奖的号码', 350, null],
    ['最后一个号码', 999_999, null],
  ])('%s', (_name, ticket, prizeId) => {
    const prizes = [
      { prizeId: 'a', oddsPpm: 100 },
      { prizeId: 'b', oddsPpm: 250 },
    ]
    expect(prizeOfTicket(prizes, ticket)).toBe(prizeId)
  })

  test('随机数以前问过：给出以前的答案，活动结束后也一样', () => {
    const record = won('fuel-card-200', { nonce: '1'.repeat(32) })
    const asked = { book: drawBook({ draws: [record] }), nonce: '1'.repeat(32), now: startOf(day('2026-12-01')) }
    expect(decide(asked)).toEqual({ kind: 'repeat', record })
  })

  test('次序接着当天已有的抽奖', () => {
    const shareCredits = [{ on, via: 'on-share' as const, at: noon }]
    const decision = decide({ book: drawBook({ draws: [won('x'), won('y', { on })], shareCredits }) }, always)
    expect(decision).toMatchObject({ kind: 'hit', draw: { on, ordinal: 2 } })
  })

  test.each([
    ['每人一次，还没中过', { winsPerCustomer: 1 }, [], 'hit'],
    ['每人一次，中过一次', { winsPerCustomer: 1 }, [won('fuel-card-200')], 'decided'],
    ['每人每天一次，昨天中过', { winsPerCustomerPerDay: 1 }, [won('fuel-card-200', { on: day('2026-09-07') })], 'hit'],
  ])('%s', (_name, limits, draws, kind) => {
    expect(decide({ book: drawBook({ draws }) }, withDraw(limits)).kind).toBe(kind)
  })

  test('这种奖品每人一份，已经有一份：如实说是达到上限', () => {
    const decision = decide(
      { book: drawBook({ draws: [won('car-wash-35')] }) },
      {
        prizeDraw: {
          ...always.prizeDraw,
          prizes: always.prizeDraw?.prizes?.map((prize) => ({ ...prize, perCustomer: 1 })) ?? [],
        },
      },
    )
    expect(decision).toMatchObject({ kind: 'decided', outcome: { kind: 'limit-reached', prizeId: 'car-wash-35' } })
  })

  test.each([
    ['停了抽中的，不顺延', 'no-prize', 'prize:car-wash-35', 'decided', undefined],
    ['停了抽中的，顺延到下一种', 'next-prize', 'prize:car-wash-35', 'hit', ['phone-holder']],
    ['停了列在其后的，还是抽中的那种', 'next-prize', 'prize:phone-holder', 'hit', ['car-wash-35']],
    ['停了别的奖品，照常', 'next-prize', 'prize:fuel-card-200', 'hit', ['car-wash-35', 'phone-holder']],
  ] as const)('奖品暂停：%s', (_name, whenOut, what, kind, candidates) => {
    const decision = decide({ stops: stopOf(what) }, withDraw({ whenOut }))
    expect(decision.kind).toBe(kind)
    const nothing = what === 'prize:car-wash-35' ? 'prize-stopped' : 'out-of-stock'
    if (decision.kind === 'hit') {
      expect(decision).toMatchObject({ candidates, otherwise: { kind: nothing, prizeId: 'car-wash-35' } })
    } else {
      expect(decision).toMatchObject({ outcome: { kind: 'prize-stopped', prizeId: 'car-wash-35' } })
    }
  })

  test('抽到暂停的奖品：没有占用机会，当天还能再抽，次序接着往下', () => {
    const stopped = drawRecord({ on, outcome: { kind: 'prize-stopped', prizeId: 'car-wash-35' } })
    const decision = decide({ book: drawBook({ draws: [stopped] }) }, always)
    expect(decision).toMatchObject({ kind: 'hit', draw: { on, ordinal: 2 } })
  })

  test.each([
    ['no-prize', ['car-wash-35']],
    ['next-prize', ['car-wash-35', 'phone-holder']],
  ] as const)('发完时 %s：依次可给的奖品', (whenOut, candidates) => {
    expect(decide({}, withDraw({ whenOut }))).toMatchObject({
      kind: 'hit',
      candidates,
      otherwise: { kind: 'out-of-stock', prizeId: 'car-wash-35' },
    })
  })
})

test('规律：每个号码恰好属于一种结果，各奖品得到的号码数等于它的概率', () => {
  const someOdds = fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(someOdds, (shares) => {
      const prizes = shares.map((oddsPpm, index) => ({ prizeId: String(index), oddsPpm }))
      const counted = new Map<string | null, number>()
      for (let ticket = 0; ticket < 1_000; ticket += 1) {
        const prizeId = prizeOfTicket(prizes, ticket)
        counted.set(prizeId, (counted.get(prizeId) ?? 0) + 1)
      }
      for (const { prizeId, oddsPpm } of prizes) expect(counted.get(prizeId) ?? 0).toBe(oddsPpm)
    }),
  )
})
