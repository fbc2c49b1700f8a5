import { writeLog } from '#pipeline/log'
import { lateOn } from '#rules/review/review-due'
import { countLeads } from '#store/leads'
import { countWork } from '#store/ledger-figures'
import type { TermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'

/**
 * What was promised by an earlier day and waits still, by work list, and what waits for a fact as long as reviewing may take,
 * and bookings (预约) that nobody called about in time: a warning in the log, which the environment's alarm reads.
 */
export async function warnOfOverdue({ terms }: TermsInForce, now: Instant, requestId: string): Promise<void> {
  const [work, leads] = await Promise.all([
    countWork(terms.campaignId, lateOn(terms, dayOf(now))),
    countLeads(dayOf(now), null),
  ])
  const overdue = [...work, { list: 'leads', ...leads }]
    .filter((one) => one.overdue > 0)
    .sort((one, other) => other.overdue - one.overdue)
  if (overdue.length === 0) return
  writeLog('warn', requestId, `overdue: ${overdue.map((one) => `${one.overdue} ${one.list}`).join(', ')}`)
}
