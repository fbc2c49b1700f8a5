import type { Day, Instant } from '#values/days'
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
}

/** What the head of every page needs of the campaign. */
export function campaignHead(terms: Terms, termsVersion: number, termsHash: string, now: Instant): CampaignHead {
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
  }
}
