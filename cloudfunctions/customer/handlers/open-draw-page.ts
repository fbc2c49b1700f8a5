import { openDrawPage as operation } from '#contract/prize-draw'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { drawTexts } from '#rules/campaign/draw-texts'
import type { Terms } from '#rules/campaign/terms'
import { gridOf } from '#rules/prize-draw/grid'
import { receiptOf } from '#rules/prize-draw/receipt'
import { isStopped } from '#rules/switches/stop'
import { listLatestPrizeBenefits } from '#store/benefits'
import { listStock } from '#store/stock'
import { findTermsInForce } from '#store/terms'
import { addDays, type Day, dayOf } from '#values/days'
import { openDrawBook } from './draw-book'
import { keptFor } from './kept'
import { maskedPseudonym, shownChances, shownHead, shownPrizes } from './shown'

/** Stock and winners are the same for everybody: an instance asks for them at most this often. */
const stockKept = keptFor(2_000, listStock)
const winnersKept = keptFor(10_000, latestWinners)
const MOST_WINNERS = 20

export const openDrawPage = handle(operation, 'customer', async ({ channel }, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const { prizeDraw } = terms
  const today = dayOf(call.now)
  const [book, shards, benefits] = await Promise.all([
    openDrawBook(terms, call, channel ?? null),
    stockKept(terms.campaignId, inForce.layout.termsVersion),
    winnersKept(terms.campaignId, today),
  ])
  const latest = book.draws.at(-1)
  const { howTo, shareTitle } = drawTexts(terms)
  return {
    campaign: shownHead(inForce, call.now),
    now: call.now,
    drawOpen: prizeDraw.enabled && !isStopped(inForce.stops, 'prize-draw', call.now),
    chances: shownChances(terms, book, call.now),
    follow: {
      gate: prizeDraw.followGate.mode,
      following: book.following,
      accountName: prizeDraw.followGate.accountName,
    },
    prizes: shownPrizes(terms, shards),
    winningOddsPpm: prizeDraw.winningOddsPpm,
    grid: gridOf(prizeDraw.prizes.map(({ prizeId }) => prizeId)),
    winners: benefits.map(({ pseudonym, prizeId, grantedAt }) => ({
      who: maskedPseudonym(pseudonym),
      prizeName: prizeName(terms, prizeId),
      at: grantedAt,
    })),
    howTo,
    shareTitle,
    latest: latest ? receiptOf(book, latest) : null,
  }
})

async function latestWinners(campaignId: string, today: Day) {
  const latest = await listLatestPrizeBenefits(campaignId, today, MOST_WINNERS)
  if (latest.length === MOST_WINNERS) return latest
  const before = await listLatestPrizeBenefits(campaignId, addDays(today, -1), MOST_WINNERS - latest.length)
  return [...latest, ...before]
}

const prizeName = (terms: Terms, prizeId: string): string =>
  terms.prizeDraw.prizes.find((prize) => prize.prizeId === prizeId)?.name ?? prizeId
