import { type Invitation, type InviteeBook, inviteeBookId } from '#rules/referral-reward/invitation'
import type { Instant } from '#values/days'
import { collection, command } from './collection'

const books = collection<InviteeBook>('invitees')

/** One database operation. */
export const findInviteeBook = (campaignId: string, account: string): Promise<InviteeBook | null> =>
  books.find(inviteeBookId(campaignId, account))

/** Of every campaign. */
export const listInviteeBooksOf = (account: string): Promise<InviteeBook[]> => books.listAll({ account })

/** Writes the book after `before`, which null says is its first; false, and nothing written, when it changed meanwhile. */
export async function writeInviteeBook(book: InviteeBook, before: InviteeBook | null): Promise<boolean> {
  if (before === null) return books.add(book)
  const { invitations, version } = book
  const data = { invitations: command.set(invitations), version }
  return (await books.updateWhere({ _id: book._id, version: before.version }, data)) === 1
}

/** The invitations of these referrers, with whom they were for. */
export async function listInvitationsBy(campaignId: string, referrerIds: readonly string[]): Promise<Invitation[]> {
  const wanted = new Set(referrerIds)
  if (wanted.size === 0) return []
  const found = await books.listAll({ campaignId, 'invitations.referrerId': command.in([...wanted]) })
  return found.flatMap(({ invitations }) => invitations).filter(({ referrerId }) => wanted.has(referrerId))
}

/** Every invitation that was accepted with one of these phones. */
export async function listInvitationsByPhone(
  campaignId: string,
  phoneHashes: readonly string[],
): Promise<Invitation[]> {
  const wanted = new Set(phoneHashes)
  if (wanted.size === 0) return []
  const found = await books.listAll({ campaignId, 'invitations.accepted.phoneHash': command.in([...wanted]) })
  return found
    .flatMap(({ invitations }) => invitations)
    .filter(({ accepted }) => accepted !== null && wanted.has(accepted.phoneHash))
}

/** Which account has accepted an invitation with a phone: what keeps a second account from doing so, also in the same moment. */
interface InvitedPhone {
  /** `<campaignId>.<phone's keyed hash>` */
  _id: string
  account: string
  untilAt: Instant
}

const phones = collection<InvitedPhone>('invitedPhones')

/**
 * Takes the phone for the account; false while another has it. One to four operations.
 * @param replaces whether the account takes it from another: the terms let the latest invitation count
 */
export async function takeInvitedPhone(
  { campaignId, phoneHash, account }: { campaignId: string; phoneHash: string; account: string },
  { now, untilAt, replaces }: { now: Instant; untilAt: Instant; replaces: boolean },
): Promise<boolean> {
  const _id = `${campaignId}.${phoneHash}`
  if (await phones.add({ _id, account, untilAt })) return true
  if ((await phones.updateWhere({ _id, account }, { untilAt })) === 1) return true
  const free = replaces ? {} : { untilAt: command.lte(now) }
  return (await phones.updateWhere({ _id, ...free }, { account, untilAt })) === 1
}

/**
 * On the customer's own request: what the account was invited to, and the phones that it accepted with. What a policy came from
 * stays with its reward. Of every campaign, in three database operations.
 */
export async function removeInviteeBooks(account: string): Promise<void> {
  const taken = (await listInviteeBooksOf(account)).flatMap(({ campaignId, invitations }) =>
    invitations.flatMap(({ accepted }) => (accepted ? [`${campaignId}.${accepted.phoneHash}`] : [])),
  )
  if (taken.length > 0) await phones.removeWhere({ _id: command.in(taken), account })
  await books.removeWhere({ account })
}
