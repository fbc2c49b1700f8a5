import type { Instant } from '#values/days'
import type { PolicyBenefit } from '../benefit/benefit'
import { type Invitation, isActive } from './invitation'

export type InvitationState = 'opened' | 'accepted' | 'issued' | 'not-counted' | 'expired' | 'replaced'

/** How far an invitation has come: its reward, where there is one, says it. */
export function invitationState(
  invitation: Invitation,
  reward: Pick<PolicyBenefit, 'decision'> | null,
  now: Instant,
): InvitationState {
  if (reward) return reward.decision.kind === 'not-granted' ? 'not-counted' : 'issued'
  if (invitation.replacedAt !== null && invitation.replacedAt <= now) return 'replaced'
  if (!isActive(invitation, now)) return 'expired'
  return invitation.accepted ? 'accepted' : 'opened'
}

/** The reward's first fact names the invitee, masked; before there is one the phone's last four digits do. */
export function inviteeName(
  { accepted }: Pick<Invitation, 'accepted'>,
  reward: Pick<PolicyBenefit, 'statement'> | null,
): string {
  const named = reward?.statement.find(({ label }) => label === '被推荐人')?.value
  return named ?? (accepted ? `手机尾号 ${accepted.phoneTail}` : '一位微信朋友')
}
