import { writeLog } from '#pipeline/log'
import { countPrizes } from '#store/prize-benefits'
import type { TermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'

/** Prizes that were promised by an earlier day: a warning in the log, which the environment's alarm reads. */
export async function warnOfOverdue({ terms }: TermsInForce, now: Instant, requestId: string): Promise<void> {
  const late = { campaignId: terms.campaignId, dueBefore: dayOf(now) }
  const [verify, handOver] = await Promise.all([
    countPrizes({ ...late, status: 'pending' }),
    countPrizes({ ...late, status: 'approved' }),
  ])
  if (verify + handOver === 0) return
  writeLog('warn', requestId, `prizes overdue: ${verify} to be verified, ${handOver} to be handed over`)
}
