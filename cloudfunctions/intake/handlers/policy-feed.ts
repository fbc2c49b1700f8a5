import * as v from 'valibot'
import { LONGEST_MESSAGE, type PolicyAnswer, policyMessageSchema } from '#contract/policy-message'
import type { RefusalCode } from '#contract/refusals'
import { takeEvents } from '#decisions/take-events'
import { readClock, readMachineClock } from '#pipeline/clock'
import { checkFeed, type FeedHeaders, readFeedKey } from '#pipeline/feed-signature'
import { type Refusal, refuse } from '#pipeline/refuse'
import { takeNonce } from '#store/policy-messages'
import { findTermsInForce } from '#store/terms'

/** One signed message of the core system: refused whole before it is parsed, or read event by event. */
export async function takePolicyMessage(
  headers: FeedHeaders,
  body: Buffer,
): Promise<PolicyAnswer | Refusal<RefusalCode>> {
  if (body.length > LONGEST_MESSAGE) return refuse('feed-too-large')
  const denied = checkFeed(readFeedKey(), headers, body, readMachineClock())
  if (denied) return refuse(denied)
  const now = readClock()
  if (!(await takeNonce(headers.nonce, now))) return refuse('feed-replayed')

  const message = v.safeParse(policyMessageSchema, parseJson(body))
  if (!message.success) {
    const details = message.issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'body', message: issue.message }))
    return refuse('feed-malformed', details)
  }
  const inForce = await findTermsInForce(now)
  if (!inForce) return refuse('campaign-not-published')
  return takeEvents(message.output.events, headers.nonce, inForce, now)
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}
