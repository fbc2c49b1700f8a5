import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { drawBook, drawRecord } from '../../tests/fixtures/draw-book'
import { demoTerms } from '../../tests/fixtures/terms'
import type { DrawBook, DrawRecord } from './draw-book'
import { passOn } from './next-in-line'

const terms = demoTerms()
const prizeId = 'phone-holder'
const first = startOf(day('2026-09-08'))

/** A draw of the eighth so many hours after midnight that hit a prize of which none was left. */
const missed = (hour: number, changes: Partial<DrawRecord> = {}): DrawRecord =>
  drawRecord({ at: first + hour * 3_600_000, outcome: { kind: 'out-of-stock', prizeId }, ...changes })
const bookOf = (pseudonym: string, ...draws: DrawRecord[]): DrawBook => drawBook({ pseudonym, draws })
const idOf = (pseudonym: string, ordinal = 1) => `demo-2026-autumn.${pseudonym}.2026-09-08.${ordinal}`

const pairs = (forfeited: string[], books: DrawBook[], given: string[] = [], of = terms) =>
  passOn(of, prizeId, forfeited, books, new Set(given)).map(({ from, to }) => [from, to.benefitId])

describe('逾期的奖品补发给谁', () => {
  const lin = bookOf('lin', missed(10))
  const wang = bookOf('wang', missed(9))
  const zhao = bookOf('zhao', missed(11))

  test('谁先抽中谁先得', () => {
    expect(pairs(['e1', 'e2'], [lin, wang, zhao])).toEqual([
      ['e1', idOf('wang')],
      ['e2', idOf('lin')],
    ])
  })
  test('同一时刻抽中的，按编号先后，和读到的次序无关', () => {
    const books = [bookOf('b', missed(9)), bookOf('a', missed(9))]
    expect(pairs(['e'], books)).toEqual([['e', idOf('a')]])
  })
  test('得到过补发的不再排', () => {
    expect(pairs(['e2'], [lin, wang, zhao], [idOf('wang')])).toEqual([['e2', idOf('lin')]])
  })
  test('候补的人不够：其余留下', () => {
    expect(pairs(['e1', 'e2'], [lin])).toEqual([['e1', idOf('lin')]])
  })
  test.each([
    ['没有抽中', { kind: 'none' }],
    ['抽中的是别的奖品', { kind: 'out-of-stock', prizeId: 'fuel-card-200' }],
    ['自己已到上限', { kind: 'limit-reached', prizeId }],
    ['抽中时奖品被停发', { kind: 'prize-stopped', prizeId }],
  ] as const)('%s的不候补', (_name, outcome) => {
    expect(pairs(['e'], [bookOf('lin', missed(9, { outcome }))])).toEqual([])
  })
})

describe('每人的上限仍然有效', () => {
  const win = (prize: string): DrawRecord['outcome'] => ({
    kind: 'won',
    prizeId: prize,
    benefitId: 'b',
    reservation: { shardId: 's', reservationId: 'r' },
  })
  const limited = (limits: { winsPerCustomer?: number | null; winsPerCustomerPerDay?: number | null }) =>
    demoTerms({ prizeDraw: { winsPerCustomer: null, winsPerCustomerPerDay: null, ...limits } })

  test('同一种奖品已得一份：轮到后面的人', () => {
    const twice = bookOf('lin', missed(9), missed(10, { ordinal: 2 }))
    expect(pairs(['e1', 'e2'], [twice, bookOf('wang', missed(11))], [], limited({}))).toEqual([
      ['e1', idOf('lin')],
      ['e2', idOf('wang')],
    ])
  })
  test.each([
    ['整个活动一次，别的日子中过', { winsPerCustomer: 1 }, '2026-09-07', []],
    ['整个活动两次，中过一次', { winsPerCustomer: 2 }, '2026-09-07', [['e', idOf('lin')]]],
    ['每天一次，当天中过', { winsPerCustomerPerDay: 1 }, '2026-09-08', []],
    ['每天一次，前一天中过', { winsPerCustomerPerDay: 1 }, '2026-09-07', [['e', idOf('lin')]]],
  ] as const)('%s', (_name, limits, on, expected) => {
    const earlier = missed(8, { on: day(on), ordinal: 2, outcome: win('car-wash-35') })
    expect(pairs(['e'], [bookOf('lin', earlier, missed(9))], [], limited(limits))).toEqual(expected)
  })
})

test('规律：分几次补发和一次补发，得到的人一样；没有人得两份，没有一件补发两次', () => {
  const people = fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[a-z]{1,6}$/), hour: fc.nat(23) }), {
    selector: ({ name }) => name,
    maxLength: 8,
  })
  fc.assert(
    fc.property(people, fc.nat(5), fc.nat(5), (everybody, count, cut) => {
      const books = everybody.map(({ name, hour }) => bookOf(name, missed(hour)))
      const forfeited = Array.from({ length: count }, (_, index) => `e${index}`)
      const atOnce = pairs(forfeited, books)
      const early = pairs(forfeited.slice(0, cut), books)
      const late = pairs(
        forfeited.slice(cut),
        books,
        early.map(([, to]) => to ?? ''),
      )
      expect([...early, ...late]).toEqual(atOnce)
      expect(new Set(atOnce.map(([, to]) => to)).size).toBe(atOnce.length)
      expect(atOnce).toHaveLength(Math.min(count, everybody.length))
    }),
  )
})
