import type { Policy } from '#rules/policy/policy'
import type { Referral } from '#rules/policy-event/referral'
import type { Party } from '#rules/referral-reward/parties'
import { listBankAccounts, listBankAccountsByCard } from '#store/bank-accounts'
import { listRewardsFor } from '#store/benefits'
import { listInvitationsBy } from '#store/invitations'
import { listRelatedPolicies } from '#store/policies'
import { listHolders } from '#store/policy-book'
import { listReferralCodes } from '#store/referral-codes'
import type { CountedInvitations } from './counted-invitations'

/** How far up it is asked who invited the referrer: for a ring, never for a reward. */
const RING_DEPTH = 4

/**
 * Who brought the holders of these policies, with all that the reward and its risk rest on. No operation when nobody did; else
 * about ten, however many policies there are.
 */
export async function loadReferrals(
  campaignId: string,
  policies: readonly Policy[],
  counted: CountedInvitations,
): Promise<ReadonlyMap<string, Referral>> {
  const brought = policies.filter(({ policyNumber }) => counted.has(policyNumber))
  if (brought.length === 0) return new Map()
  const invitations = [...counted.values()]
  const referrerIds = [...new Set(invitations.map(({ referrerId }) => referrerId))]
  const holderIds = [...new Set([...referrerIds, ...brought.map(({ holderId }) => holderId)])]
  const [holders, accounts, insured, onVehicles, others, codes, above] = await Promise.all([
    listHolders(holderIds),
    listBankAccounts(holderIds),
    listRelatedPolicies({ policyNumbers: [], vehicleIds: [], holderIds: referrerIds }, null),
    listRelatedPolicies(
      { policyNumbers: [], vehicleIds: brought.map(({ vehicleId }) => vehicleId), holderIds: [] },
      null,
    ),
    listInvitationsBy(campaignId, referrerIds),
    listReferralCodes([...new Set(invitations.map(({ code }) => code))]),
    whoInvited(campaignId, referrerIds),
  ])
  const named = await listBankAccountsByCard(accounts.map(({ cardHash }) => cardHash))
  const partyOf = (holderId: string, vehicleIds: Iterable<string>): Party & { holderId: string } => ({
    holderId,
    phoneHash: holders.find(({ _id }) => _id === holderId)?.phoneHash ?? null,
    vehicleIds: new Set(vehicleIds),
    cardHash: accounts.find(({ _id }) => _id === holderId)?.cardHash ?? null,
  })
  const nameOf = (holderId: string): string => holders.find(({ _id }) => _id === holderId)?.nameMask ?? '**'
  const entries = brought.flatMap((policy): [string, Referral][] => {
    const invitation = counted.get(policy.policyNumber)
    if (!invitation) return []
    const { referrerId } = invitation
    const ofReferrer = insured.filter(({ holderId }) => holderId === referrerId)
    const referrer = partyOf(
      referrerId,
      ofReferrer.map(({ vehicleId }) => vehicleId),
    )
    const code = codes.find((one) => one.code === invitation.code)
    const referral: Referral = {
      invitation,
      referrer: { ...referrer, branchCode: code?.branchCode ?? policy.branchCode },
      invitee: partyOf(policy.holderId, [policy.vehicleId]),
      referrerName: nameOf(referrerId),
      inviteeName: nameOf(policy.holderId),
      signs: {
        invitation,
        others: others.filter((one) => one.referrerId === referrerId && one.invitationId !== invitation.invitationId),
        ranks: [invitation.accepted.rank, ...(code?.ranks ?? ['unknown'])],
        accountIsShared: named.some(({ _id, cardHash }) => _id !== referrerId && cardHash === referrer.cardHash),
        above: chainAbove(referrerId, above),
        inviteeOrBefore: new Set([
          policy.holderId,
          ...onVehicles.filter(({ vehicleId }) => vehicleId === policy.vehicleId).map(({ holderId }) => holderId),
        ]),
      },
    }
    return [[policy.policyNumber, referral]]
  })
  return new Map(entries)
}

/** Who invited whom, upwards from these: invitee to referrers. Stops where nobody was invited. */
async function whoInvited(campaignId: string, from: readonly string[]): Promise<Map<string, string[]>> {
  const known = new Map<string, string[]>()
  let asked = [...from]
  for (let depth = 0; depth < RING_DEPTH && asked.length > 0; depth += 1) {
    const rewards = await listRewardsFor(campaignId, asked)
    for (const id of asked) known.set(id, [])
    for (const { referral, holderId } of rewards) if (referral) known.get(referral.inviteeId)?.push(holderId)
    asked = [...new Set(rewards.map(({ holderId }) => holderId))].filter((id) => !known.has(id))
  }
  return known
}

function chainAbove(from: string, above: ReadonlyMap<string, string[]>): string[] {
  const found = new Set<string>()
  const waiting = [...(above.get(from) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...(above.get(next) ?? []))
  }
  return [...found]
}
