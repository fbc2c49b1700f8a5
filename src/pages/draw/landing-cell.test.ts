import { describe, expect, test } from 'vitest'
import { receipt } from './draw-page.fixture'
import { landingCell } from './landing-cell'

const grid = ['fuel', 'wash', null, 'wash', 'fuel', 'wash', null, 'wash']

describe('落在哪一格', () => {
  test.each([
    ['中奖', receipt({ kind: 'won', prizeId: 'fuel', benefitId: 'b1' }, 0), 0],
    ['中奖，票号选第二处', receipt({ kind: 'won', prizeId: 'fuel', benefitId: 'b1' }, 1), 4],
    ['没有中奖', receipt({ kind: 'none' }, 10), 2],
    ['抽中而已发完，没有奖品', receipt({ kind: 'out-of-stock', prizeId: 'fuel' }, 11), 6],
    ['抽中而已达上限，没有奖品', receipt({ kind: 'limit-reached', prizeId: 'wash' }, 12), 2],
    ['奖品不在格子里', receipt({ kind: 'won', prizeId: 'other', benefitId: 'b1' }, 3), null],
  ])('%s', (_name, given, cell) => {
    expect(landingCell(grid, given)).toBe(cell)
  })
})
