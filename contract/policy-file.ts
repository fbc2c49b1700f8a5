import { BrokenCsvError, type CsvRow, csvRows } from '#values/csv-rows'
import { type Encoding, encodingOf, type ReadableFile, textOf } from '#values/file-text'
import { type Columns, columnWords, type EventMessage, readHeader, readRow } from './policy-columns'
import { policyFields } from './policy-event'
import type { EventProblem } from './policy-event-reading'
import { MOST_EVENTS, type PolicyAnswer } from './policy-message'

/** A policy file whose every row can be read as cells, before one of them is looked into. */
export interface CheckedFile {
  file: ReadableFile
  encoding: Encoding
  /** The header as it stands in the file. */
  header: string[]
  columns: Columns
  /** Columns that are not ours and will be left out. */
  unknown: string[]
  rows: number
}

/** The file as a whole is none of ours. Its message says what is wrong, in Chinese. */
export class BrokenFileError extends Error {}

/** How often the check tells how far it is, in rows. */
const TOLD_EVERY = 10_000

/**
 * Reads the whole file once: text from end to end, quotation marks in order, a header with all columns. Nothing is sent of a
 * file that fails.
 * @throws BrokenFileError or NotTextError that says what is wrong with the file as a whole
 */
export async function checkFile(file: ReadableFile, told: (rows: number) => void): Promise<CheckedFile> {
  const encoding = await encodingOf(file)
  let found: Omit<CheckedFile, 'rows'> | null = null
  let rows = 0
  for await (const { cells } of rowsOf(file, encoding)) {
    if (found) {
      rows += 1
      if (rows % TOLD_EVERY === 0) told(rows)
      continue
    }
    found = { file, encoding, header: cells, ...readColumns(file.name, cells) }
  }
  if (!found) throw new BrokenFileError(`${file.name} 是空的。`)
  if (rows === 0) throw new BrokenFileError(`${file.name} 只有表头，没有记录。`)
  return { ...found, rows }
}

async function* rowsOf(file: ReadableFile, encoding: Encoding): AsyncGenerator<CsvRow> {
  try {
    yield* csvRows(textOf(file, encoding))
  } catch (error) {
    if (!(error instanceof BrokenCsvError)) throw error
    throw new BrokenFileError(`${file.name} 第 ${error.line} 行起不是合规的 CSV：引号没有配对。`)
  }
}

function readColumns(name: string, cells: readonly string[]): { columns: Columns; unknown: string[] } {
  const header = readHeader(cells)
  if (header.ok) return { columns: header.columns, unknown: header.unknown }
  const problems = [
    ...(header.missing.length > 0 ? [`缺少：${header.missing.join('、')}`] : []),
    ...(header.twice.length > 0 ? [`重复：${header.twice.join('、')}`] : []),
  ]
  throw new BrokenFileError(`${name} 的表头不对，什么都没有导入。${problems.join('；')}。`)
}

/** A checked file's rows without its header, one after the other. */
export async function* recordsOf({ file, encoding }: CheckedFile): AsyncGenerator<CsvRow> {
  let isHeader = true
  for await (const row of rowsOf(file, encoding)) {
    if (!isHeader) yield row
    isHeader = false
  }
}

/** A row that can be sent. */
export interface ReadableRow extends CsvRow {
  message: EventMessage
}

/** A row that is refused, here or by the cloud. */
export interface RefusedRow extends CsvRow {
  problems: readonly EventProblem[]
}

/** So many rows of a file: what of them is to be sent as one message, and what is wrong in itself. */
export interface FilePart {
  rows: ReadableRow[]
  refused: RefusedRow[]
}

/** Reads a checked file part by part: the next one only when it is asked for, in constant memory. */
export async function* partsOf(checked: CheckedFile): AsyncGenerator<FilePart> {
  let part: FilePart = { rows: [], refused: [] }
  for await (const row of recordsOf(checked)) {
    const reading = readRow(checked.columns, row.cells, null)
    if (reading.ok) part.rows.push({ ...row, message: reading.message })
    else part.refused.push({ ...row, problems: reading.problems })
    if (part.rows.length + part.refused.length < MOST_EVENTS) continue
    yield part
    part = { rows: [], refused: [] }
  }
  if (part.rows.length + part.refused.length > 0) yield part
}

/** What the cloud refused of a part, as rows of the file. */
export function refusedOf(rows: readonly ReadableRow[], { results }: Pick<PolicyAnswer, 'results'>): RefusedRow[] {
  return results.flatMap((result) => {
    const row = rows[result.index]
    if (result.result !== 'refused' || !row) return []
    const { line, cells } = row
    return [{ line, cells, problems: result.problems.map(asEventProblem) }]
  })
}

const asEventProblem = ({ field, value, reason }: { field: string | null; value: string; reason: string }) => ({
  field: policyFields.find((one) => one === field) ?? null,
  value,
  reason,
})

/** 表头 of a problem's column, or that it is the row as a whole. */
export const columnOf = ({ field }: EventProblem): string => (field ? columnWords[field] : '整行')

/** The header of the report of refused rows: the file's own, then the report's. */
export const reportHeader = (header: readonly string[]): string[] => [...header, '行号', '有误的列', '有误的值', '原因']

/**
 * A refused row in the report: as it stood in the file, then its line and what is wrong. Corrected and imported as it is, the
 * report's own columns are left out.
 */
export const reportRow = (header: readonly string[], { line, cells, problems }: RefusedRow): string[] => [
  ...header.map((_, index) => cells[index] ?? ''),
  String(line),
  problems.map(columnOf).join('；'),
  problems.map(({ value }) => value).join('；'),
  problems.map(({ reason }) => reason).join('；'),
]
