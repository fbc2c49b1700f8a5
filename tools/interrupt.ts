import type { EventEmitter } from 'node:events'

/** One Ctrl-C can arrive twice, from the terminal and from npm: what comes so soon is the same press. */
const SAME_PRESS_MS = 500

interface Process {
  signals: Pick<EventEmitter, 'on'>
  endAtOnce(): void
  /** Milliseconds, from any beginning. */
  now(): number
}

const thisProcess: Process = {
  signals: process,
  endAtOnce: () => process.exit(130),
  now: () => performance.now(),
}

/** Resolves with the first Ctrl-C, for who tidies up. Whoever presses again will not wait for that: all ends at once. */
export function untilInterrupted({ signals, endAtOnce, now }: Process = thisProcess): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | undefined
    const pressed = () => {
      firstAt ??= now()
      if (now() - firstAt > SAME_PRESS_MS) endAtOnce()
      else resolve()
    }
    signals.on('SIGINT', pressed)
    signals.on('SIGTERM', pressed)
  })
}

/**
 * Whether the interrupt came before the work was done. The work is then left to itself: what it still throws is nobody's.
 * @throws what the work throws before
 */
export const isCutShort = (work: Promise<unknown>, interrupted: Promise<void>): Promise<boolean> =>
  Promise.race([interrupted.then(() => true), work.then(() => false)])
