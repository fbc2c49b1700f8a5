import * as v from 'valibot'
import { statementLineSchema } from './offers'
import { operation } from './operation'
import { benefitStatusSchema } from './prizes'
import { benefitIdSchema, countSchema, daySchema, fenSchema, instantSchema, requestKeySchema } from './scalars'

/** What is reviewed, by the rule that gave it. */
export const reviewedRuleSchema = v.picklist([
  'new-customer-discount',
  'first-year-rebate',
  'service-pack',
  'renewal-discount',
  'renewal-rebate',
  'gift',
  'referral-reward',
  'prize-draw',
])

/** How a benefit reaches the customer. */
export const benefitFormSchema = v.picklist(['discount', 'set-off', 'cash', 'gift', 'service', 'coupon', 'goods'])

/** Why this person cannot decide it. */
export const reviewRefusalSchema = v.picklist(['not-waiting', 'own', 'other-branch', 'being-paid'])

const reasonSchema = v.pipe(v.string(), v.trim(), v.minLength(4, '请写明原因，至少 4 个字'), v.maxLength(200))

export const reviewItemSchema = v.object({
  benefitId: v.string(),
  /** A decision names the one it was made on. */
  version: countSchema,
  rule: reviewedRuleSchema,
  form: benefitFormSchema,
  title: v.string(),
  clause: v.string(),
  /** Masked. */
  who: v.string(),
  plate: v.nullable(v.string()),
  branchName: v.nullable(v.string()),
  /** Null while it is to be verified. */
  amountFen: v.nullable(fenSchema),
  /** Since when it waits. */
  since: instantSchema,
  /** The last day on which it may be reviewed in time (§7); null where the working days are not known yet. */
  reviewDueOn: v.nullable(daySchema),
  overdue: v.boolean(),
  /** By when the customer is promised to have it. */
  dueOn: v.nullable(daySchema),
  status: benefitStatusSchema,
  /** Facts changed after it was given: what a person must look at. */
  needsReview: v.nullable(v.string()),
  risk: v.nullable(v.object({ score: countSchema, reasons: v.array(v.string()) })),
  refusal: v.nullable(reviewRefusalSchema),
})
export type ReviewItem = v.InferOutput<typeof reviewItemSchema>

/** 待审核: the longest waiting first, a page at a time. */
export const listReviews = operation({
  name: 'review.list',
  door: 'staff',
  input: v.strictObject({
    rule: v.optional(reviewedRuleSchema),
    branchCode: v.optional(v.pipe(v.string(), v.maxLength(20))),
    /** Only those whose risk score reaches the terms' limit. */
    risky: v.optional(v.boolean(), false),
    /** Only those that should have been reviewed by yesterday. */
    overdue: v.optional(v.boolean(), false),
    /** Where the page before ended. */
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), null),
  }),
  output: v.object({
    items: v.array(reviewItemSchema),
    next: v.nullable(v.string()),
    /** Of these filters. */
    total: countSchema,
    overdueTotal: countSchema,
    /** Those that this person may choose from. */
    branches: v.array(v.object({ branchCode: v.string(), name: v.string() })),
    now: instantSchema,
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})

/** One of them with all that a decision rests on. */
export const readReview = operation({
  name: 'review.read',
  door: 'staff',
  input: v.strictObject({ benefitId: benefitIdSchema }),
  output: v.object({
    item: reviewItemSchema,
    statement: v.array(statementLineSchema),
    /** The policy, the holder, the prize, the collection details: masked. */
    evidence: v.array(v.object({ label: v.string(), value: v.string() })),
    /** What became of it so far, the latest first. */
    history: v.array(
      v.object({
        status: benefitStatusSchema,
        at: instantSchema,
        /** By name; 系统 where a rule decided. */
        by: v.string(),
        why: v.nullable(v.string()),
      }),
    ),
    /** Until when whoever asks may take the own decision back; null where there is none, or it stands. */
    takeBackUntilAt: v.nullable(instantSchema),
    now: instantSchema,
  }),
  refusals: ['campaign-not-published', 'not-allowed', 'benefit-unknown'],
})

export const reviewVerdictSchema = v.picklist(['approve', 'refuse'])
const chosenSchema = v.pipe(
  v.array(v.strictObject({ benefitId: benefitIdSchema, version: countSchema })),
  v.minLength(1, '请先选择'),
  v.maxLength(50, '一次最多 50 笔'),
)

/** What deciding these would do. Changes nothing. */
export const previewReviews = operation({
  name: 'review.preview',
  door: 'staff',
  input: v.strictObject({ items: chosenSchema, verdict: reviewVerdictSchema }),
  output: v.object({
    count: countSchema,
    sumFen: fenSchema,
    /** The same by title. */
    groups: v.array(v.object({ title: v.string(), count: countSchema, sumFen: fenSchema })),
    skipped: v.array(v.object({ benefitId: v.string(), title: v.string(), who: v.string(), why: v.string() })),
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})

/** `done` also where the same request had done it before. */
export const reviewOutcomeSchema = v.picklist([
  'done',
  'changed',
  'not-waiting',
  'own',
  'other-branch',
  'being-paid',
  'unknown',
])
export type ReviewOutcome = v.InferOutput<typeof reviewOutcomeSchema>

/** Approves or refuses, one or many, each by itself: of two reviewers at once exactly one wins. */
export const decideReviews = operation({
  name: 'review.decide',
  door: 'staff',
  input: v.strictObject({
    items: chosenSchema,
    verdict: reviewVerdictSchema,
    /** The customer reads a refusal's. */
    reason: reasonSchema,
    requestKey: requestKeySchema,
  }),
  output: v.object({
    /** `version` is what the decision made; it names it should it be taken back. */
    outcomes: v.array(v.object({ benefitId: v.string(), version: countSchema, outcome: reviewOutcomeSchema })),
    /** Until when it can be taken back, while nothing else happens to it. */
    takeBackUntilAt: instantSchema,
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})

export const takeBackOutcomeSchema = v.picklist(['done', 'changed', 'too-late', 'not-yours', 'gift-out', 'unknown'])

/** What the reviewer decided in the last ten minutes and may still take back, the latest first. */
export const listOwnDecisions = operation({
  name: 'review.own-decisions',
  door: 'staff',
  input: v.strictObject({}),
  output: v.object({
    items: v.array(v.object({ ...reviewItemSchema.entries, takeBackUntilAt: instantSchema })),
    now: instantSchema,
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})
export type OwnDecision = v.InferOutput<typeof listOwnDecisions.output>['items'][number]

/** Takes one's own decisions back within ten minutes, while nothing happened since: they wait for review again. */
export const takeBackReviews = operation({
  name: 'review.take-back',
  door: 'staff',
  input: v.strictObject({
    items: chosenSchema,
    /** Not asked of who takes it back at once. */
    reason: v.optional(reasonSchema, '审核人撤回'),
    requestKey: requestKeySchema,
  }),
  output: v.object({ outcomes: v.array(v.object({ benefitId: v.string(), outcome: takeBackOutcomeSchema })) }),
  refusals: ['campaign-not-published', 'not-allowed'],
})
