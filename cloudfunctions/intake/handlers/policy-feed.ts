import * as v from 'valibot'
import { type EventReading, type KnownCodes, readPolicyEvent } from '#contract/policy-event-reading'
import { type EventResult, LONGEST_MESSAGE, type PolicyAnswer, policyMessageSchema } from '#contract/policy-message'
import type { RefusalCode } from '#contract/refusals'
import { decidePolicies } from '#decisions/decide-policies'
import { readClock, readMachineClock } from '#pipeline/clock'
import { checkFeed, type FeedHeaders, readFeedKey } from '#pipeline/feed-signature'
import { type Refusal, refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import { beginMessage, finishMessage, takeNonce } from '#store/policy-messages'
import { findTermsInForce } from '#store/terms'
import { type EventOutcome, storeEvents } from './store-events'

/**
 * One signed message of the core system: refused whole before it is parsed, or read event by event. What was accepted is
 * stored, then decided on; a call that ends in between leaves the message to the timer.
 */
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
  const known = knownCodes(inForce.terms)
  const readings = message.output.events.map((event) => readPolicyEvent(event, known))
  const events = readings.flatMap((reading) => (reading.ok ? [reading.event] : []))
  const policyNumbers = [...new Set(events.map(({ policyNumber }) => policyNumber))]
  if (policyNumbers.length > 0) {
    await beginMessage(headers.nonce, policyNumbers)
    const { outcomes, policies } = await storeEvents(events, headers.nonce, now)
    const decided = await decidePolicies(policies, inForce, { now, read: readClock })
    if (decided) await finishMessage(headers.nonce)
    return answer(readings.map((reading, index) => resultOf(reading, index, outcomes)))
  }
  return answer(readings.map((reading, index) => resultOf(reading, index, new Map())))
}

const knownCodes = ({ branches, promotion }: Terms): KnownCodes => ({
  branchCodes: new Set(branches.map(({ branchCode }) => branchCode)),
  channelCodes: new Set(promotion.channels.map(({ channelId }) => channelId)),
})

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}

function resultOf(reading: EventReading, index: number, outcomes: ReadonlyMap<object, EventOutcome>): EventResult {
  if (!reading.ok) return { index, result: 'refused', problems: reading.problems }
  const outcome = outcomes.get(reading.event)
  if (!outcome) throw new Error('an event was neither stored nor ignored')
  return outcome === 'accepted' ? { index, result: 'accepted' } : { index, result: 'ignored', because: outcome }
}

function answer(results: EventResult[]): PolicyAnswer {
  const count = (result: EventResult['result']) => results.filter((one) => one.result === result).length
  return { accepted: count('accepted'), ignored: count('ignored'), refused: count('refused'), results }
}
