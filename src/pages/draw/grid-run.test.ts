import { describe, expect, test } from 'vitest'
import { cruiseDelay, flashesOf, landingDelays, stepAt } from './grid-run'

const cells = [0, 1, 2, 3, 4, 5, 6, 7]

/** Where the light stands, and since when it runs, after so many steps without an answer. */
function running(steps: number) {
  let elapsed = 0
  for (let step = 0; step < steps; step++) elapsed += cruiseDelay(step)
  return { step: steps, elapsed }
}

describe('九宫格的灯', () => {
  test.each(cells)('停在云端给出的第 %i 格', (target) => {
    for (const steps of [0, 1, 5, 9, 100]) {
      const { step, elapsed } = running(steps)
      const delays = landingDelays(step, elapsed, target)
      expect((step + delays.length) % 8).toBe(target)
    }
  })

  test.each(cells)('云端很快回答时，到第 %i 格共 2.2 到 2.8 秒', (target) => {
    for (const steps of [0, 1, 2, 5]) {
      const { step, elapsed } = running(steps)
      const whole = elapsed + landingDelays(step, elapsed, target).reduce((total, delay) => total + delay, 0)
      expect(whole).toBeGreaterThanOrEqual(2_200)
      expect(whole).toBeLessThanOrEqual(2_800)
    }
  })

  test('先加速，后减速', () => {
    const { step, elapsed } = running(20)
    const delays = landingDelays(step, elapsed, 3)
    expect(cruiseDelay(0)).toBeGreaterThan(cruiseDelay(3))
    expect(cruiseDelay(3)).toBeGreaterThan(cruiseDelay(20))
    expect(delays).toEqual([...delays].sort((a, b) => a - b))
  })

  test('云端回答很晚时，最多再跑一圈就开始减速', () => {
    const { step, elapsed } = running(500)
    expect(landingDelays(step, elapsed, 6).length).toBeLessThan(16)
  })

  test('停的时候灯在哪一格，由走了多久决定', () => {
    for (const steps of [0, 1, 4, 9, 100]) {
      const { elapsed } = running(steps)
      expect(stepAt(elapsed)).toBe(steps)
      expect(stepAt(elapsed + cruiseDelay(steps) - 1)).toBe(steps)
    }
  })

  test('每一步亮一格，一格接一格，没有空隙', () => {
    const cellsLit = flashesOf(6, [100, 110, 120, 130])
    expect(cellsLit[6]).toEqual([{ at: 0, lasts: 100 }])
    expect(cellsLit[7]).toEqual([{ at: 100, lasts: 110 }])
    expect(cellsLit[0]).toEqual([{ at: 210, lasts: 120 }])
    expect(cellsLit[1]).toEqual([{ at: 330, lasts: 130 }])
    expect(cellsLit.slice(2, 6)).toEqual([[], [], [], []])
  })
})
