import { writeLog } from '#pipeline/log'
import { lateOn } from '#rules/review/review-due'
import { countWork } from '#store/ledger-figures'
import type { TermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'

/**
 * What was promised by an earlier day and waits still, by work list, and what waits for a fact as long as reviewing may take: a
 * warning in the log, which the environment's alarm reads.
 */
export async function warnOfOverdue({ terms }: TermsInForce, now: Instant, requestId: string): Promise<void> {
  const work = await countWork(terms.campaignId, lateOn(terms, dayOf(now)))
  const overdue = work.filter((one) => one.overdue > 0).sort((one, other) => other.overdue - one.overdue)
  if (overdue.length === 0) return
  writeLog('warn', requestId, `overdue: ${overdue.map((one) => `${one.overdue} ${one.list}`).join(', ')}`)
}
