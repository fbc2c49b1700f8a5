import type { ReferralCode } from '#rules/referral-reward/open-invitation'
import type { WechatRank } from '#rules/risk/risk'
import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** A code that a referrer gives away, one for each channel that the referrer came by. */
export interface StoredReferralCode extends ReferralCode {
  /** The code. */
  _id: string
  campaignId: string
  /** `<campaignId>.<holder>.<channel>`, unique: two phones at once make one code. `taken.<code>` when it opens nothing any more. */
  owner: string
  /** Of the policy in force when the code was made: whose branch's referrals these are. */
  branchCode: string
  /** Of the referrer's account, when the code was made. */
  ranks: WechatRank[]
  posterFileId: string | null
  madeAt: Instant
}

const codes = collection<StoredReferralCode>('referralCodes')

export const ownerOf = (campaignId: string, referrerId: string, channel: string | null): string =>
  [campaignId, referrerId, channel ?? ''].join('.')

/** The codes that were made for an account and not yet taken from it. */
export const listReferralCodesMadeFor = (account: string): Promise<StoredReferralCode[]> => codes.listAll({ account })

/**
 * On the customer's own request: the code opens no more invitations and says nothing of the account. Whom it brought and which
 * reward came of it stays, under the policyholder alone, with the ledger. Its owner may have another made.
 */
export async function takeFromAccount({ _id, account }: StoredReferralCode): Promise<void> {
  const nothing = { account: null, ranks: command.set(['unknown']), posterFileId: null }
  await codes.updateWhere({ _id, account }, { ...nothing, owner: `taken.${_id}` })
}

export const findReferralCode = (code: string): Promise<StoredReferralCode | null> => codes.find(code)

export const listReferralCodes = (ids: readonly string[]): Promise<StoredReferralCode[]> => codes.findAll(ids)

export async function findReferralCodeOf(owner: string): Promise<StoredReferralCode | null> {
  const [code] = await codes.list({ owner }, { limit: 1 })
  return code ?? null
}

/** False when the owner has a code by now. */
export const addReferralCode = (code: StoredReferralCode): Promise<boolean> => codes.add(code)

export async function setReferralPoster(code: string, posterFileId: string): Promise<void> {
  await codes.updateWhere({ _id: code }, { posterFileId })
}

/** A page of a campaign's codes in the order of the codes; of one branch where it is named. One operation. */
export const listReferralCodesAfter = (
  campaignId: string,
  branchCode: string | null,
  after: string,
  limit: number,
): Promise<StoredReferralCode[]> =>
  codes.list(
    { campaignId, _id: command.gt(after), ...(branchCode === null ? {} : { branchCode }) },
    { orderBy: ['_id', 'asc'], limit },
  )
