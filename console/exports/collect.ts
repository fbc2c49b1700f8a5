import type { Failure, Result } from '../cloud/call'

export interface PageOfRows<Row> {
  rows: readonly Row[]
  /** Where the next page begins; null at the end. */
  next: string | null
  /** Of all pages, where the cloud tells it. */
  total?: number
}

export type ReadPage<Row> = (cursor: string | null) => Promise<Result<PageOfRows<Row>>>
export type Collected<Row> = { kind: 'all'; rows: Row[] } | { kind: 'cancelled' } | { kind: 'failed'; failure: Failure }

/** Reads a list to its end, a page after the other. Half a list is never given out. */
export async function collect<Row>(
  readPage: ReadPage<Row>,
  told: (done: number, total: number | null) => void,
  signal: AbortSignal,
): Promise<Collected<Row>> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page: Result<PageOfRows<Row>> = await readPage(cursor)
    if (signal.aborted) return { kind: 'cancelled' }
    if (!page.ok) return { kind: 'failed', failure: page }
    rows.push(...page.data.rows)
    told(rows.length, page.data.total ?? null)
    cursor = page.data.next
  } while (cursor !== null)
  return { kind: 'all', rows }
}
