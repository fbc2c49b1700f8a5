import type { Day, Instant } from '#values/days'
import { type Paused, pausedAt } from '../switches/paused'
import type { StopTimes } from '../switches/stop'
import { collectUntilOn } from './calendar'
import { type Phase, phaseAt, runningPeriod } from './phase'
import type { Terms } from './terms'

export interface CampaignHead {
  campaignId: string
  title: string
  organiser: string
  demo: boolean
  phase: Phase
  startsOn: Day
  endsOn: Day
  runsFromAt: Instant
  runsUntilAt: Instant
  collectUntilOn: Day
  termsVersion: number
  termsHash: string
  /** What staff have stopped for the moment. */
  paused: Paused[]
}

/** What the head of every page needs of the campaign. */
export function campaignHead(
  {
    terms,
    version: termsVersion,
    hash: termsHash,
    stops,
  }: { terms: Terms; version: number; hash: string; stops: readonly StopTimes[] },
  now: Instant,
): CampaignHead {
  return {
    campaignId: terms.campaignId,
    title: terms.title,
    organiser: terms.organiser.name,
    demo: terms.demo,
    phase: phaseAt(terms, now),
    startsOn: terms.period.startsOn,
    endsOn: terms.period.endsOn,
    ...runningPeriod(terms),
    collectUntilOn: collectUntilOn(terms),
    termsVersion,
    termsHash,
    paused: pausedAt(terms, stops, now),
  }
}
