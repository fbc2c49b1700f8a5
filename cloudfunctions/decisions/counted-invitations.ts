import { type CountedInvitation, countedInvitation } from '#rules/referral-reward/counted-invitation'
import { listInvitationsByPhone } from '#store/invitations'
import type { PolicyOnFile } from '#store/policies'
import { listHolders } from '#store/policy-book'
import type { TermsInForce } from '#store/terms'

/** By policy number. */
export type CountedInvitations = ReadonlyMap<string, CountedInvitation>

/**
 * The invitations that count for these policies. It is judged by the moment of issue, so nothing that happens later changes
 * it. No operation for renewals; for new policies one for each hundred holders, and one more.
 */
export async function findCountedInvitations(
  policies: readonly PolicyOnFile[],
  { terms }: TermsInForce,
): Promise<CountedInvitations> {
  const counted = new Map<string, CountedInvitation>()
  const asked = policies.filter(({ businessKind }) => businessKind !== 'renewal')
  if (!terms.referralReward.enabled || asked.length === 0) return counted
  const holders = await listHolders([...new Set(asked.map(({ holderId }) => holderId))])
  const phoneOf = new Map(holders.map(({ _id, phoneHash }) => [_id, phoneHash]))
  const invitations = await listInvitationsByPhone(terms.campaignId, [...phoneOf.values()])
  for (const policy of invitations.length > 0 ? asked : []) {
    const phoneHash = phoneOf.get(policy.holderId)
    const invitation = phoneHash === undefined ? null : countedInvitation(terms, policy, phoneHash, invitations)
    if (invitation) counted.set(policy.policyNumber, invitation)
  }
  return counted
}
