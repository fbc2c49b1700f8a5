import type { ImportCounts } from './import-file'

/** A terminal, or a log that gets lines. */
export interface Output {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const BAR = 24
/** A terminal is told ten times a second at most, a log every ten seconds. */
const TERMINAL_MS = 100
const LOG_MS = 10_000

const number = (value: number): string => Math.round(value).toLocaleString('en-US')

/** Shows how far an import is: rows, rows a second, what became of them, and how long it will still take. */
export class ImportProgress {
  private readonly startedAt = performance.now()
  private toldAt = 0

  constructor(
    private readonly total: number,
    private readonly out: Output,
  ) {}

  tell(counts: ImportCounts, isLast = false): void {
    const now = performance.now()
    if (!isLast && now - this.toldAt < (this.out.isTTY ? TERMINAL_MS : LOG_MS)) return
    this.toldAt = now
    const { rows, accepted, ignored, refused } = counts
    const seconds = (now - this.startedAt) / 1000
    const share = this.total === 0 ? 1 : rows / this.total
    const filled = Math.round(share * BAR)
    const left = share > 0 ? (seconds / share) * (1 - share) : 0
    const line = [
      `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${Math.floor(share * 100)}%`,
      `${number(rows)}/${number(this.total)} 行`,
      `${number(rows / Math.max(seconds, 0.001))} 行/秒`,
      `收下 ${number(accepted)} 忽略 ${number(ignored)} 拒绝 ${number(refused)}`,
      isLast ? `用时 ${number(seconds)} 秒` : `还要 ${number(left)} 秒`,
    ].join('  ')
    this.out.write(this.out.isTTY ? `\r\u001b[K${line}${isLast ? '\n' : ''}` : `${line}\n`)
  }
}
