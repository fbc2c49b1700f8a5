import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine, readCsv } from './csv'

test.each([
  ['逗号分列，去掉两边空格', 'a, b ,c', [[1, ['a', 'b', 'c']]]],
  [
    '开头的字节序标记、回车换行',
    '\uFEFFa\r\nb',
    [
      [1, ['a']],
      [2, ['b']],
    ],
  ],
  [
    '空行不算，行号照数',
    'a\n\n,,\nb',
    [
      [1, ['a']],
      [4, ['b']],
    ],
  ],
  [
    '引号里有逗号、引号和换行',
    '"a,""b""\nc",d\ne',
    [
      [1, ['a,"b"\nc', 'd']],
      [3, ['e']],
    ],
  ],
  [
    '末行没有换行',
    'a\nb',
    [
      [1, ['a']],
      [2, ['b']],
    ],
  ],
  ['什么都没有', '', []],
])('%s', (_name, text, lines) => {
  expect(readCsv(text).map(({ line, cells }) => [line, cells])).toEqual(lines)
})

test.each([
  ['电子表格当公式的，前面加撇号', '=1+1', "'=1+1"],
  ['加号', '+86', "'+86"],
  ['普通文字', '张演示', '张演示'],
  ['有逗号的', 'a,b', '"a,b"'],
])('写一格：%s', (_name, cell, text) => expect(csvLine([cell])).toBe(text))

test('规律：写出来再读，还是原来的字', () => {
  const cell = fc.string({ minLength: 1 }).map((text) => `字${text.replace(/\r/g, '')}字`)
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
      expect(readCsv(csvLine(cells))[0]?.cells).toEqual(cells)
    }),
  )
})
