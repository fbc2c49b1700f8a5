import * as v from 'valibot'
import { campaignHeadSchema } from './campaign'
import { receivedInvitationSchema } from './invitation'
import { askableTemplateSchema } from './notices'
import { operation } from './operation'
import { benefitStatusSchema } from './prizes'
import { countSchema, daySchema, fenSchema, instantSchema } from './scalars'

/**
 * A line of the statement that explains an amount. The (signed) amounts of the `part` lines add up to that of the one
 * `result` line; `fact` lines say what it rests on, `advice` lines what would have changed it.
 */
export const statementLineSchema = v.object({
  kind: v.picklist(['fact', 'part', 'result', 'advice']),
  /** What the line is, e.g. 续保基准折扣. */
  label: v.string(),
  /** The figure or the words shown beside it, e.g. 9 折. */
  value: v.string(),
  /** The campaign plan's clause, e.g. §5.2.1; null where the line comes from the policy or the law. */
  clause: v.nullable(v.string()),
  amountFen: v.nullable(v.pipe(v.number(), v.integer())),
  /** A full sentence where one is needed: why, or what would have changed it. */
  note: v.nullable(v.string()),
})
export type StatementLine = v.InferOutput<typeof statementLineSchema>

export const offerRuleSchema = v.picklist([
  'new-customer-discount',
  'first-year-rebate',
  'service-pack',
  'renewal-discount',
  'renewal-rebate',
  'gift',
  'referral-reward',
])
export type OfferRule = v.InferOutput<typeof offerRuleSchema>

/** How a benefit comes to the customer: off today's premium, off next year's, to the bank account, as a thing, as a service. */
export const offerFormSchema = v.picklist(['discount', 'set-off', 'cash', 'gift', 'service'])

/** One benefit on a policy. `to-verify` (待核实) and `stopped` (暂停) have no figure: `amountFen` is null and the statement says what is missing. */
export const offerSchema = v.object({
  /** Null while it is only foreseen (a renewal not yet made). */
  benefitId: v.nullable(v.string()),
  rule: offerRuleSchema,
  clause: v.string(),
  title: v.string(),
  form: offerFormSchema,
  state: v.variant('kind', [
    /** What the customer would get on renewing now, from the present facts: no promise. */
    v.object({ kind: v.literal('foreseen') }),
    v.object({ kind: v.literal('to-verify'), missing: v.string() }),
    /** Staff have stopped the offer: it is decided when they start it again. */
    v.object({ kind: v.literal('stopped') }),
    v.object({ kind: v.literal('not-given'), reason: v.string() }),
    v.object({ kind: v.literal('given'), status: benefitStatusSchema, since: instantSchema }),
  ]),
  amountFen: v.nullable(fenSchema),
  giftName: v.nullable(v.string()),
  /** Day by which it reaches the customer, where the terms promise one. */
  dueOn: v.nullable(daySchema),
  /** Last day on which it can be used. */
  expiresOn: v.nullable(daySchema),
  /** One sentence: what happens next, or what would have changed it. */
  next: v.string(),
  statement: v.array(statementLineSchema),
  /** A gift that is to be got ready: the message that may be asked for on a tap. Empty for all else, and where none is set up. */
  messages: v.optional(v.array(askableTemplateSchema), []),
})
export type Offer = v.InferOutput<typeof offerSchema>

export const plateKindSchema = v.picklist(['blue', 'green', 'yellow', 'white', 'black', 'none'])

/** A vehicle of the bound holder with its latest policy. Personal data masked. */
export const vehicleCardSchema = v.object({
  vehicleId: v.string(),
  /** Masked, e.g. 京A·8***1; 未上牌 where there is none. */
  plate: v.string(),
  plateKind: plateKindSchema,
  vehicleType: v.string(),
  policyNumber: v.string(),
  policyState: v.picklist(['in-force', 'expired', 'cancelled']),
  coverStartsOn: daySchema,
  coverEndsOn: daySchema,
  commercialPremiumFen: fenSchema,
  compulsoryPremiumFen: fenSchema,
  /** In this policy's own period: what renewing rests on. */
  claimsSoFar: v.union([countSchema, v.literal('unknown')]),
  /** Null when no renewal falls into the campaign; else what renewing changes. */
  renewal: v.nullable(
    v.object({
      /** Renewal is offered from and until these days (both included). */
      fromOn: daySchema,
      untilOn: daySchema,
      premiumBeforeFen: fenSchema,
      /** Null while a fact is missing (待核实). */
      premiumAfterFen: v.nullable(fenSchema),
      offers: v.array(offerSchema),
    }),
  ),
  offers: v.array(offerSchema),
})
export type VehicleCard = v.InferOutput<typeof vehicleCardSchema>

/** One published offer as everybody may read it, before any binding. */
export const publishedOfferSchema = v.object({
  rule: offerRuleSchema,
  clause: v.string(),
  title: v.string(),
  /** The figure that matters, e.g. 9.5 折, 最高 5%. */
  figure: v.string(),
  sentence: v.string(),
  /** What limits it, beside it and never hidden. */
  limits: v.array(v.string()),
})
export type PublishedOffer = v.InferOutput<typeof publishedOfferSchema>

/** 优惠 tab in one call: what the campaign offers and, once bound, every vehicle with its benefits. Needs a login. */
export const openOffers = operation({
  name: 'offers.open',
  input: v.object({}),
  output: v.object({
    campaign: campaignHeadSchema,
    now: instantSchema,
    newCustomer: v.array(publishedOfferSchema),
    renewing: v.array(publishedOfferSchema),
    /** §5.3 Who invited this customer, and what it adds; null when nobody did, or the customer has a policy. */
    invitation: v.nullable(receivedInvitationSchema),
    /** §5.3 What bringing somebody is worth; null while it is not offered. */
    referral: v.nullable(v.object({ reward: v.string() })),
    /** Null until a policy is bound. */
    bound: v.nullable(
      v.object({
        holderName: v.string(),
        phone: v.string(),
        vehicles: v.array(vehicleCardSchema),
        /** Cash rebates wait for it; null while none is named. */
        bankAccount: v.nullable(v.object({ bankName: v.string(), tail: v.string() })),
        /** Waits for this WeChat account to confirm it (商家转账); nothing most of the time. */
        toConfirmFen: fenSchema,
        /** True when a cash rebate is given or foreseen. */
        needsBankAccount: v.boolean(),
      }),
    ),
  }),
  refusals: ['campaign-not-published', 'not-signed-in'],
})
