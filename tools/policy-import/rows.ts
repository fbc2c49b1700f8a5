import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { type Encoding, textOf } from './text-file'

/** A row of the file with the line on which it begins. */
export interface FileRow {
  line: number
  cells: string[]
}

/** The file is no CSV at some place: nothing of it can be trusted. */
export class BrokenFileError extends Error {}

/** Longer than any row of ours: an unclosed quotation mark would swallow the rest of the file. */
const LONGEST_ROW = 64 * 1024

/**
 * The rows of a CSV file (RFC 4180), one after the other, in constant memory. Rows with too few or too many cells come too.
 * @throws BrokenFileError that names the line where the quotation marks go wrong
 */
export async function* rowsOf(file: string, encoding: Encoding): AsyncGenerator<FileRow> {
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  })
  const text = Readable.from(textOf(file, encoding))
  text.on('error', (error) => parser.destroy(error))
  text.pipe(parser)
  let ended = 0
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      // `lines` counts to the row's last line.
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
      yield { line: Math.max(ended + 1, info.lines - breaks), cells: record }
      ended = info.lines
    }
  } catch (error) {
    if (isCsvError(error))
      throw new BrokenFileError(`${file} 第 ${lineOf(error) ?? ended + 1} 行起不是合规的 CSV：引号没有配对。`)
    throw error
  } finally {
    text.destroy()
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('CSV_')

const lineOf = (error: CsvError): number | null => {
  const lines: unknown = Reflect.get(error, 'lines')
  return typeof lines === 'number' ? lines : null
}
