import type { Terms } from '#rules/campaign/terms'
import type { Instant } from '#values/days'
import type { KnownPolicy } from '../new-customer-discount/new-customer'
import type { WechatRank } from '../risk/risk'
import { type AcceptedInvitation, activeInvitation, type Invitation, type InviteeBook } from './invitation'
import { closedAt, type InvitationRefusal, isCustomer } from './open-invitation'
import { type Party, sameParty } from './parties'

export interface AcceptanceFacts {
  now: Instant
  book: InviteeBook | null
  phone: { phoneHash: string; phoneTail: string; prefixHash: string }
  rank: WechatRank
  /** Of the invitation that counts now. */
  referrer: Party
  /** Policyholders on file with this phone. */
  holders: readonly (Party & { policies: readonly KnownPolicy[] })[]
}

export type Acceptance =
  | { kind: 'refused'; code: InvitationRefusal }
  /** With this phone already: nothing changes. */
  | { kind: 'accepted-before'; invitation: Invitation }
  | { kind: 'accepted'; invitation: Invitation; book: InviteeBook }

/** “验证手机号，邀请才算数：以后用这个手机号投保的，就是被推荐人。” (§5.3.1) */
export function acceptInvitation(terms: Terms, facts: AcceptanceFacts): Acceptance {
  const { now, book, phone, referrer, holders, rank } = facts
  const refused = (code: InvitationRefusal): Acceptance => ({ kind: 'refused', code })
  const closed = closedAt(terms, now)
  if (closed !== null) return refused(closed)
  const active = activeInvitation(book, now)
  if (book === null || active === null) return refused('invitation-expired')
  if (active.accepted?.phoneHash === phone.phoneHash) return { kind: 'accepted-before', invitation: active }
  const stranger: Party = { holderId: null, phoneHash: phone.phoneHash, vehicleIds: new Set(), cardHash: null }
  for (const invitee of [stranger, ...holders]) {
    const same = sameParty(referrer, invitee)
    if (same !== null) return refused(`invitation-${same}`)
  }
  if (holders.some((holder) => isCustomer(terms, holder, now))) return refused('invitee-is-customer')
  const { phoneHash, phoneTail, prefixHash: phonePrefixHash } = phone
  const accepted: AcceptedInvitation = { at: now, phoneHash, phoneTail, rank }
  const invitation = { ...active, accepted, phonePrefixHash }
  const invitations = book.invitations.map((one) => (one === active ? invitation : one))
  return { kind: 'accepted', invitation, book: { ...book, invitations, version: book.version + 1 } }
}
