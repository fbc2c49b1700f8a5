const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

let ended = false

/** No step says anything more: what they are at is being stopped. */
export function endProgress(): void {
  ended = true
}

/**
 * Says what is going on, how long it has been going on, and what came of it. On a terminal the line counts the seconds;
 * in a log there is one line at the start and one at the end.
 */
export async function step(title: string, work: () => Promise<string>): Promise<void> {
  const startedAt = Date.now()
  const live = process.stdout.isTTY
  if (!live) console.log(`${title} …`)
  const tick = () => ended || process.stdout.write(`\r${title} … ${seconds(startedAt)} `)
  const ticking = live ? setInterval(tick, 100) : undefined
  const end = (mark: string, text: string) => {
    clearInterval(ticking)
    if (ended) return
    process.stdout.write(`${live ? '\r\u001b[K' : ''}${mark} ${title}: ${text} (${seconds(startedAt)})\n`)
  }
  try {
    end('✓', await work())
  } catch (error) {
    end('✗', 'failed')
    throw error
  }
}

/** `1,234 KB`. */
export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024).toLocaleString('en-US')} KB`
}
