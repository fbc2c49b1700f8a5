import { letGo } from '#rules/payout/settle'
import { findPolicyBenefit, listHeldBy, moveBenefit } from '#store/benefits'
import { changeBatch, type PayoutBatch, sendLines, withdrawLines } from '#store/payouts'
import type { Instant } from '#values/days'

/** How often somebody else may change a benefit at the same moment. */
const ATTEMPTS = 20

/**
 * Does what follows from a batch's state and may have been broken off: a cancelled one lets its benefits go, a released one
 * has its lines sent, and one that was never finished is cancelled. Safe to do again, and beside itself.
 * @returns the batch as it now stands; null when somebody changed it meanwhile
 */
export async function finishPayout(batch: PayoutBatch, now: Instant): Promise<PayoutBatch | null> {
  switch (batch.state.kind) {
    case 'building': {
      const why = '编制时中断，系统自动撤销'
      const cancelled = change(batch, { state: { kind: 'cancelled', by: 'system', name: '系统', at: now, why } }, now)
      return (await changeBatch(cancelled, batch)) ? finishPayout(cancelled, now) : null
    }
    case 'cancelled':
      await letAllGo(batch._id, now)
      await withdrawLines(batch._id, now)
      break
    case 'released':
      await sendLines(batch._id, batch.state.at)
      break
    case 'draft':
    case 'approved':
    case 'reconciled':
      break
  }
  const settled = change(batch, { settled: true }, now)
  return (await changeBatch(settled, batch)) ? settled : null
}

/** The batch with some parts replaced, as its next version. */
export const change = (batch: PayoutBatch, changes: Partial<PayoutBatch>, now: Instant): PayoutBatch => ({
  ...batch,
  ...changes,
  changedAt: now,
  version: batch.version + 1,
})

async function letAllGo(batchId: string, now: Instant): Promise<void> {
  for (const { _id } of await listHeldBy(batchId)) {
    for (let attempt = 0; ; attempt += 1) {
      if (attempt === ATTEMPTS) throw new Error('a benefit changes faster than a batch can let it go')
      const benefit = await findPolicyBenefit(_id)
      if (benefit?.payment?.batchId !== batchId) break
      if (await moveBenefit(letGo(benefit, now), benefit)) break
    }
  }
}
