import {
  makePoster as posterOperation,
  reportShare as shareOperation,
  reportVisit as visitOperation,
} from '#contract/draw-chances'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { drawTexts } from '#rules/campaign/draw-texts'
import { phaseAt } from '#rules/campaign/phase'
import type { Terms } from '#rules/campaign/terms'
import { decideVisit } from '#rules/draw-chances/share'
import { creditShare, findDrawBook, findDrawBookByShare, setPosterFile } from '#store/draw-books'
import { keepPosterCode, posterUrl } from '#store/posters'
import { pseudonymOf } from '#store/secrets'
import { countVisit, visitCountedAt } from '#store/share-visits'
import { findTermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { openDrawBook } from './draw-book'
import { shownChances } from './shown'

export const reportShare = handle(shareOperation, 'customer', async ({ shareId }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const closed = closedTo(terms, call.now)
  if (closed) return refuse(closed)
  const book = await findDrawBook(terms.campaignId, pseudonymOf(terms.campaignId, call.customer.openid))
  if (book?.shareId !== shareId) return refuse('share-unknown')
  const credit = { on: dayOf(call.now), via: 'on-share', at: call.now } as const
  const credited = terms.prizeDraw.shareChance.mode === 'on-share' && (await creditShare(book._id, credit))
  const shareCredits = credited ? [...book.shareCredits, credit] : book.shareCredits
  return { credited, chances: shownChances(terms, { ...book, shareCredits }, call.now) }
})

export const reportVisit = handle(visitOperation, 'customer', async ({ shareId, scene }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const closed = closedTo(terms, call.now)
  if (closed) return refuse(closed)
  const sharer = await findDrawBookByShare(terms.campaignId, shareId)
  if (!sharer) return refuse('share-unknown')
  const on = dayOf(call.now)
  const visitor = pseudonymOf(terms.campaignId, call.customer.openid)
  const visit = decideVisit(terms, { sharer: sharer.pseudonym, visitor, scene, on })
  if (visit.kind === 'does-not-count') return { counted: false }
  const isNew = await countVisit(visit.visitKey, call.now)
  // A visit that counted already is credited again, on its own day: what counted it may have broken off before it credited.
  const at = isNew ? call.now : await visitCountedAt(visit.visitKey)
  const credited = await creditShare(sharer._id, { on: dayOf(at), via: 'on-visit', at })
  return { counted: isNew || credited }
})

export const makePoster = handle(posterOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const closed = closedTo(terms, call.now)
  if (closed) return refuse(closed)
  const book = await openDrawBook(terms, call, null)
  const fileId = book.posterFileId ?? (await keepPosterCode(book.shareId, 'share'))
  if (!book.posterFileId) await setPosterFile(book._id, fileId)
  const { shareTitle, posterLines } = drawTexts(terms)
  return { shareId: book.shareId, codeUrl: await posterUrl(fileId), title: shareTitle, lines: posterLines }
})

function closedTo(terms: Terms, now: Instant): 'campaign-not-started' | 'campaign-over' | null {
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
