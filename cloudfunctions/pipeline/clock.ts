import type { Instant } from '#values/days'

/**
 * The time that handlers decide by. On a developer's machine the clock can be moved; in production nothing can move it:
 * the offset counts only in the environment named exactly `local`, a name that CloudBase never gives.
 */
export function readClock(environment: NodeJS.ProcessEnv = process.env): Instant {
  const offset = environment.TCB_ENV === 'local' ? Number(environment.LOCALCLOUD_CLOCK_OFFSET_MS ?? 0) : 0
  return Date.now() + (Number.isSafeInteger(offset) ? offset : 0)
}

/** The machine's own clock, which nobody moves: what other systems' signatures are dated by. */
export const readMachineClock = (): Instant => Date.now()
