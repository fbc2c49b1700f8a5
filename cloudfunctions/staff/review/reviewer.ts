import type { Benefit } from '#rules/benefit/benefit'
import type { Reviewed, Reviewer } from '#rules/review/may-review'
import { accountOf } from '#store/accounts'
import { findBinding } from '#store/bindings'
import type { StaffMember } from '#store/staff'

/** Who reviews, and whose policies the same WeChat account has bound. One database operation. */
export async function reviewerOf({ _id, branchCode }: StaffMember): Promise<Reviewer> {
  const binding = await findBinding(_id)
  return { account: _id, branchCode, holderId: binding?.holderId ?? null }
}

export function reviewedOf(benefit: Benefit): Reviewed {
  const { waitsFor } = benefit
  const beingPaid = (benefit.payment?.batchId ?? null) !== null
  if (benefit.rule === 'prize-draw') {
    return { waitsFor, beingPaid, branchCode: null, holderIds: [], account: accountOf(benefit.openid) }
  }
  const { branchCode, holderId, referral } = benefit
  return {
    waitsFor,
    beingPaid,
    branchCode,
    holderIds: [holderId, ...(referral ? [referral.inviteeId] : [])],
    account: null,
  }
}
