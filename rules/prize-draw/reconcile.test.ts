import { expect, test } from 'vitest'
import { day } from '#values/days'
import { drawBook, drawRecord } from '../../tests/fixtures/draw-book'
import type { DrawBook } from './draw-book'
import { fateOf } from './reconcile'
import { readReservationId, reservationIdOf } from './reservation'

const on = day('2026-09-08')
const book = (version: number, reservationId: string | null = null): DrawBook => {
  const outcome = (id: string) =>
    ({ kind: 'won', prizeId: 'wash', benefitId: 'b', reservation: { shardId: 's', reservationId: id } }) as const
  return drawBook({ version, draws: reservationId === null ? [] : [drawRecord({ outcome: outcome(reservationId) })] })
}

const mine = reservationIdOf(book(4), { on, ordinal: 1 }, 'mine')
const other = reservationIdOf(book(4), { on, ordinal: 1 }, 'other')

test.each([
  ['账本记着这一次占住：算中奖', book(5, mine), 'won'],
  ['账本同一次抽奖记的是另一部手机的占住：退回', book(5, other), 'orphan'],
  ['账本已经往前走，没有这次抽奖：退回', book(5), 'orphan'],
  ['账本还停在占住时的那一版：抽奖可能还在进行', book(4), 'undecided'],
])('%s', (_name, now, fate) => {
  expect(fateOf(mine, now).kind).toBe(fate)
})

test('占住的名字读得回来，读不懂的名字是错误', () => {
  expect(readReservationId(mine)).toEqual({
    benefitId: 'demo-2026-autumn.aaaaaaaaaaaaaaaa.2026-09-08.1',
    bookId: 'demo-2026-autumn.aaaaaaaaaaaaaaaa',
    on,
    bookVersion: 4,
  })
  expect(() => readReservationId('whatever')).toThrow('not a reservation')
})
