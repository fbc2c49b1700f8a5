import { describe, expect, test } from 'vitest'
import { BrokenCsvError, type CsvRow, csvRows } from './csv-rows'

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
async function read(text: string, size = text.length || 1): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of csvRows(pieces(text, size))) rows.push(row)
  return rows
}

const text = '保单号,投保人\r\n\r\nA1,"示例\r\n公司"\nB2,"他说""好""，"\r"",\n,\n只有一列'
const rows = [
  { line: 1, cells: ['保单号', '投保人'] },
  { line: 3, cells: ['A1', '示例\r\n公司'] },
  { line: 5, cells: ['B2', '他说"好"，'] },
  { line: 6, cells: ['', ''] },
  { line: 7, cells: ['', ''] },
  { line: 8, cells: ['只有一列'] },
]

describe('一行一行读出来：行号、引号、空行', () => {
  test.each([1, 2, 3, 7, 1_000])('每次 %i 个字', async (size) => {
    expect(await read(text, size)).toEqual(rows)
  })
})

test.each([
  ['引号没有关', 'a,b\n"c,d\n', 2],
  ['引号后面还有字', 'a,b\nc,d\n"e"f,g\n', 3],
  ['引号在中间', 'a,b"c"\n', 1],
  ['一行太长', `a\n${'b'.repeat(70_000)}`, 2],
])('%s：说出从第几行起', async (_name, broken, line) => {
  await expect(read(broken)).rejects.toEqual(new BrokenCsvError(line))
})

test('什么都没有', async () => expect(await read('')).toEqual([]))
