import type { ReceivedInvitation } from '#contract/invitation'
import type { CallBy } from '#pipeline/handler'
import { activeInvitation } from '#rules/referral-reward/invitation'
import { closedAt } from '#rules/referral-reward/open-invitation'
import { isStopped } from '#rules/switches/stop'
import { accountOf } from '#store/accounts'
import { findInviteeBook } from '#store/invitations'
import { getHolder } from '#store/policy-book'
import type { TermsInForce } from '#store/terms'
import { receivedInvitation } from './shown-referral'

/** The invitation that counts for the caller now. One database operation, two for somebody who is invited. */
export async function findOwnInvitation(
  { terms, stops }: TermsInForce,
  { now, customer }: CallBy<'customer'>,
): Promise<ReceivedInvitation | null> {
  if (closedAt(terms, now) !== null || isStopped(stops, 'referral-reward', now)) return null
  const active = activeInvitation(await findInviteeBook(terms.campaignId, accountOf(customer.openid)), now)
  return active && receivedInvitation(terms, active, (await getHolder(active.referrerId)).nameMask)
}
