import type { Day } from '#values/days'
import type { BenefitDecision, LedgerEntry, PolicyBenefit, PrizeBenefit, WaitsFor } from './benefit'

/** What the list depends on. */
type Waiting = Pick<LedgerEntry, 'status' | 'holdUntil' | 'customerOwes' | 'needsReview'> & {
  form: PrizeBenefit['form'] | PolicyBenefit['form']
  decision?: BenefitDecision
  settledByPolicyNumber?: string | null
}

/** “每一项都有人在办：等客户、观察期、待核实、待审核、待打款、待发放。” (§7) The work list that an entry belongs to. */
export function waitsForOf(entry: Waiting): WaitsFor | null {
  switch (entry.status.kind) {
    case 'refused':
    case 'expired':
    case 'clawed-back':
      return null
    case 'fulfilled':
      return entry.needsReview === null ? null : 'review'
    case 'pending':
      if (entry.needsReview !== null) return 'review'
      // No reviewer can decide it: somebody has to see that the core system tells what is missing.
      if (entry.decision?.kind === 'to-verify') return 'to-verify'
      // The switch of the benefit decides it, or next year's renewal.
      if (entry.decision?.kind === 'stopped') return null
      if (entry.form === 'set-off' && (entry.settledByPolicyNumber ?? null) === null) return null
      if (entry.holdUntil !== null) return 'hold'
      return entry.customerOwes === null ? 'review' : 'customer'
    case 'approved':
      if (entry.needsReview !== null) return 'review'
      return entry.customerOwes === null ? givenBy(entry.form) : 'customer'
  }
}

/** How what was approved reaches the customer. */
function givenBy(form: Waiting['form']): WaitsFor | null {
  switch (form) {
    case 'cash':
      return 'payout'
    case 'gift':
    case 'goods':
    case 'coupon':
      return 'hand-over'
    case 'discount':
    case 'set-off':
    case 'service':
      return null
  }
}

/** “过了承诺的那一天还没给，就是逾期；当天还不算。” (§5.2–5.4) */
export const isOverdue = ({ status, dueOn }: Pick<LedgerEntry, 'status' | 'dueOn'>, on: Day): boolean =>
  (status.kind === 'pending' || status.kind === 'approved') && dueOn !== null && on > dueOn
