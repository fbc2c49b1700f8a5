import type { Instant } from '#values/days'
import type { SeenInvitation } from '../risk/referral-signs'
import type { WechatRank } from '../risk/risk'

/**
 * One customer opened the invitation of one other. It names a single referrer and no invitation before it: a chain of
 * rewards cannot be written down (禁止传销条例).
 */
export interface Invitation extends SeenInvitation {
  invitationId: string
  /** The referral code that was opened. */
  code: string
  /** The policyholder who invited. */
  referrerId: string
  /** The channel that the code carries. */
  channel: string | null
  /** The first millisecond in which it no longer counts. */
  validUntilAt: Instant
  /** Null until the invitee has proven a phone: only then can a policy be known as the invitee's. */
  accepted: AcceptedInvitation | null
  /** When another's invitation took its place; null while none did. */
  replacedAt: Instant | null
}

export interface AcceptedInvitation {
  at: Instant
  phoneHash: string
  /** Last four digits. */
  phoneTail: string
  rank: WechatRank
}

/** All that one WeChat account was invited to in a campaign, oldest first. Only added to; at most one counts at a time. */
export interface InviteeBook {
  /** `<campaignId>.<account>` */
  _id: string
  campaignId: string
  account: string
  invitations: Invitation[]
  version: number
}

export const inviteeBookId = (campaignId: string, account: string): string => `${campaignId}.${account}`

/** The account and whose invitation it is, and which of those it was. */
export const invitationIdOf = (book: Pick<InviteeBook, '_id'>, ordinal: number): string => `${book._id}.${ordinal}`

/** Whether it counts at that moment. Its first millisecond counts, its end does not. */
export const isActive = ({ openedAt, validUntilAt, replacedAt }: Invitation, at: Instant): boolean =>
  openedAt <= at && at < validUntilAt && (replacedAt === null || at < replacedAt)

/** The one invitation that counts now. */
export const activeInvitation = (book: InviteeBook | null, at: Instant): Invitation | null =>
  book?.invitations.filter((invitation) => isActive(invitation, at)).at(-1) ?? null
