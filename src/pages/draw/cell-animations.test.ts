import { describe, expect, test } from 'vitest'
import { appearing, landing, whileWaiting } from './cell-animations'

const landsOn = (animations: readonly string[]) =>
  animations.flatMap((animation, cell) => (animation.includes('cell-lands') ? [cell] : []))

describe('九宫格每一格的动画', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7])('只有云端给出的第 %i 格留着亮', (cell) => {
    const { animations, lasts } = landing(300, cell)
    expect(landsOn(animations)).toEqual([cell])
    expect(animations[cell]).toContain(` ${lasts}ms forwards`)
  })

  test('没有对应的格子时，灯只是停下', () => {
    expect(landsOn(landing(300, null).animations)).toEqual([])
  })

  test('等云端回答时八格都轮到，一圈接一圈', () => {
    const animations = whileWaiting()
    expect(animations).toHaveLength(8)
    for (const animation of animations) expect(animation).toMatch(/^cell-starts .*,cell-cruises .* infinite$/)
  })

  test('减少动态效果时什么也不跑，抽到的一格淡入', () => {
    const { animations, lasts } = appearing(400, 5)
    expect(lasts).toBe(400)
    expect(animations.filter((animation) => animation !== '')).toHaveLength(1)
    expect(landsOn(animations)).toEqual([5])
  })

  test('一次落定所要传的字不多：一次 setData 放得下', () => {
    expect(JSON.stringify(landing(0, 7).animations).length).toBeLessThan(2_000)
  })
})
