import type { PolicyBenefit } from '../benefit/benefit'
import { BY_SYSTEM } from './entry'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'

/** “退保的，没给的不再给，给了的收回。” What still stands is refused, or clawed back once it was given. */
export function withdraw(entry: PolicyBenefit, { now, policy }: PolicyEventFacts): LedgerChange | null {
  const given = entry.status.kind === 'fulfilled'
  if (!given && entry.status.kind !== 'pending' && entry.status.kind !== 'approved') return null
  const decided = { at: now, by: BY_SYSTEM, why: `保单 ${policy.policyNumber} 已退保` }
  return {
    kind: 'move',
    before: entry,
    benefit: {
      ...entry,
      status: { kind: given ? 'clawed-back' : 'refused', ...decided },
      needsReview: null,
      sequence: policy.sequence,
      version: entry.version + 1,
    },
  }
}
