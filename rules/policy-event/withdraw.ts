import type { Instant } from '#values/days'
import { maskPolicyNumber } from '#values/masks'
import type { PolicyBenefit } from '../benefit/benefit'
import { alter, BY_SYSTEM, clawBack, mayBecome, refuse } from '../benefit/status'
import type { Policy } from '../policy/policy'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'

/** “退保的，没给的不再给，给了的收回。” What still stands is refused, or clawed back once it was given. */
export function withdraw(
  entry: PolicyBenefit,
  { now, policy }: Pick<PolicyEventFacts, 'now' | 'policy'>,
): LedgerChange | null {
  if (entry.payment?.batchId) return withdrawOnceKnown(entry, now, policy)
  const take = mayBecome(entry, 'refused') ? refuse : mayBecome(entry, 'clawed-back') ? clawBack : null
  if (!take) return null
  const decided = { at: now, by: BY_SYSTEM, why: cancelled(entry, policy) }
  const benefit = take({ ...entry, needsReview: null, sequence: policy.sequence }, decided)
  return { kind: 'move', before: entry, benefit }
}

/** The money is on its way: a person decides once the bank's answer is known. Said once. */
function withdrawOnceKnown(entry: PolicyBenefit, now: Instant, policy: Policy): LedgerChange | null {
  const needsReview = `${cancelled(entry, policy)}，这一笔已在打款批次里：款项有结果后，付了的收回，没付的不再付`
  if (entry.needsReview === needsReview || mayBecome(entry, 'clawed-back')) return null
  return {
    kind: 'review',
    before: entry,
    benefit: alter({ ...entry, sequence: policy.sequence }, { needsReview }, now),
  }
}

/** The reason is read by whom the entry belongs to: of a reward that is the referrer, who need not know the invitee's policy. */
const cancelled = ({ referral }: PolicyBenefit, { policyNumber }: Policy): string =>
  referral ? '被推荐人的保单已退保' : `保单 ${maskPolicyNumber(policyNumber)} 已退保`
