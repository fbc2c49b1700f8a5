import type { Benefit } from '../benefit/benefit'

/** A member of staff who reviews. */
export interface Reviewer {
  account: string
  /** The one branch whose affairs this person does; null for all of them. */
  branchCode: string | null
  /** Whose policies the same WeChat account has bound; null when it has bound none. */
  holderId: string | null
}

/** What an entry of the ledger is about. */
export interface Reviewed {
  waitsFor: Benefit['waitsFor']
  /** A payout batch holds it: what becomes of the money must be known first. */
  beingPaid: boolean
  /** Null for what belongs to no branch: prizes. */
  branchCode: string | null
  /** The policyholders that it belongs to or came from; none for a prize. */
  holderIds: readonly string[]
  /** The WeChat account that it belongs to; null for what came with a policy. */
  account: string | null
}

export type ReviewRefusal = 'not-waiting' | 'own' | 'other-branch' | 'being-paid'

/** Whether it is of this person's branch. What belongs to no branch is for those who do all of them. */
export const isInScope = (
  reviewer: Pick<Reviewer, 'branchCode'>,
  { branchCode }: Pick<Reviewed, 'branchCode'>,
): boolean => reviewer.branchCode === null || reviewer.branchCode === branchCode

/** Whether the benefit is the reviewer's own, as a policyholder, as referrer or invitee, or as a winner. */
export const isOwn = (reviewer: Reviewer, { holderIds, account }: Reviewed): boolean =>
  (reviewer.holderId !== null && holderIds.includes(reviewer.holderId)) ||
  (account !== null && account === reviewer.account)

/**
 * “谁能审：审核员审本网点的，总部的审全部；自己的权益自己不能审。” (§7, §10)
 * Null when this person may decide it now.
 */
export function refusalToReview(reviewer: Reviewer, entry: Reviewed): ReviewRefusal | null {
  if (!isInScope(reviewer, entry)) return 'other-branch'
  if (isOwn(reviewer, entry)) return 'own'
  if (entry.waitsFor !== 'review') return 'not-waiting'
  return entry.beingPaid ? 'being-paid' : null
}
