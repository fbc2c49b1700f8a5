import { decidePolicies } from '#decisions/decide-policies'
import { readClock } from '#pipeline/clock'
import { writeFailure } from '#pipeline/log'
import { findPolicies } from '#store/policies'
import { finishMessage, forgetNonces, listUnfinishedMessages, putMessageOff } from '#store/policy-messages'
import type { TermsInForce } from '#store/terms'
import { DAY_MS, type Instant } from '#values/days'

/** A call that has not finished its message by then has ended, and what it leased is free again. */
const ENDED_AFTER_MS = 2 * 60_000
/** As many as fit well into one call of the timer; the next call takes the others. */
const AT_A_TIME = 10
/** What threw is tried again after so long, after twice as long when it throws again, and so on up to once a day. */
const FIRST_WAIT_MS = 10 * 60_000

/**
 * Decides what calls that ended in the middle left undecided, and forgets nonces that no timestamp lets in again. A message that
 * cannot be decided stops no other: it waits, with an error in the log at each attempt, until somebody has mended the cause.
 */
export async function finishMessages(inForce: TermsInForce, now: Instant, requestId: string): Promise<number> {
  let finished = 0
  for (const message of await listUnfinishedMessages(now - ENDED_AFTER_MS, now, AT_A_TIME)) {
    const { _id, policyNumbers, failures = 0 } = message
    // Before it is tried: what ends the call itself is put off as well.
    await putMessageOff(message, { policyNumbers, failures: failures + 1, notBefore: now + waitAfter(failures) })
    const { left, busy, thrown } = await decide(policyNumbers, inForce, now)
    if (left.length === 0) {
      await finishMessage(_id)
      finished += 1
    } else if (busy) {
      await putMessageOff(message, { policyNumbers, failures, notBefore: now })
    } else {
      await putMessageOff(message, {
        policyNumbers: left,
        failures: failures + 1,
        notBefore: now + waitAfter(failures),
      })
      const what = `message ${_id}: attempt ${failures + 1} failed, ${left.length} policies are undecided`
      writeFailure(requestId, what, thrown)
    }
  }
  await forgetNonces(now - DAY_MS)
  return finished
}

const waitAfter = (failures: number): number => Math.min(FIRST_WAIT_MS * 2 ** failures, DAY_MS)

/** What is still undecided, and why: somebody else is deciding on it, or what was thrown. */
interface Undecided {
  left: string[]
  busy: boolean
  thrown: unknown
}

/** All at once; when that throws each half for itself, so that only those that throw are left. */
async function decide(policyNumbers: string[], inForce: TermsInForce, now: Instant): Promise<Undecided> {
  try {
    const decided = await decidePolicies(await findPolicies(policyNumbers), inForce, { now, read: readClock })
    return { left: decided ? [] : policyNumbers, busy: !decided, thrown: null }
  } catch (thrown) {
    if (policyNumbers.length === 1) return { left: policyNumbers, busy: false, thrown }
    const middle = Math.ceil(policyNumbers.length / 2)
    const first = await decide(policyNumbers.slice(0, middle), inForce, now)
    const second = await decide(policyNumbers.slice(middle), inForce, now)
    return {
      left: [...first.left, ...second.left],
      busy: first.busy && second.busy,
      thrown: first.thrown ?? second.thrown ?? thrown,
    }
  }
}
