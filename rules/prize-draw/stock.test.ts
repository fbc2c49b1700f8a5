import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridOf } from './grid'
import { proveStock } from './prove-stock'
import { type StockShard, splitStock } from './stock'

const shard = (changes: Partial<StockShard>): StockShard => ({
  _id: 'demo.v1.wash.0',
  campaignId: 'demo',
  termsVersion: 1,
  prizeId: 'wash',
  allotted: 10,
  left: 10,
  reservations: [],
  settled: 0,
  perDay: null,
  takenOn: {},
  round: 0,
  returned: [],
  passedOn: [],
  openedAt: 0,
  ...changes,
})

describe('库存分成几份', () => {
  test('规律：各份之和等于总数，每天的份额之和等于每天的上限，没有空的一份', () => {
    const quantities = fc.integer({ min: 1, max: 100_000 })
    fc.assert(
      fc.property(quantities, fc.option(fc.integer({ min: 1, max: 1000 })), (quantity, perDay) => {
        const parts = splitStock(quantity, perDay)
        const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0)
        expect(sum(parts.map(({ allotted }) => allotted))).toBe(quantity)
        if (perDay !== null && perDay <= quantity) expect(sum(parts.map((part) => part.perDay))).toBe(perDay)
        expect(parts.every((part) => part.allotted > 0 && part.perDay !== 0)).toBe(true)
      }),
    )
  })

  test.each([
    ['一份奖品不分', 1, null, 1],
    ['几份奖品不分', 7, null, 1],
    ['八份分两处', 8, null, 2],
    ['很多奖品最多分 16 处', 10_000, null, 16],
    ['每天只发三份的不分', 10_000, 3, 1],
  ])('%s', (_name, quantity, perDay, parts) => {
    expect(splitStock(quantity, perDay)).toHaveLength(parts)
  })
})

describe('库存 = 已中 + 剩余', () => {
  const prize = { prizeId: 'wash', quantity: 10 }
  const prove = (before: StockShard, won: number, after: StockShard = before) =>
    proveStock(prize, [before], { won, expired: 0 }, [after]).holds

  test.each([
    ['没有人中过', shard({}), 0, true],
    ['全部结清', shard({ left: 7, settled: 3 }), 3, true],
    ['有一份正在记账', shard({ left: 7, settled: 2, reservations: ['r'] }), 3, true],
    ['有一份占住还没定', shard({ left: 7, settled: 2, reservations: ['r'] }), 2, true],
    ['账上多一次中奖', shard({ left: 7, settled: 3 }), 4, false],
    ['账上少一次中奖', shard({ left: 7, settled: 3 }), 2, false],
    ['丢了一份', shard({ left: 6, settled: 3 }), 3, false],
    ['凭空多一份', shard({ left: 8, settled: 3 }), 3, false],
    ['剩余为负', shard({ left: -1, settled: 11 }), 11, false],
  ])('%s', (_name, state, won, holds) => {
    expect(prove(state, won)).toBe(holds)
  })

  test.each([
    ['一件逾期，退回一份', shard({ left: 8, settled: 3, returned: ['b'] }), 1, true],
    ['退回两份，逾期只有一件', shard({ left: 9, settled: 3, returned: ['b', 'c'] }), 1, false],
    ['逾期两件，还只退回一份', shard({ left: 8, settled: 3, returned: ['b'] }), 2, true],
    ['记了退回，却没有多一份', shard({ left: 7, settled: 3, returned: ['b'] }), 1, false],
    ['多了一份，没有记退回', shard({ left: 8, settled: 3 }), 1, false],
    ['退回的又有人占住', shard({ left: 7, settled: 3, reservations: ['r'], returned: ['b'] }), 1, true],
  ])('逾期退回库存：%s', (_name, state, expired, holds) => {
    expect(proveStock(prize, [state], { won: 3, expired }, [state]).holds).toBe(holds)
  })

  test('数中奖的同时有人结清：仍然成立', () => {
    const before = shard({ left: 7, settled: 2, reservations: ['r'] })
    const after = shard({ left: 6, settled: 4 })
    expect(prove(before, 3, after)).toBe(true)
    expect(prove(before, 5, after)).toBe(false)
  })
})

describe('九宫格', () => {
  test.each([
    [['a'], ['a', null, null, null, null, null, null, null]],
    [
      ['a', 'b', 'c', 'd'],
      ['a', null, 'b', null, 'c', null, 'd', null],
    ],
    [
      ['a', 'b', 'c'],
      ['a', null, 'b', null, null, 'c', null, null],
    ],
  ])('%j 均匀分布', (prizes, grid) => {
    expect(gridOf(prizes)).toEqual(grid)
  })

  test('至少留一格谢谢参与', () => {
    expect(gridOf(['1', '2', '3', '4', '5', '6', '7']).filter((cell) => cell === null)).toHaveLength(1)
    expect(() => gridOf(['1', '2', '3', '4', '5', '6', '7', '8'])).toThrow(RangeError)
  })
})
