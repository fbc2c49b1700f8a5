import { describe, expect, test, vi } from 'vitest'
import type { Failure } from '../cloud/call'
import { collect, type ReadPage } from './collect'
import { type Column, sheetOf, yuan } from './column'
import { csvOf } from './csv'
import { xlsxOf } from './xlsx'

interface Row {
  who: string
  amountFen: number | null
}
const columns: Column<Row>[] = [
  { title: '客户', of: ({ who }) => who },
  { title: '金额（元）', kind: 'yuan', of: ({ amountFen }) => yuan(amountFen) },
]
const csv = async (rows: Row[]) => {
  const bytes = new Uint8Array(await csvOf(sheetOf(columns, rows)).arrayBuffer())
  return { mark: [...bytes.slice(0, 3)], lines: new TextDecoder().decode(bytes).split('\r\n') }
}

describe('CSV', () => {
  test('Excel 认得出是 UTF-8，换行按 RFC 4180', async () => {
    const { mark, lines } = await csv([{ who: '李*', amountFen: 26_840 }])
    expect(mark).toEqual([0xef, 0xbb, 0xbf])
    expect(lines).toEqual(['客户,金额（元）', '李*,268.4', ''])
  })

  test.each([
    ['等号', '=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['加号', '+1', "'+1"],
    ['减号', '-1', "'-1"],
    ['at', '@SUM(A1)', "'@SUM(A1)"],
    ['制表符', '\t=1', "'\t=1"],
  ])('%s开头的文字不会被当成公式', async (_name, who, written) => {
    expect((await csv([{ who, amountFen: 0 }])).lines[1]).toBe(`${written},0`)
  })

  test('逗号、引号和换行都留在一格里；没有金额是空格', async () => {
    const bytes = await csvOf(sheetOf(columns, [{ who: '甲,"乙"\n丙', amountFen: null }])).text()
    expect(bytes.replace(/^\uFEFF/, '')).toBe('客户,金额（元）\r\n"甲,""乙""\n丙",\r\n')
  })

  test('负数是数，不是公式', async () => {
    expect((await csv([{ who: '收回', amountFen: -1_050 }])).lines[1]).toBe('收回,-10.5')
  })
})

test('XLSX 是一个工作簿', async () => {
  const book = await xlsxOf(sheetOf(columns, [{ who: '=1+1', amountFen: 100 }]))
  expect([...new Uint8Array(await book.arrayBuffer()).slice(0, 2)]).toEqual([0x50, 0x4b])
})

describe('一页一页读完', () => {
  const pages: Record<string, { rows: number[]; next: string | null }> = {
    '': { rows: [1, 2], next: 'b' },
    b: { rows: [3], next: null },
  }
  const readPage: ReadPage<number> = async (cursor) => ({ ok: true, data: { ...at(cursor), total: 3 } })
  const at = (cursor: string | null) => pages[cursor ?? ''] ?? { rows: [], next: null }

  test('每读一页说一次进度', async () => {
    const told = vi.fn()
    expect(await collect(readPage, told, new AbortController().signal)).toEqual({ kind: 'all', rows: [1, 2, 3] })
    expect(told.mock.calls).toEqual([
      [2, 3],
      [3, 3],
    ])
  })

  test('取消之后不再读，也不给半份', async () => {
    const stop = new AbortController()
    const read = vi.fn<ReadPage<number>>(async (cursor) => {
      stop.abort()
      return readPage(cursor)
    })
    expect(await collect(read, vi.fn(), stop.signal)).toEqual({ kind: 'cancelled' })
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('中途失败：说明原因，不给半份', async () => {
    const failure: Failure = { ok: false, code: 'offline', message: '', problems: {}, requestId: null }
    const read: ReadPage<number> = async (cursor) => (cursor === null ? readPage(cursor) : failure)
    expect(await collect(read, vi.fn(), new AbortController().signal)).toEqual({ kind: 'failed', failure })
  })
})
