import { type Columns, readHeader } from '#contract/policy-columns'
import { BrokenFileError, rowsOf } from './rows'
import { type Encoding, encodingOf } from './text-file'

/** A file whose every row can be read as cells, before one of them is looked into. */
export interface CheckedFile {
  file: string
  encoding: Encoding
  /** The header as it stands in the file. */
  header: string[]
  columns: Columns
  /** Columns that are not ours and will be left out. */
  unknown: string[]
  rows: number
}

/**
 * Reads the whole file once: text from end to end, quotation marks in order, a header with all columns. Nothing is sent of a
 * file that fails.
 * @throws Error that says what is wrong with the file as a whole
 */
export async function checkFile(file: string, told: (rows: number) => void): Promise<CheckedFile> {
  const encoding = await encodingOf(file)
  let found: Omit<CheckedFile, 'rows'> | null = null
  let rows = 0
  for await (const { cells } of rowsOf(file, encoding)) {
    if (found) {
      rows += 1
      if (rows % 10_000 === 0) told(rows)
      continue
    }
    found = { file, encoding, header: cells, ...readColumns(file, cells) }
  }
  if (!found) throw new BrokenFileError(`${file} 是空的。`)
  if (rows === 0) throw new BrokenFileError(`${file} 只有表头，没有记录。`)
  return { ...found, rows }
}

function readColumns(file: string, cells: readonly string[]): { columns: Columns; unknown: string[] } {
  const header = readHeader(cells)
  if (header.ok) return { columns: header.columns, unknown: header.unknown }
  const problems = [
    ...(header.missing.length > 0 ? [`缺少：${header.missing.join('、')}`] : []),
    ...(header.twice.length > 0 ? [`重复：${header.twice.join('、')}`] : []),
  ]
  throw new BrokenFileError(`${file} 的表头不对，什么都没有导入。${problems.join('；')}。`)
}
