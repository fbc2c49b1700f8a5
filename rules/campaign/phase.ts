import { endOf, type Instant, startOf } from '#values/days'
import { handOverUntilOn } from './calendar'
import type { Terms } from './terms'

export type Phase = 'preparation' | 'warm-up' | 'running' | 'collection' | 'closed'

/** The running period §3: from the first millisecond of the first day, until (exclusive) the end of the last. */
export function runningPeriod({ period }: Terms): { runsFromAt: Instant; runsUntilAt: Instant } {
  return { runsFromAt: startOf(period.startsOn), runsUntilAt: endOf(period.endsOn) }
}

/**
 * §7 阶段：准备、预热、活动中、领奖、结束。
 * A published campaign is in preparation until its warm-up begins; warm-up lasts until the start, collection until the
 * last prize is due. Each phase includes its first millisecond and excludes the next one's.
 */
export function phaseAt(terms: Terms, now: Instant): Phase {
  const { runsFromAt, runsUntilAt } = runningPeriod(terms)
  if (now < startOf(terms.period.warmUpFromOn)) return 'preparation'
  if (now < runsFromAt) return 'warm-up'
  if (now < runsUntilAt) return 'running'
  if (now < endOf(handOverUntilOn(terms))) return 'collection'
  return 'closed'
}
