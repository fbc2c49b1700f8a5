import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { columnWords } from '#contract/policy-columns'
import type { PolicyField } from '#contract/policy-event'

export interface RowProblem {
  field: PolicyField | null
  value: string
  reason: string
}

/**
 * The report of refused rows: each as it stood in the file, then its line and what is wrong. Corrected and sent again as it
 * is, the columns of the report are left out. Personal data stands in it as in the file: only its owner can read it.
 */
export class RefusedRows {
  private stream: WriteStream | null = null

  constructor(
    readonly file: string,
    private readonly header: readonly string[],
  ) {}

  async add(line: number, cells: readonly string[], problems: readonly RowProblem[]): Promise<void> {
    this.stream ??= this.open()
    const row = [
      ...this.header.map((_, index) => cells[index] ?? ''),
      String(line),
      problems.map(({ field }) => (field ? columnWords[field] : '整行')).join('；'),
      problems.map(({ value }) => value).join('；'),
      problems.map(({ reason }) => reason).join('；'),
    ]
    // What begins like a formula would be one in a spreadsheet.
    if (!this.stream.write(stringify([row], { escape_formulas: true }))) await once(this.stream, 'drain')
  }

  private open(): WriteStream {
    const stream = createWriteStream(this.file, { mode: 0o600 })
    stream.write(`\ufeff${stringify([[...this.header, '行号', '有误的列', '有误的值', '原因']])}`)
    return stream
  }

  async close(): Promise<void> {
    const { stream } = this
    if (!stream) return
    stream.end()
    await once(stream, 'close')
  }
}
