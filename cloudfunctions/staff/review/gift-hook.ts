import { tellOfGift } from '#decisions/tell'
import type { Benefit } from '#rules/benefit/benefit'
import { giveGiftBack, listGiftStock, takeGifts } from '#store/gift-stock'
import { dismissNoticesAbout } from '#store/notices'
import type { ReviewHook, Reviewing } from './review-hook'

/** How often somebody else may take a gift at the same moment. */
const ATTEMPTS = 20

/**
 * Of renewals, and of rewards taken as a gift: its customer reads that it waits at the branch. A refused gift goes back to the
 * shelf; taking the refusal back needs a unit that is still there.
 */
export const giftHook: ReviewHook = {
  rules: ['gift', 'referral-reward'],
  async after(benefit, step, { terms, now }) {
    if (step === 'taken-back') return dismissNoticesAbout(benefit._id, ['gift-ready'], now)
    const { form, status } = benefit
    if (step === 'approved' && form === 'gift' && status.kind === 'approved')
      await tellOfGift(terms, benefit, status.at)
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
