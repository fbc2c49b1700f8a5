import { withDeadline } from '#store/deadline'

/** How long a page waits for its answer: well below the 20 seconds that the customers' function has (config.json). */
const PAGE_WAITS_MS = 8_000

/** A test does not wait so long: its own limit counts in the environment named exactly `local` alone. */
export function pageWaitsMs(environment: NodeJS.ProcessEnv = process.env): number {
  const tested = environment.TCB_ENV === 'local' ? Number(environment.ANSWER_WITHIN_MS ?? 0) : 0
  return tested > 0 ? tested : PAGE_WAITS_MS
}

/**
 * The work's answer, or `late` when it takes longer than `ms`: a page is told in time that it should ask again, instead of
 * waiting for a function that the platform ends. The work then stops at its next database operation, and what it did until
 * then is what a lost answer leaves too: asking again with the same key finds it.
 */
export async function inTime<Answer>(ms: number, work: () => Promise<Answer>, late: () => Answer): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(late()), ms)
  })
  try {
    return await Promise.race([withDeadline(ms, work), over])
  } finally {
    clearTimeout(timer)
  }
}
