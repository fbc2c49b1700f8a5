import * as v from 'valibot'
import { receivedInvitationSchema } from './invitation'
import { publishedOfferSchema, statementLineSchema } from './offers'
import { operation } from './operation'
import { countSchema, daySchema, fenSchema } from './scalars'
import { drivingRegionSchema, usageNatureSchema, vehicleTypeSchema } from './vehicle'

/** 试算 for a new customer (§5.1.1). Indicative: the core system's premium is final. */
export const quotePremium = operation({
  name: 'quote.premium',
  input: v.strictObject({
    vehicleType: vehicleTypeSchema,
    usageNature: usageNatureSchema,
    drivingRegion: drivingRegionSchema,
    claimsLastYear: v.union([v.pipe(countSchema, v.maxValue(20, '最多填 20 次')), v.literal('unknown')]),
  }),
  output: v.object({
    tableName: v.string(),
    tableFromOn: daySchema,
    /** Before the discount. Null while the claims are unknown (待核实). */
    commercialPremiumFen: v.nullable(fenSchema),
    discountFen: v.nullable(fenSchema),
    payableFen: v.nullable(fenSchema),
    /** Apart, never discounted. */
    compulsoryPremiumFen: fenSchema,
    statement: v.array(statementLineSchema),
    /** §5.3 Who invited this customer: the further discount is in the statement. */
    invitation: v.nullable(receivedInvitationSchema),
    /** What else joining gives. */
    also: v.array(publishedOfferSchema),
  }),
  refusals: [
    'campaign-not-published',
    'not-signed-in',
    'campaign-over',
    'offer-not-enabled',
    'campaign-stopped',
    'offer-stopped',
    'rating-unavailable',
  ],
})
export type Quote = v.InferOutput<typeof quotePremium.output>
