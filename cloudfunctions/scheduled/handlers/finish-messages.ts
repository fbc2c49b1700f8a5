import { decidePolicies } from '#decisions/decide-policies'
import { readClock } from '#pipeline/clock'
import { findPolicies } from '#store/policies'
import { finishMessage, forgetNonces, listUnfinishedMessages } from '#store/policy-messages'
import type { TermsInForce } from '#store/terms'
import { DAY_MS, type Instant } from '#values/days'

/** A call that has not finished its message by then has ended, and what it leased is free again. */
const ENDED_AFTER_MS = 2 * 60_000
/** As many as fit well into one call of the timer; the next call takes the others. */
const AT_A_TIME = 10

/** Decides what calls that ended in the middle left undecided, and forgets nonces that no timestamp lets in again. */
export async function finishMessages(inForce: TermsInForce, now: Instant): Promise<number> {
  let finished = 0
  for (const { _id, policyNumbers } of await listUnfinishedMessages(now - ENDED_AFTER_MS, AT_A_TIME)) {
    if (!(await decidePolicies(await findPolicies(policyNumbers), inForce, { now, read: readClock }))) continue
    await finishMessage(_id)
    finished += 1
  }
  await forgetNonces(now - DAY_MS)
  return finished
}
