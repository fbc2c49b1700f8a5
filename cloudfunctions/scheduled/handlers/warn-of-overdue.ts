import { writeLog } from '#pipeline/log'
import { countWork } from '#store/ledger-figures'
import type { TermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'

/** What was promised by an earlier day and waits still, by work list: a warning in the log, which the environment's alarm reads. */
export async function warnOfOverdue({ terms }: TermsInForce, now: Instant, requestId: string): Promise<void> {
  const work = await countWork(terms.campaignId, dayOf(now))
  const late = work.filter(({ overdue }) => overdue > 0).sort((one, other) => other.overdue - one.overdue)
  if (late.length === 0) return
  writeLog('warn', requestId, `overdue: ${late.map(({ list, overdue }) => `${overdue} ${list}`).join(', ')}`)
}
