import { type EventReading, type KnownCodes, readPolicyEvent } from '#contract/policy-event-reading'
import type { EventResult, PolicyAnswer } from '#contract/policy-message'
import { readClock } from '#pipeline/clock'
import type { Terms } from '#rules/campaign/terms'
import { beginMessage, finishMessage } from '#store/policy-messages'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'
import { decidePolicies } from './decide-policies'
import { type EventOutcome, storeEvents } from './store-events'

/**
 * What a message and a part of an uploaded file tell, taken in the same way: read event by event, what is right is stored, then
 * decided on. A call that ends in between leaves the message to the timer; the same one again answers the same.
 * @param told names the message, which stands in the store already
 */
export async function takeEvents(
  events: readonly unknown[],
  told: string,
  inForce: TermsInForce,
  now: Instant,
): Promise<PolicyAnswer> {
  const known = knownCodes(inForce.terms)
  const readings = events.map((event) => readPolicyEvent(event, known))
  const right = readings.flatMap((reading) => (reading.ok ? [reading.event] : []))
  if (right.length === 0) return answer(readings, new Map())
  await beginMessage(told, [...new Set(right.map(({ policyNumber }) => policyNumber))])
  const { outcomes, policies } = await storeEvents(right, told, now)
  if (await decidePolicies(policies, inForce, { now, read: readClock })) await finishMessage(told)
  return answer(readings, outcomes)
}

const knownCodes = ({ branches, promotion }: Terms): KnownCodes => ({
  branchCodes: new Set(branches.map(({ branchCode }) => branchCode)),
  channelCodes: new Set(promotion.channels.map(({ channelId }) => channelId)),
})

function answer(readings: readonly EventReading[], outcomes: ReadonlyMap<object, EventOutcome>): PolicyAnswer {
  const results = readings.map((reading, index) => resultOf(reading, index, outcomes))
  const count = (result: EventResult['result']) => results.filter((one) => one.result === result).length
  return { accepted: count('accepted'), ignored: count('ignored'), refused: count('refused'), results }
}

function resultOf(reading: EventReading, index: number, outcomes: ReadonlyMap<object, EventOutcome>): EventResult {
  if (!reading.ok) return { index, result: 'refused', problems: reading.problems }
  const outcome = outcomes.get(reading.event)
  if (!outcome) throw new Error('an event was neither stored nor ignored')
  return outcome === 'accepted' ? { index, result: 'accepted' } : { index, result: 'ignored', because: outcome }
}
