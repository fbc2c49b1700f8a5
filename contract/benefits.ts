import * as v from 'valibot'
import { statementLineSchema } from './offers'
import { operation } from './operation'
import { workListSchema } from './overview'
import { benefitStatusSchema } from './prizes'
import { benefitFormSchema, reviewedRuleSchema } from './review'
import { countSchema, daySchema, fenSchema, instantSchema } from './scalars'

/** The plan's lines of the budget (§8) that the ledger charges. */
export const ledgerLineSchema = v.picklist([
  'premium-discounts',
  'premium-rebates',
  'service-packs',
  'gifts',
  'referral-rewards',
  'prizes-and-draw-platform',
])

/** What of the ledger is asked for; nothing said is everything. */
const ledgerFilterSchema = v.strictObject({
  waits: v.optional(workListSchema),
  status: v.optional(benefitStatusSchema),
  rule: v.optional(reviewedRuleSchema),
  line: v.optional(ledgerLineSchema),
  branchCode: v.optional(v.pipe(v.string(), v.maxLength(20))),
  /** Only what was promised for yesterday or earlier, and is not given; in review or 待核实, what waits longer than reviewing may take. */
  overdue: v.optional(v.boolean(), false),
})
export type LedgerFilter = v.InferOutput<typeof ledgerFilterSchema>

export const ledgerItemSchema = v.object({
  /** Sealed for who may see no policy number. */
  benefitId: v.string(),
  /** What it is called in a file that is taken out: the same each time. */
  number: v.string(),
  rule: reviewedRuleSchema,
  form: benefitFormSchema,
  title: v.string(),
  clause: v.string(),
  line: ledgerLineSchema,
  /** Masked. */
  who: v.string(),
  plate: v.nullable(v.string()),
  branchName: v.nullable(v.string()),
  /** Null while it is to be verified. */
  amountFen: v.nullable(fenSchema),
  costFen: v.nullable(fenSchema),
  grantedAt: instantSchema,
  status: benefitStatusSchema,
  waits: v.nullable(workListSchema),
  /** Since when it stands where it does. */
  waitsSince: instantSchema,
  /** By when the customer is promised to have it. */
  dueOn: v.nullable(daySchema),
})
export type LedgerItem = v.InferOutput<typeof ledgerItemSchema>

/** 权益台账: all that the campaign gives, the latest first, a page at a time; a branch person's own branch alone. */
export const listBenefits = operation({
  name: 'benefits.list',
  door: 'staff',
  input: v.strictObject({
    filter: ledgerFilterSchema,
    /** Where the page before ended. */
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300))), null),
  }),
  output: v.object({ items: v.array(ledgerItemSchema), next: v.nullable(v.string()), now: instantSchema }),
  refusals: ['campaign-not-published', 'not-allowed'],
})

/** How many these are and what they come to; once for a filter, however many pages are turned. */
export const sumBenefits = operation({
  name: 'benefits.sum',
  door: 'staff',
  input: v.strictObject({ filter: ledgerFilterSchema }),
  output: v.object({
    count: countSchema,
    /** Without those that have no figure yet. */
    amountFen: fenSchema,
    costFen: fenSchema,
    /** How many have no figure yet. */
    unknown: countSchema,
    /** Those that this person may choose from. */
    branches: v.array(v.object({ branchCode: v.string(), name: v.string() })),
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})

/** One of them: how its amount came about, what became of it, what it waits for. */
export const readBenefit = operation({
  name: 'benefits.read',
  door: 'staff',
  input: v.strictObject({ benefitId: v.pipe(v.string(), v.minLength(1), v.maxLength(280)) }),
  output: v.object({
    item: ledgerItemSchema,
    holdUntil: v.nullable(instantSchema),
    /** What the customer has still to tell. */
    customerOwes: v.nullable(v.picklist(['details', 'account'])),
    /** A fact that is missing; null where there is a figure. */
    missing: v.nullable(v.string()),
    needsReview: v.nullable(v.string()),
    /** Last day on which it can be used. */
    expiresOn: v.nullable(daySchema),
    termsVersion: countSchema,
    risk: v.nullable(v.object({ score: countSchema, reasons: v.array(v.string()) })),
    statement: v.array(statementLineSchema),
    /** The latest first. */
    history: v.array(
      v.object({ status: benefitStatusSchema, at: instantSchema, by: v.string(), why: v.nullable(v.string()) }),
    ),
    now: instantSchema,
  }),
  refusals: ['campaign-not-published', 'not-allowed', 'benefit-unknown'],
})
