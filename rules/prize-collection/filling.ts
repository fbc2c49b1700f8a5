import { collectUntilOn } from '#rules/campaign/calendar'
import type { Terms } from '#rules/campaign/terms'
import { type Day, dayOf, type Instant, later } from '#values/days'
import { correctUntilOn } from './promise'

/** How far a winner's details have come. */
export type CollectionStep = 'draft' | 'submitted' | 'returned'

export interface FillingFacts {
  /** Null while nothing has been filled in. */
  step: CollectionStep | null
  /** When they were given back to be corrected; null when they never were. */
  returnedAt: Instant | null
  /** Only of a prize that was passed on: until when it may be filled in. */
  alternateUntilOn: Day | null
}

export type FillingRefusal = 'collection-not-open' | 'collection-closed'

export type FillingDecision = { kind: 'open'; untilOn: Day } | { kind: 'refused'; reason: FillingRefusal; untilOn: Day }

/** The last day on which the details may be filled in, corrected or changed. */
export function fillUntilOn(terms: Terms, { returnedAt, alternateUntilOn }: Omit<FillingFacts, 'step'>): Day {
  const published = alternateUntilOn ?? collectUntilOn(terms)
  const corrected = returnedAt === null ? null : correctUntilOn(terms, dayOf(returnedAt))
  return corrected === null ? published : later(published, corrected)
}

/**
 * “从开始填写日起，到截止日 24 点止；核实前都可以修改；退回的另有改正的时间。” (§5.4.4)
 * What is submitted in time may be changed until it is verified, also after the last day: a change never costs a prize.
 */
export function decideFilling(terms: Terms, facts: FillingFacts, now: Instant): FillingDecision {
  const untilOn = fillUntilOn(terms, facts)
  const today = dayOf(now)
  const refused = (reason: FillingRefusal): FillingDecision => ({ kind: 'refused', reason, untilOn })
  if (today < terms.prizeDraw.collection.opensOn) return refused('collection-not-open')
  if (today > untilOn && facts.step !== 'submitted') return refused('collection-closed')
  return { kind: 'open', untilOn }
}

/** “逾期没有填写，视为放弃。” (§5.4.4) What was submitted in time waits for its verification, however long that takes. */
export const isForfeited = (terms: Terms, facts: FillingFacts, today: Day): boolean =>
  facts.step !== 'submitted' && today > fillUntilOn(terms, facts)
