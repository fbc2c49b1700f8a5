import { finishPayout } from '#decisions/finish-payout'
import { listUnsettled } from '#store/payouts'
import type { Instant } from '#values/days'

/** A call lives far shorter than this: what is unfinished by then was broken off. */
export const BROKEN_OFF_MS = 2 * 60_000

/** Finishes payout batches whose call was broken off. How many. */
export async function finishPayouts(now: Instant): Promise<number> {
  const unsettled = await listUnsettled(now - BROKEN_OFF_MS)
  let finished = 0
  for (const batch of unsettled) if (await finishPayout(batch, now)) finished += 1
  return finished
}
