import type { Phase } from '#contract/campaign'
import { phaseAt } from '#rules/campaign/phase'
import type { Terms } from '#rules/campaign/terms'
import { addDays, DAY_MS, type Instant, startOf } from '#values/days'
import type { ClockStep } from './state'

const HOUR_MS = 3_600_000
/** No campaign prepares or winds up for longer than this on either side of its period. */
const daysAround = 400

export type CampaignPhases = readonly { phase: Phase; from: Instant | null }[]

/** The campaign's phases in order, each with its first instant. The first has always been: null. */
export function phasesOf(terms: Terms): CampaignPhases {
  const { startsOn, endsOn } = terms.period
  const last = startOf(addDays(endsOn, daysAround))
  let at = startOf(addDays(startsOn, -daysAround))
  const phases: { phase: Phase; from: Instant | null }[] = [{ phase: phaseAt(terms, at), from: null }]
  for (; at < last; at += DAY_MS) {
    const phase = phaseAt(terms, at)
    if (phase !== phases.at(-1)?.phase) phases.push({ phase, from: at })
  }
  return phases
}

/** Where one step forward leads: the same hour tomorrow, or the first instant of the next phase. */
export function afterStep(phases: CampaignPhases, now: Instant, step: ClockStep): Instant {
  switch (step) {
    case 'hour':
      return now + HOUR_MS
    case 'day':
      return now + DAY_MS
    case 'phase':
      return phases.find(({ from }) => from !== null && from > now)?.from ?? now
  }
}
