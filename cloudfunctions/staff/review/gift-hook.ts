import type { Benefit } from '#rules/benefit/benefit'
import { giveGiftBack, listGiftStock, takeGifts } from '#store/gift-stock'
import type { ReviewHook, Reviewing } from './review-hook'

/** How often somebody else may take a gift at the same moment. */
const ATTEMPTS = 20

/** A refused gift goes back to the shelf; taking the refusal back needs a unit that is still there. */
export const giftHook: ReviewHook = {
  rules: ['gift'],
  async after(benefit, step, { terms }) {
    // What was given and is asked back is with the customer; and what stands counts, not what is asked again by an old request.
    if (step !== 'refused' || benefit.status.kind !== 'refused') return
    const held = await stockOf(benefit, terms)
    if (held) await giveGiftBack(held.stock, held.policyNumber)
  },
  async mayBeTakenBack(benefit, { terms }) {
    if (benefit.status.kind !== 'refused') return true
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const held = await stockOf(benefit, terms)
      if (!held || held.stock.holding.includes(held.policyNumber)) return true
      if (held.stock.left === 0) return false
      if (await takeGifts(held.stock, [held.policyNumber])) return true
    }
    throw new Error('gifts change faster than one can be taken')
  },
}

async function stockOf(benefit: Benefit, terms: Reviewing['terms']) {
  if (benefit.rule !== 'gift' || benefit.giftId === null) return null
  const stocks = await listGiftStock(terms.campaignId, terms.gift.tiers)
  const stock = stocks.find(({ giftId }) => giftId === benefit.giftId)
  return stock ? { stock, policyNumber: benefit.policyNumber } : null
}
