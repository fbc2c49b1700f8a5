import type { Benefit, BenefitStatus, Decided } from '../benefit/benefit'
import { acknowledge, approve, approveAsGiven, clawBack, isGivenWithApproval, refuse } from '../benefit/status'

export type ReviewVerdict = 'approve' | 'refuse'

/**
 * “待审核的，通过就给，驳回就不给；给过之后资料有更新的，核对无误就留着，不该给的收回。” (§7)
 * @throws Error for an entry that does not wait for review
 */
export function reviewed<Entry extends Benefit>(entry: Entry, verdict: ReviewVerdict, decided: Decided): Entry {
  const settled = { ...entry, needsReview: null }
  switch (entry.status.kind) {
    case 'pending':
      if (verdict === 'refuse') return refuse(settled, decided)
      return isGivenWithApproval(entry) ? approveAsGiven(settled, decided) : approve(settled, decided)
    case 'approved':
      return verdict === 'approve' ? acknowledge(entry, decided) : refuse(settled, decided)
    case 'fulfilled':
      return verdict === 'approve' ? acknowledge(entry, decided) : clawBack(settled, decided)
    case 'refused':
    case 'expired':
    case 'clawed-back':
      throw new Error(`${entry._id} is ${entry.status.kind}: nobody has to review it`)
  }
}

/** What this request decided, if it was the last one that did: sent again it gets the same answer. Null when it was another. */
export function verdictOf(
  { status, lookedAt }: Pick<Benefit, 'status' | 'lookedAt'>,
  requestKey: string,
): ReviewVerdict | null {
  if (status.kind !== 'pending' && status.requestKey === requestKey) {
    return status.kind === 'refused' || status.kind === 'clawed-back' ? 'refuse' : 'approve'
  }
  return lookedAt?.requestKey === requestKey ? 'approve' : null
}

/** What stood before this request decided: `verdictOf` says that it did. A look at what was given leaves the status. */
export function statusBefore(
  { status, history, lookedAt }: Pick<Benefit, 'status' | 'history' | 'lookedAt'>,
  requestKey: string,
): BenefitStatus {
  if (lookedAt?.requestKey === requestKey) return status
  return history.filter((one) => one.kind === 'pending' || one.requestKey !== requestKey).at(-1) ?? status
}

/** Whether it was this request that took the last decision back. */
export const isTakenBackBy = ({ status }: Pick<Benefit, 'status'>, requestKey: string): boolean =>
  status.kind === 'pending' && status.reopened?.requestKey === requestKey
