import type { PrizeTerms, Terms } from '#rules/campaign/terms'
import { type Day, dayOf, type Instant } from '#values/days'
import type { PrizeBenefit } from '../benefit/benefit'
import { type CollectionStep, type FillingFacts, fillUntilOn } from './filling'
import { type CollectionWay, waysOf } from './needs'
import { nextStep } from './next-step'
import { type CollectionStage, stageOf } from './stage'

/** What has been filled in for a prize, as far as it decides anything. */
export interface CollectionFacts {
  step: CollectionStep
  way: CollectionWay
  branchCode: string | null
  returned: { at: Instant; why: string } | null
}

export interface Progress {
  stage: CollectionStage
  /** One sentence: what comes next, and by which day. */
  next: string
  way: CollectionWay
  branchName: string | null
  /** The last day for filling in, correcting or changing. */
  untilOn: Day
}

export const fillingFactsOf = (
  { alternate }: Pick<PrizeBenefit, 'alternate'>,
  details: CollectionFacts | null,
): FillingFacts => ({
  step: details?.step ?? null,
  returnedAt: details?.returned?.at ?? null,
  alternateUntilOn: alternate?.fillUntilOn ?? null,
})

/** “奖品走到哪一步、下一步是什么、最迟哪一天。” (§5.4.4) */
export function progressOf(
  terms: Terms,
  prize: Pick<PrizeTerms, 'delivery' | 'inPerson'>,
  benefit: Pick<PrizeBenefit, 'status' | 'dueOn' | 'alternate'>,
  details: CollectionFacts | null,
  now: Instant,
): Progress {
  const { opensOn } = terms.prizeDraw.collection
  const { status, dueOn } = benefit
  const untilOn = fillUntilOn(terms, fillingFactsOf(benefit, details))
  const way = details?.way ?? waysOf(prize)[0] ?? 'delivery'
  const branchName = terms.branches.find(({ branchCode }) => branchCode === details?.branchCode)?.name ?? null
  const stage = stageOf({
    status: status.kind,
    step: details?.step ?? null,
    byCode: way === 'code',
    opened: dayOf(now) >= opensOn,
  })
  const decidedWhy = status.kind === 'pending' ? null : status.why
  const next = nextStep({
    stage,
    opensOn,
    untilOn,
    dueOn,
    way,
    branchName,
    drafted: details?.step === 'draft',
    why: stage === 'returned' ? (details?.returned?.why ?? null) : decidedWhy,
  })
  return { stage, next, way, branchName, untilOn }
}
