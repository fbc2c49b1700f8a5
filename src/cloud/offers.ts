import { openOffers } from '#contract/offers'
import type { OutputOf } from '#contract/operation'
import { useReading } from './use-reading'

export type { Offer, OfferRule, PublishedOffer, StatementLine, VehicleCard } from '#contract/offers'
export type OffersView = OutputOf<typeof openOffers>
export type BoundView = NonNullable<OffersView['bound']>

/** 优惠: what the campaign offers and, once a policy is bound, every vehicle with what is due and promised. */
export const useOffers = () => useReading(openOffers, {})
