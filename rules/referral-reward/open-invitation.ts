import type { Terms } from '#rules/campaign/terms'
import { addDays, dayOf, type Instant, startOf } from '#values/days'
import { phaseAt } from '../campaign/phase'
import { customerStanding, type KnownPolicy } from '../new-customer-discount/new-customer'
import { activeInvitation, type Invitation, type InviteeBook, invitationIdOf } from './invitation'
import { type Party, type SameParty, sameParty } from './parties'

/** A code that a referrer gives away. */
export interface ReferralCode {
  code: string
  referrerId: string
  /** The WeChat account that it was made for; null once that person had it forgotten: it opens nothing any more. */
  account: string | null
  channel: string | null
}

export type InvitationRefusal =
  | 'offer-not-enabled'
  | 'campaign-not-started'
  | 'campaign-over'
  | 'referrer-may-not'
  | 'invitation-own'
  | `invitation-${SameParty}`
  | 'invitee-is-customer'
  | 'invitee-already-invited'
  | 'referrer-has-all'
  | 'invitation-expired'

export interface OpeningFacts {
  now: Instant
  code: ReferralCode
  /** Whether the referrer has a policy in force now. */
  referrerMay: boolean
  referrer: Party
  /** Rewards of the referrer that stand in this campaign. */
  rewards: number
  /** Who opens it. Nothing is known of a new visitor but the account. */
  invitee: Party & { account: string; policies: readonly KnownPolicy[] }
  book: InviteeBook
  addressHash: string | null
}

export type Opening =
  | { kind: 'refused'; code: InvitationRefusal }
  /** It is open already, by the same referrer: nothing changes. */
  | { kind: 'open'; invitation: Invitation }
  | { kind: 'opened'; invitation: Invitation; book: InviteeBook }

type InvitationTerms = Pick<Terms, 'referralReward' | 'period' | 'eligibility'> & Terms

/** “打开老客户的邀请就记下一次；自己、老客户、已被别人邀请的、过期的都不算，写明原因。” (§5.3.1) */
export function openInvitation(terms: InvitationTerms, facts: OpeningFacts): Opening {
  const { now, code, book } = facts
  const active = activeInvitation(book, now)
  if (active?.referrerId === code.referrerId) return { kind: 'open', invitation: active }
  const refusal = closedAt(terms, now) ?? notBetween(terms, facts) ?? notReplaceable(terms, active)
  if (refusal !== null) return { kind: 'refused', code: refusal }
  const invitation: Invitation = {
    invitationId: invitationIdOf(book, book.invitations.length + 1),
    code: code.code,
    referrerId: code.referrerId,
    channel: code.channel,
    openedAt: now,
    validUntilAt: startOf(addDays(dayOf(now), terms.referralReward.invitationValidDays)),
    accepted: null,
    replacedAt: null,
    addressHash: facts.addressHash,
    phonePrefixHash: null,
  }
  const before = book.invitations.map((one) => (one === active ? { ...one, replacedAt: now } : one))
  return {
    kind: 'opened',
    invitation,
    book: { ...book, invitations: [...before, invitation], version: book.version + 1 },
  }
}

/** §3 Invitations are opened and accepted while the campaign runs. */
export function closedAt(terms: Terms, now: Instant): InvitationRefusal | null {
  if (!terms.referralReward.enabled) return 'offer-not-enabled'
  switch (phaseAt(terms, now)) {
    case 'preparation':
    case 'warm-up':
      return 'campaign-not-started'
    case 'running':
      return null
    case 'collection':
    case 'closed':
      return 'campaign-over'
  }
}

/** Why these two cannot be referrer and invitee. */
function notBetween(terms: InvitationTerms, facts: OpeningFacts): InvitationRefusal | null {
  const { code, invitee, referrer, rewards } = facts
  if (invitee.account === code.account) return 'invitation-own'
  const same = sameParty(referrer, invitee)
  if (same !== null) return `invitation-${same}`
  if (!facts.referrerMay) return 'referrer-may-not'
  if (isCustomer(terms, invitee, facts.now)) return 'invitee-is-customer'
  const most = terms.referralReward.rewardsPerReferrer
  return most !== null && rewards >= most ? 'referrer-has-all' : null
}

/** Whether a policy of this holder issued now would not be a new customer's (§4). */
export function isCustomer(
  terms: Pick<Terms, 'eligibility'>,
  { holderId, policies }: Pick<Party, 'holderId'> & { policies: readonly KnownPolicy[] },
  now: Instant,
): boolean {
  if (holderId === null) return false
  const today = dayOf(now)
  const imagined: KnownPolicy = {
    policyNumber: '',
    vehicleId: '',
    holderId,
    // The day's last moment: a policy that was issued today is a policy.
    issuedAt: startOf(addDays(today, 1)),
    coverStartsOn: today,
    coverEndsOn: today,
    cancelledAt: null,
  }
  return customerStanding(terms, imagined, policies).kind === 'existing'
}

const notReplaceable = (terms: InvitationTerms, active: Invitation | null): InvitationRefusal | null =>
  active !== null && terms.referralReward.countedInvitation === 'first' ? 'invitee-already-invited' : null
