import { describe, expect, test } from 'vitest'
import { readCodeList } from './code-list'
import { readSendingList } from './sending-list'

describe('券码清单', () => {
  test('一行一个，带表头，小写变大写，空行不算', () => {
    expect(readCodeList('券码\nabc-001\n\nABC-002\n')).toEqual({
      lines: 2,
      codes: [
        { line: 2, code: 'ABC-001' },
        { line: 4, code: 'ABC-002' },
      ],
      problems: [],
    })
  })
  test.each([
    ['5 位', 'ABC-1', 1, '券码', '6 到 32 位'],
    ['33 位', 'A'.repeat(33), 1, '券码', '6 到 32 位'],
    ['有空格', 'ABC 001', 1, '券码', '6 到 32 位'],
    ['一行两个', 'ABC-001,ABC-002', 1, null, '只写一个'],
    ['重复的指出先前那一行', 'ABC-001\nABC-002\nabc-001', 3, '券码', '与第 1 行重复'],
  ])('写错：%s', (_name, text, line, column, says) => {
    const { problems } = readCodeList(text)
    expect(problems).toEqual([{ line, column, message: expect.stringContaining(says) }])
  })
  test.each([
    ['6 位', 'ABC-01'],
    ['32 位', 'A'.repeat(32)],
  ])('没有写错：%s', (_name, text) =>
    expect(readCodeList(text)).toMatchObject({ codes: [{ code: text }], problems: [] }),
  )
})

describe('寄出清单', () => {
  const header = '奖品单号,奖品,承运商,快递单号'
  test('列的次序不论，别的列不看；没有填单号的行是还没寄的', () => {
    const { lines, sendings, problems } = readSendingList(
      `快递单号,奖品单号,备注,承运商\nSF1234567890,b-1,好,顺丰\n,b-2,,\n`,
    )
    expect({ lines, sendings, problems }).toEqual({
      lines: 2,
      sendings: [{ line: 2, benefitId: 'b-1', carrier: 'sf', trackingNumber: 'SF1234567890' }],
      problems: [],
    })
  })
  test.each([
    ['缺列', '奖品单号,承运商\nb-1,顺丰', [[1, null, '缺少“快递单号”列']]],
    ['空文件', '', [[1, null, '缺少“奖品单号”、“承运商”、“快递单号”列']]],
    ['不认识的承运商', `${header}\nb-1,支架,某某,SF12345678`, [[2, '承运商', '不认识的承运商']]],
    ['单号太短', `${header}\nb-1,支架,顺丰,SF123`, [[2, '快递单号', '8 到 24 位']]],
    ['没有奖品单号', `${header}\n,支架,顺丰,SF12345678`, [[2, '奖品单号', '没有填写']]],
    [
      '同一件写了两行',
      `${header}\nb-1,支架,顺丰,SF12345678\nb-1,支架,顺丰,SF12345679`,
      [[3, '奖品单号', '与第 2 行是同一件']],
    ],
    [
      '一行里两处错，两处都指出',
      `${header}\nb-1,支架,,SF1`,
      [
        [2, '承运商', '不认识的承运商'],
        [2, '快递单号', '8 到 24 位'],
      ],
    ],
  ])('写错：%s', (_name, text, problems) => {
    expect(readSendingList(text).problems).toEqual(
      problems.map(([line, column, says]) => ({ line, column, message: expect.stringContaining(String(says)) })),
    )
  })
})
