import { finishHandOver } from '#decisions/finish-hand-over'
import { writeLog } from '#pipeline/log'
import { listUnsettled } from '#store/prize-collections'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

const ENDED_AFTER_MS = 2 * 60_000
const AT_A_TIME = 50

/** Hand-overs that were noted by a call which ended before the ledger said so. */
export async function finishHandOvers({ terms }: TermsInForce, now: Instant, requestId: string): Promise<number> {
  let finished = 0
  for (const details of await listUnsettled(now - ENDED_AFTER_MS, AT_A_TIME)) {
    if (await finishHandOver(terms, details)) finished += 1
    else writeLog('error', requestId, `prize ${details._id} is noted as handed over and was not to be`)
  }
  return finished
}
