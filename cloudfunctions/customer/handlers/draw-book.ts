import type { CallBy } from '#pipeline/handler'
import type { Terms } from '#rules/campaign/terms'
import type { DrawBook } from '#rules/prize-draw/draw-book'
import { accountOf } from '#store/accounts'
import { addDrawBook, drawBookId, findDrawBook, setFollowing } from '#store/draw-books'
import { isFollowing } from '#store/followers'
import { pseudonymOf } from '#store/secrets'
import { newOpaqueId } from './opaque-id'

type CustomerCall = CallBy<'customer'>

/** The book as it begins; not yet stored. */
export function blankDrawBook(
  terms: Terms,
  call: Pick<CustomerCall, 'customer' | 'random' | 'now'>,
  facts: { channel: string | null; following: boolean },
): DrawBook {
  const pseudonym = pseudonymOf(terms.campaignId, call.customer.openid)
  return {
    _id: drawBookId(terms.campaignId, pseudonym),
    campaignId: terms.campaignId,
    pseudonym,
    openid: call.customer.openid,
    account: accountOf(call.customer.openid),
    unionid: call.customer.unionid,
    channel: facts.channel,
    following: facts.following,
    shareId: newOpaqueId(call.random),
    posterFileId: null,
    version: 0,
    draws: [],
    drewOn: [],
    shareCredits: [],
    openedAt: call.now,
  }
}

/** The customer's book, made on the first visit; `following` is brought up to what the official account's pushes say. */
export async function openDrawBook(terms: Terms, call: CustomerCall, channel: string | null): Promise<DrawBook> {
  const pseudonym = pseudonymOf(terms.campaignId, call.customer.openid)
  const found = await findDrawBook(terms.campaignId, pseudonym)
  const following = terms.prizeDraw.followGate.mode === 'off' ? false : await isFollowing(call.customer.unionid)
  if (!found) {
    const book = blankDrawBook(terms, call, { channel, following })
    if (await addDrawBook(book)) return book
    return openDrawBook(terms, call, channel)
  }
  if (
    terms.prizeDraw.followGate.mode === 'off' ||
    (found.following === following && found.unionid === call.customer.unionid)
  ) {
    return found
  }
  await setFollowing(found, following, call.customer.unionid)
  return { ...found, following, version: found.version + 1 }
}
