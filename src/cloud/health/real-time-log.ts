import type { HealthEntry } from '#contract/health'
import { type RealTimeLog, realTimeLog } from '../platform'

/** WeChat makes one log entry of all that is written while a page is shown: 200 writes and 5 KB. */
const WRITES_A_PAGE = 200
const BYTES_A_PAGE = 5_000

const fresh = () => ({ page: '', writes: 0, bytes: 0, kinds: new Set<string>() })
let shown = fresh()

/** The page is hidden: WeChat closes its entry, the next page's begins. */
export function closeLogEntry(): void {
  shown = fresh()
}

/** Writes into WeChat's real-time log, found there by page and by kind. What is over WeChat's limits is left out. */
export function writeToRealTimeLog(entry: HealthEntry): void {
  const log = realTimeLog()
  if (!log) return
  if (shown.page !== entry.page) shown = { ...fresh(), page: entry.page }
  const text = JSON.stringify(entry)
  const bytes = sizeInUtf8(text)
  if (shown.writes >= WRITES_A_PAGE || shown.bytes + bytes > BYTES_A_PAGE) return
  shown.writes += 1
  shown.bytes += bytes
  markKind(log, entry.kind)
  if (entry.kind === 'error') log.error(text)
  else log.warn(text)
}

/** The first kind replaces the mark of the page before. Both marks came to WeChat after the log itself. */
function markKind(log: RealTimeLog, kind: string): void {
  if (shown.kinds.has(kind)) return
  if (shown.kinds.size === 0) log.setFilterMsg?.(kind)
  else log.addFilterMsg?.(kind)
  shown.kinds.add(kind)
}

/** WeChat has no TextEncoder. Half of a surrogate pair is counted as three bytes, one more than it takes. */
function sizeInUtf8(text: string): number {
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
  }
  return bytes
}
