import { quotePremium as operation } from '#contract/quote'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { runningPeriod } from '#rules/campaign/phase'
import { newCustomerOffers } from '#rules/campaign/published-offers'
import { quoteForNewCustomer } from '#rules/rating/quote'
import { isStopped } from '#rules/switches/stop'
import { findTermsInForce } from '#store/terms'
import { dayOf } from '#values/days'
import { findOwnInvitation } from './own-invitation'

/** 试算: one database operation for whether somebody invited the customer, two where somebody did. Nothing of it is kept. */
export const quotePremium = handle(operation, 'customer', async (vehicle, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  if (call.now >= runningPeriod(terms).runsUntilAt) return refuse('campaign-over')
  if (!terms.newCustomerDiscount.enabled) return refuse('offer-not-enabled')
  if (isStopped(inForce.stops, 'campaign', call.now)) return refuse('campaign-stopped')
  if (isStopped(inForce.stops, 'new-customer-discount', call.now)) return refuse('offer-stopped')
  const invitation = await findOwnInvitation(inForce, call)
  const quote = quoteForNewCustomer(terms, vehicle, dayOf(call.now), invitation?.by ?? null)
  if (quote.kind === 'unavailable') return refuse('rating-unavailable')
  const known = quote.kind === 'quoted'
  return {
    tableName: quote.table.tableName,
    tableFromOn: quote.table.effectiveFromOn,
    commercialPremiumFen: known ? quote.commercialPremiumFen : null,
    discountFen: known ? quote.discountFen : null,
    payableFen: known ? quote.payableFen : null,
    compulsoryPremiumFen: quote.compulsoryPremiumFen,
    statement: quote.statement,
    invitation,
    also: newCustomerOffers(terms).filter(({ rule }) => rule !== 'new-customer-discount'),
  }
})
