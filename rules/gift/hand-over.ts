import type { Instant } from '#values/days'
import type { BenefitStatus, WaitsFor } from '../benefit/benefit'

interface GiftCounterFacts {
  status: BenefitStatus['kind']
  waitsFor: WaitsFor | null
  /** Whose gift it is. */
  holderId: string
  /** Where it is fetched: the branch of the policy that brought it, or for a reward the referrer's. */
  branchCode: string
  /** Whose 身份码 was shown; null for somebody who has bound no policy. */
  shownByHolderId: string | null
  /** Of that code: the first instant at which it is no longer good. */
  codeEndsAt: Instant
  /** Where the person stands who hands over. */
  atBranch: string
}

export type GiftRefusal = 'code-expired' | 'gift-unknown' | 'gift-not-here' | 'gift-handed-over' | 'gift-not-ready'

/** Null when it is handed over here and now. */
export type GiftDecision = GiftRefusal | null

/**
 * “审核通过的礼品，客户本人到保单所属网点（推荐奖励是推荐人的网点）出示身份码，当面交付，只交付一次。” (§5.2.3, §5.3.1)
 * Whoever saves the answer must see to it that two counters at once do not both hand over.
 */
export function decideGiftCounter(facts: GiftCounterFacts, now: Instant): GiftDecision {
  if (now >= facts.codeEndsAt) return 'code-expired'
  if (facts.holderId !== facts.shownByHolderId) return 'gift-unknown'
  if (facts.branchCode !== facts.atBranch) return 'gift-not-here'
  if (facts.status === 'fulfilled') return 'gift-handed-over'
  return facts.waitsFor === 'hand-over' ? null : 'gift-not-ready'
}
