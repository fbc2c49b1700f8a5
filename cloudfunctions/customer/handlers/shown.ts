import type { CampaignHead } from '#contract/campaign'
import type { Chances, PrizeOnShow } from '#contract/prize-draw'
import { campaignHead } from '#rules/campaign/head'
import type { Terms } from '#rules/campaign/terms'
import { countChances } from '#rules/draw-chances/chances'
import { needsNothing } from '#rules/prize-collection/needs'
import type { DrawBook } from '#rules/prize-draw/draw-book'
import type { StockShard } from '#rules/prize-draw/stock'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

/** How stored facts look to a customer: what a page needs, and nothing that is the campaign's own business. */

export const shownHead = (inForce: TermsInForce, now: Instant): CampaignHead => campaignHead(inForce, now)

export function shownChances(terms: Terms, book: DrawBook, now: Instant): Chances {
  const { on, left, used, nextFreeAt, sharedToday } = countChances(terms, book, now)
  const { mode } = terms.prizeDraw.shareChance
  return {
    on,
    left,
    used,
    nextFreeAt,
    share: mode === 'off' ? { mode } : { mode, state: sharedToday ? 'granted' : 'available', shareId: book.shareId },
  }
}

export function shownPrizes(terms: Terms, shards: readonly StockShard[]): PrizeOnShow[] {
  return terms.prizeDraw.prizes.map((prize) => {
    const { prizeId, kind, name, valueFen, oddsPpm, quantity } = prize
    const left = shards.filter((shard) => shard.prizeId === prizeId).reduce((sum, shard) => sum + shard.left, 0)
    return { prizeId, kind, name, valueFen, oddsPpm, quantity, left, collects: !needsNothing(terms, prize) }
  })
}

/** `3f**k2`: enough to recognise oneself, too little to be recognised by others. */
export const maskedPseudonym = (pseudonym: string): string => `${pseudonym.slice(0, 2)}****${pseudonym.slice(-2)}`
