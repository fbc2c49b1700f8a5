import { DAY_MS, type Instant } from '#values/days'
import { collection, command } from './collection'

/** How often one person, phone or address did something within its window. */
interface LimitDoc {
  _id: string
  used: number
  untilAt: Instant
}

const limits = collection<LimitDoc>('limits')

/** So many within a window that begins with the first. */
export interface Limit {
  /** What is limited, e.g. `binding-guess`. */
  what: string
  most: number
  windowMs?: number
}

/**
 * Counts one more use of a limit; false when it is used up. One to three conditional writes, so that two calls at the same
 * moment never count as one.
 * @param who a keyed hash or a pseudonym: the collection says nothing about people
 */
export async function takeFrom({ what, most, windowMs = DAY_MS }: Limit, who: string, now: Instant): Promise<boolean> {
  const _id = `${what}.${who}`
  const untilAt = now + windowMs
  // The second time serves the call that lost the race to open the window.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const within = { _id, untilAt: command.gt(now), used: command.lt(most) }
    if ((await limits.updateWhere(within, { used: command.inc(1) })) === 1) return true
    if (await limits.add({ _id, used: 1, untilAt })) return true
    if ((await limits.updateWhere({ _id, untilAt: command.lte(now) }, { used: 1, untilAt })) === 1) return true
  }
  return false
}

/** True the first time alone, within the window. One operation. */
export const takeOnce = (what: string, who: string, now: Instant, windowMs: number): Promise<boolean> =>
  limits.add({ _id: `${what}.${who}`, used: 1, untilAt: now + windowMs })

/** Takes back one use that turned out not to count. */
export async function giveBackTo({ what }: Limit, who: string): Promise<void> {
  await limits.updateWhere({ _id: `${what}.${who}`, used: command.gt(0) }, { used: command.inc(-1) })
}

/** How much of a limit is used within its window. One database operation. */
export async function usedOf({ what }: Limit, who: string, now: Instant): Promise<number> {
  const found = await limits.find(`${what}.${who}`)
  return found && found.untilAt > now ? found.used : 0
}

/** Windows that are over. */
export const removeOldLimits = (now: Instant): Promise<number> => limits.removeWhere({ untilAt: command.lte(now) })
