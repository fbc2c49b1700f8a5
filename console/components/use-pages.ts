import { useState } from 'react'
import type { Paging } from './Turns'

/**
 * Turns the pages of a list that the cloud continues from a cursor. Give `cursor` to the operation and call `paging` with
 * the cursor of the next page that it answered. Another `of` (the filters, as text) begins again at the first page.
 */
export function usePages(of: string): { cursor: string | null; paging: (next: string | null) => Paging } {
  const [turned, setTurned] = useState<{ of: string; cursors: readonly string[] }>({ of, cursors: [] })
  const cursors = turned.of === of ? turned.cursors : []
  return {
    cursor: cursors.at(-1) ?? null,
    paging: (next) => ({
      page: cursors.length + 1,
      hasNext: next !== null,
      back: () => setTurned({ of, cursors: cursors.slice(0, -1) }),
      next: () => {
        if (next !== null) setTurned({ of, cursors: [...cursors, next] })
      },
    }),
  }
}
