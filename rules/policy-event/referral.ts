import type { Terms } from '#rules/campaign/terms'
import { giveNothing } from '../benefit/answer'
import type { PolicyBenefit } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { advice } from '../benefit/statement'
import { customerStanding } from '../new-customer-discount/new-customer'
import type { CountedInvitation } from '../referral-reward/counted-invitation'
import { type Party, sameParty } from '../referral-reward/parties'
import { decideReferralReward, heldUntil, type RewardForm } from '../referral-reward/referral-reward'
import { type ReferralSignFacts, referralSigns } from '../risk/referral-signs'
import { assessRisk } from '../risk/risk'
import { changeOf, type EntryFacts, newEntry } from './entry'
import type { PolicyEventFacts } from './facts'
import type { LedgerChange } from './ledger-change'
import type { Refusal } from './limits'
import { issuedOutside } from './offered'
import { isStanding } from './standing'
import { whileStopped } from './stopped'
import { withdraw } from './withdraw'

/** Who brought the holder of a policy: one customer, and nobody behind that one. */
export interface Referral {
  invitation: CountedInvitation
  /** With the branch whose referral it is: there a reward is reviewed, and fetched if it is a gift. */
  referrer: Party & { holderId: string; branchCode: string }
  invitee: Party & { holderId: string }
  /** Masked, as the other of the two may read it. */
  referrerName: string
  inviteeName: string
  signs: ReferralSignFacts
}

export interface ReferralEventFacts extends EntryFacts, Pick<PolicyEventFacts, 'related' | 'stopped'> {
  /** Null when nobody's invitation counts for this policy. */
  referral: Referral | null
  /** This campaign's entries for this policy and for the referrer, in any order. */
  ledger: readonly PolicyBenefit[]
}

const offer = offers['referral-reward']
const noInvitation: Refusal = {
  why: '保单资料已更正，与邀请对不上',
  help: '用接受邀请的手机号投保、出单时邀请还有效的，才算推荐来的。',
}
const isReward = ({ rule }: PolicyBenefit): boolean => rule === 'referral-reward'

/**
 * “推荐来的新客户出单，推荐人的奖励就记下，先保留几天，再审核；退保就不给，给了的收回。” (§5.3)
 * One reward for each new policy, and one level: its invitation names one referrer. Deciding again changes nothing.
 * @throws BeyondCalendarError when the reward's working days are not known
 */
export function decideReferral(terms: Terms, facts: ReferralEventFacts): LedgerChange | null {
  const { policy, referral, ledger, related } = facts
  const before = ledger.find((entry) => isReward(entry) && entry.policyNumber === policy.policyNumber)
  if (policy.state === 'cancelled') return before ? withdraw(before, facts) : null
  if (!terms.referralReward.enabled) return null
  const outside = issuedOutside(terms, facts)
  if (referral === null || outside !== null) {
    const { why, help } = outside ?? noInvitation
    return before ? changeOf(before, giveNothing(offer, why, [], [advice(help, offer.clause)]), facts) : null
  }
  const open = decideReferralReward(terms, {
    policy,
    standing: customerStanding(terms, policy, related),
    invitation: referral.invitation,
    inviteeName: referral.inviteeName,
    same: sameParty(referral.referrer, referral.invitee),
    rewards: standingRewards(ledger, referral.referrer.holderId, policy.policyNumber),
    chosen: before ? chosenIn(before) : null,
  })
  const answer = whileStopped(open, before, facts)
  if (before) return changeOf(before, answer, facts)
  const benefit = newEntry(terms.campaignId, answer, facts, {
    holderId: referral.referrer.holderId,
    branchCode: referral.referrer.branchCode,
    holdUntil: heldUntil(terms, policy.issuedAt),
    risk: assessRisk(terms, referralSigns(terms, referral.signs)),
    referral: { invitationId: referral.invitation.invitationId, inviteeId: referral.invitee.holderId },
  })
  return { kind: 'grant', benefit }
}

/** Whom the invitee's discount names (§5.3.1): nobody, when referrer and invitee are one. */
export const invitedBy = (referral: Referral | null): string | null =>
  referral !== null && sameParty(referral.referrer, referral.invitee) === null ? referral.referrerName : null

/** The referrer's rewards for other policies that stand. */
export function standingRewards(
  ledger: readonly PolicyBenefit[],
  referrerId: string,
  butFor: string | null = null,
): number {
  const counted = ledger.filter(
    (entry) => isReward(entry) && entry.holderId === referrerId && entry.policyNumber !== butFor && isStanding(entry),
  )
  return new Set(counted.map(({ policyNumber }) => policyNumber)).size
}

const chosenIn = ({ form }: PolicyBenefit): RewardForm => (form === 'gift' ? 'gift' : 'cash')
