import { describe, expect, test } from 'vitest'
import { paintPoster } from './paint-poster'
import { type Pen, POSTER } from './paper'

interface Written {
  text: string
  x: number
  y: number
  size: number
}

/** A pen that writes down what is written, with every character as wide as its type is high. */
function notingPen(): { pen: Pen; written: Written[] } {
  const written: Written[] = []
  const state: Record<string, unknown> = { font: '12px' }
  const size = () => Number(/(\d+)px/.exec(String(state.font))?.[1])
  const gradient = { addColorStop: () => undefined }
  const does: Record<string, unknown> = {
    createLinearGradient: () => gradient,
    createRadialGradient: () => gradient,
    measureText: (text: string) => ({ width: text.length * size() }),
    fillText: (text: string, x: number, y: number) => written.push({ text, x, y, size: size() }),
  }
  const pen = new Proxy(state, {
    get: (target, name) => does[String(name)] ?? target[String(name)] ?? (() => undefined),
  })
  // The proxy answers to every name a pen has.
  return { pen: pen as unknown as Pen, written }
}

function painted(title: string, lines: string[]): Written[] {
  const { pen, written } = notingPen()
  paintPoster(pen, { title, lines }, new Image())
  return written
}

describe('海报上的字', () => {
  const long = '特别长的名称一直写下去没有尽头'.repeat(6)
  test.each([
    [
      '平常的长短',
      '车主回馈抽奖',
      ['金秋车主回馈季', '9 月 1 日至 12 月 31 日', '每天免费抽奖 1 次', '示范财产保险股份有限公司'],
    ],
    ['都特别长', long, [long, long, long, long, long]],
    ['没有说明文字', '车主回馈抽奖', []],
  ])('%s：不出纸边，互不重叠', (_name, title, lines) => {
    const written = painted(title, lines)
    for (const { text, x, y, size } of written) {
      expect(x + text.length * size).toBeLessThanOrEqual(POSTER.width)
      expect(y + size).toBeLessThanOrEqual(POSTER.height)
    }
    const tops = written.map(({ y }) => y)
    expect(tops).toEqual([...tops].sort((a, b) => a - b))
    for (const [index, { y, size }] of written.slice(0, -1).entries()) {
      expect(written[index + 1]?.y).toBeGreaterThanOrEqual(y + size)
    }
  })

  test('放不下的以省略号结束', () => {
    expect(painted(long, [])[2]?.text).toMatch(/…$/)
    expect(painted('车主回馈', [])[0]?.text).toBe('车主回馈')
  })
})
