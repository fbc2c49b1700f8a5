import type { PolicyBenefit } from '../benefit/benefit'
import { BY_SYSTEM, clawBack, mayBecome, refuse } from '../benefit/status'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'

/** “退保的，没给的不再给，给了的收回。” What still stands is refused, or clawed back once it was given. */
export function withdraw(
  entry: PolicyBenefit,
  { now, policy }: Pick<PolicyEventFacts, 'now' | 'policy'>,
): LedgerChange | null {
  const take = mayBecome(entry, 'refused') ? refuse : mayBecome(entry, 'clawed-back') ? clawBack : null
  if (!take) return null
  const decided = { at: now, by: BY_SYSTEM, why: `保单 ${policy.policyNumber} 已退保` }
  const benefit = take({ ...entry, needsReview: null, sequence: policy.sequence }, decided)
  return { kind: 'move', before: entry, benefit }
}
