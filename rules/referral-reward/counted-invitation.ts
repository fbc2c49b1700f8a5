import type { Terms } from '#rules/campaign/terms'
import type { Policy } from '../policy/policy'
import { type AcceptedInvitation, type Invitation, isActive } from './invitation'

/** An invitation whose invitee is known by the phone. */
export type CountedInvitation = Invitation & { accepted: AcceptedInvitation }

/**
 * “用接受邀请的手机号投保，出单时邀请还有效，才算推荐来的；几个人邀请的，按条款最早或最近的算。” (§5.3.1)
 * It is judged by the moment of issue, however late we are told: what happened to an invitation afterwards changes nothing.
 */
export function countedInvitation(
  { referralReward }: Pick<Terms, 'referralReward'>,
  { issuedAt, businessKind }: Pick<Policy, 'issuedAt' | 'businessKind'>,
  phoneHash: string,
  invitations: readonly Invitation[],
): CountedInvitation | null {
  if (!referralReward.enabled || businessKind === 'renewal') return null
  const counted = invitations.filter(
    (one): one is CountedInvitation =>
      one.accepted !== null &&
      one.accepted.phoneHash === phoneHash &&
      one.accepted.at <= issuedAt &&
      isActive(one, issuedAt),
  )
  counted.sort(
    (one, other) => one.accepted.at - other.accepted.at || one.invitationId.localeCompare(other.invitationId),
  )
  return (referralReward.countedInvitation === 'first' ? counted[0] : counted.at(-1)) ?? null
}
