/** A row of a file with the line on which it begins; the first is 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** The text is no CSV at some place: nothing of it can be trusted. */
export class BrokenCsvError extends Error {
  constructor(readonly line: number) {
    super(`no CSV from line ${line}`)
  }
}

/** Longer than any row of ours: an unclosed quotation mark would swallow the rest of the file. */
const LONGEST_ROW = 64 * 1024

const [LINE_FEED, RETURN, QUOTE, COMMA] = [10, 13, 34, 44]

/** Where the reader stands: before a cell, in a bare one, within quotation marks, after one that may have ended them. */
type Place = 'before' | 'bare' | 'quoted' | 'after'

/**
 * The rows of comma-separated text (RFC 4180) that comes piece by piece, in constant memory. Rows with too few or too many cells
 * come too, empty lines do not.
 * @throws BrokenCsvError that names the row whose quotation marks go wrong
 */
export async function* csvRows(text: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const reader = new RowReader()
  for await (const piece of text) yield* reader.read(piece)
  yield* reader.end()
}

class RowReader {
  private place: Place = 'before'
  private cells: string[] = []
  /** Of the cell that is read: what earlier pieces had of it. */
  private cell = ''
  /** Of the row that is read, in characters. */
  private length = 0
  private line = 1
  private startedOn = 1
  private afterReturn = false

  private keep(text: string): void {
    this.cell += text
    this.length += text.length
    if (this.length > LONGEST_ROW) throw new BrokenCsvError(this.startedOn)
  }

  *read(piece: string): Generator<CsvRow> {
    let from = 0
    for (let at = 0; at < piece.length; at += 1) {
      const code = piece.charCodeAt(at)
      const isFeedOfReturn = code === LINE_FEED && this.afterReturn
      this.afterReturn = code === RETURN
      const isBreak = (code === LINE_FEED || code === RETURN) && !isFeedOfReturn
      if (isBreak) this.line += 1
      if (this.place === 'quoted') {
        if (code !== QUOTE) continue
        this.keep(piece.slice(from, at))
        this.place = 'after'
        from = at + 1
      } else if (code === QUOTE) {
        // The second of two within quotation marks stands for one.
        if (this.place === 'after') from = at
        else if (this.place === 'before') from = at + 1
        else throw new BrokenCsvError(this.startedOn)
        this.place = 'quoted'
      } else if (code === COMMA) {
        this.endCell(piece.slice(from, at))
        from = at + 1
      } else if (isFeedOfReturn) {
        from = at + 1
        this.startedOn = this.line
      } else if (isBreak) {
        const row = this.endRow(piece.slice(from, at))
        if (row) yield row
        from = at + 1
      } else if (this.place === 'after') throw new BrokenCsvError(this.startedOn)
      else this.place = 'bare'
    }
    this.keep(piece.slice(from))
  }

  *end(): Generator<CsvRow> {
    if (this.place === 'quoted') throw new BrokenCsvError(this.startedOn)
    const row = this.endRow('')
    if (row) yield row
  }

  private endCell(rest: string): void {
    this.keep(rest)
    this.cells.push(this.cell)
    this.cell = ''
    this.place = 'before'
  }

  private endRow(rest: string): CsvRow | null {
    const isEmpty = this.cells.length === 0 && this.place === 'before' && this.cell === '' && rest === ''
    this.endCell(rest)
    const row = { line: this.startedOn, cells: this.cells }
    this.cells = []
    this.length = 0
    this.startedOn = this.line
    return isEmpty ? null : row
  }
}
