import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { type RefusedRow, reportHeader, reportRow } from '#contract/policy-file'

/** The report of refused rows. Personal data stands in it as in the file: only its owner can read it. */
export class RefusedRows {
  private stream: WriteStream | null = null

  constructor(
    readonly file: string,
    private readonly header: readonly string[],
  ) {}

  async add(row: RefusedRow): Promise<void> {
    this.stream ??= this.open()
    // What begins like a formula would be one in a spreadsheet.
    const text = stringify([reportRow(this.header, row)], { escape_formulas: true })
    if (!this.stream.write(text)) await once(this.stream, 'drain')
  }

  private open(): WriteStream {
    const stream = createWriteStream(this.file, { mode: 0o600 })
    stream.write(`\ufeff${stringify([reportHeader(this.header)])}`)
    return stream
  }

  async close(): Promise<void> {
    const { stream } = this
    if (!stream) return
    stream.end()
    await once(stream, 'close')
  }
}
