import type { Instant } from '#values/days'
import type { PolicyBenefit } from '../benefit/benefit'
import { alter, BY_SYSTEM, fulfil } from '../benefit/status'
import type { LineOutcome } from './payout'

/** A batch takes hold of a benefit. The conditional write on its version lets only one do so. */
export const heldBy = (benefit: PolicyBenefit, batchId: string, now: Instant): PolicyBenefit =>
  alter(benefit, { payment: { attempt: 0, ...benefit.payment, batchId, failure: null } }, now)

/** The batch lets go of a benefit that it did not pay: it can be paid by another. */
export const letGo = (benefit: PolicyBenefit, now: Instant): PolicyBenefit =>
  alter(benefit, { payment: { attempt: (benefit.payment?.attempt ?? 0) + 1, batchId: null, failure: null } }, now)

/**
 * “到账的算给了；失败的退回客户更正账户；结果不明的，弄清之前决不再付。” (§5.2.2, §7)
 * What the bank's answer makes of the benefit; null when it was made so before.
 */
export function settled(benefit: PolicyBenefit, batchId: string, outcome: LineOutcome): PolicyBenefit | null {
  if (benefit.payment?.batchId !== batchId) return null
  switch (outcome.kind) {
    case 'unknown':
      return null
    case 'paid':
      return benefit.status.kind === 'approved'
        ? fulfil(
            { ...benefit, payment: { ...benefit.payment, batchId: null } },
            { at: outcome.at, by: BY_SYSTEM, why: `已到账，流水号 ${outcome.reference}` },
          )
        : null
    case 'failed': {
      const attempt = benefit.payment.attempt + 1
      return alter(
        benefit,
        { customerOwes: 'account', payment: { batchId: null, attempt, failure: outcome.why } },
        outcome.at,
      )
    }
  }
}

/** The customer named another account, or the same anew: it can be paid. */
export const accountCorrected = (benefit: PolicyBenefit, now: Instant): PolicyBenefit =>
  alter(benefit, { customerOwes: null }, now)
