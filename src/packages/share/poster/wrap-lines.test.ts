import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapLines } from './wrap-lines'

/** As on paper: a Chinese character is as wide as high, a Latin one half of that. */
const measure = (text: string) => [...text].reduce((width, mark) => width + (/[ -~]/.test(mark) ? 5 : 10), 0)

test.each([
  ['放得下就一行', '每天抽奖', 40, ['每天抽奖']],
  ['差一个字就换行', '每天抽奖', 39, ['每天抽', '奖']],
  ['数字不拆开', '共有 12,345.60 元', 45, ['共有', '12,345.60', '元']],
  ['句号不在行首', '每天抽奖。', 40, ['每天抽奖。']],
  ['空的没有行', '', 40, []],
  ['只有空格也没有行', '  ', 40, []],
])('%s', (_name, text, width, lines) => {
  expect(wrapLines(text, width, measure)).toEqual(lines)
})

test('一个字也不丢', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'每天抽奖。，2026 abc-%¥（）') }),
      fc.integer({ min: 10, max: 90 }),
      (text, width) => {
        const kept = wrapLines(text, width, measure).join('')
        expect(kept.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      },
    ),
  )
})
