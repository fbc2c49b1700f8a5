import * as v from 'valibot'
import { operation } from './operation'
import { countSchema, digestSchema, fenSchema, instantSchema, payoutWaySchema, requestKeySchema } from './scalars'

export const batchStateSchema = v.picklist(['building', 'draft', 'approved', 'released', 'reconciled', 'cancelled'])
export const payoutLineStateSchema = v.picklist(['waiting', 'withdrawn', 'sent', 'paid', 'failed', 'unknown'])

export type PayoutWay = v.InferOutput<typeof payoutWaySchema>
const chosenWay = v.optional(payoutWaySchema, 'bank-file')

const actSchema = v.object({ name: v.string(), at: instantSchema })
const batchIdSchema = v.pipe(v.string(), v.regex(/^P[0-9A-F]{12}$/, '批次号不正确'))
const reasonSchema = v.pipe(v.string(), v.trim(), v.minLength(4, '请写明原因，至少 4 个字'), v.maxLength(200))

/** A batch as the console shows it. */
export const payoutBatchSchema = v.object({
  batchId: v.string(),
  way: payoutWaySchema,
  state: batchStateSchema,
  count: countSchema,
  grossFen: fenSchema,
  withheldFen: fenSchema,
  netFen: fenSchema,
  /** SHA-256 of all that it pays to whom: what approvers approve. */
  hash: v.string(),
  built: actSchema,
  approvals: v.array(actSchema),
  needed: countSchema,
  released: v.nullable(actSchema),
  /** SHA-256 of the bank file's bytes; null before release, and where there is none. */
  fileHash: v.nullable(v.string()),
  cancelled: v.nullable(v.object({ ...actSchema.entries, why: v.string() })),
  paid: countSchema,
  failed: countSchema,
  unknown: countSchema,
  /** Built by the one who asks: then somebody else has to approve. */
  own: v.boolean(),
  /** Approved by the one who asks. */
  approvedByMe: v.boolean(),
  /** Built or released by the one who asks: then somebody else of finance imports the bank's results. */
  resultsByAnother: v.boolean(),
})
export type PayoutBatch = v.InferOutput<typeof payoutBatchSchema>

/** Paid before, and it failed: which payment this is, from 2, and why the last one failed. Null for a first one. */
const againSchema = v.nullable(v.object({ nth: countSchema, why: v.string() }))

/** Batches of every campaign, the latest first: money that is on its way outlives its campaign. */
export const listPayouts = operation({
  name: 'payout.list',
  door: 'staff',
  input: v.strictObject({ cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(20))), null) }),
  output: v.object({
    batches: v.array(payoutBatchSchema),
    next: v.nullable(v.string()),
    now: instantSchema,
  }),
  refusals: ['not-allowed'],
})

const totalsSchema = v.object({ count: countSchema, grossFen: fenSchema, withheldFen: fenSchema, netFen: fenSchema })

/** What a batch built now would pay. Changes nothing. */
export const previewPayout = operation({
  name: 'payout.preview',
  door: 'staff',
  input: v.strictObject({ way: chosenWay }),
  output: v.object({
    /** The ways that the terms allow; `off`: why one cannot be taken now. */
    ways: v.array(v.object({ way: payoutWaySchema, off: v.nullable(v.string()) })),
    totals: totalsSchema,
    /** How many people have to approve it beside its builder. */
    needed: countSchema,
    lines: v.array(
      v.object({
        benefitId: v.string(),
        title: v.string(),
        who: v.string(),
        account: v.string(),
        netFen: fenSchema,
        again: againSchema,
      }),
    ),
    /** What waits and is left out, and why. */
    skipped: v.array(v.object({ benefitId: v.string(), title: v.string(), who: v.string(), why: v.string() })),
    /** More wait than one batch takes. */
    more: v.boolean(),
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})

/** Builds a batch. Each benefit is held by at most one open batch, also when two build at once. */
export const buildPayout = operation({
  name: 'payout.build',
  door: 'staff',
  input: v.strictObject({ requestKey: requestKeySchema, way: chosenWay }),
  output: v.object({ batch: payoutBatchSchema }),
  refusals: ['campaign-not-published', 'not-allowed', 'payout-nothing', 'payout-way-off', 'busy'],
})

export const readPayout = operation({
  name: 'payout.read',
  door: 'staff',
  input: v.strictObject({ batchId: batchIdSchema }),
  output: v.object({
    batch: payoutBatchSchema,
    lines: v.array(
      v.object({
        number: countSchema,
        benefitId: v.string(),
        who: v.string(),
        /** 中国工商银行 尾号 0000. */
        account: v.string(),
        grossFen: fenSchema,
        withheldFen: fenSchema,
        netFen: fenSchema,
        state: payoutLineStateSchema,
        /** Why it failed or is not known; the bank's reference where it was paid. */
        said: v.nullable(v.string()),
        again: againSchema,
        /** WeChat will not take it: the one who asks may give it up (`payout.fail-line`). */
        mayFail: v.boolean(),
      }),
    ),
    imports: v.array(
      v.object({
        ...actSchema.entries,
        hash: v.string(),
        paid: countSchema,
        failed: countSchema,
        unknown: countSchema,
      }),
    ),
  }),
  refusals: ['not-allowed', 'payout-unknown'],
})

const changed = ['not-allowed', 'payout-unknown', 'payout-changed', 'busy'] as const

/** 复核: by another than the builder, of exactly what was shown (`hash`). */
export const approvePayout = operation({
  name: 'payout.approve',
  door: 'staff',
  input: v.strictObject({ batchId: batchIdSchema, hash: digestSchema }),
  output: v.object({ batch: payoutBatchSchema }),
  refusals: [...changed, 'payout-own', 'payout-approved-before', 'payout-concerns-yourself', 'payout-state'],
})

/** Before release: the benefits can be paid by another batch. */
export const cancelPayout = operation({
  name: 'payout.cancel',
  door: 'staff',
  input: v.strictObject({ batchId: batchIdSchema, reason: reasonSchema }),
  output: v.object({ batch: payoutBatchSchema }),
  refusals: [...changed, 'payout-state'],
})

/** 放行: makes the file, or lets WeChat be asked for the transfers. Once; again it answers what was released. */
export const releasePayout = operation({
  name: 'payout.release',
  door: 'staff',
  input: v.strictObject({ batchId: batchIdSchema, hash: digestSchema }),
  output: v.object({ batch: payoutBatchSchema }),
  refusals: [...changed, 'payout-state', 'payout-line-changed', 'payout-way-off'],
})

/** The bank's file of a released batch, the same bytes each time. Every account in it is logged as looked at. */
export const downloadPayoutFile = operation({
  name: 'payout.file',
  door: 'staff',
  input: v.strictObject({ batchId: batchIdSchema }),
  output: v.object({ name: v.string(), base64: v.string(), hash: digestSchema, count: countSchema, netFen: fenSchema }),
  refusals: ['not-allowed', 'payout-unknown', 'payout-state', 'payout-changed'],
})

/** Takes in the bank's results, by neither who built the batch nor who released it. All of a file or nothing of it; the same file again changes nothing. */
export const importPayoutResults = operation({
  name: 'payout.import-results',
  door: 'staff',
  input: v.strictObject({
    batchId: batchIdSchema,
    base64: v.pipe(v.string(), v.base64('文件没有传完整'), v.maxLength(900_000, '文件过大')),
  }),
  output: v.object({
    batch: payoutBatchSchema,
    /** Where the file is wrong, by line and column: then nothing was taken in. */
    problems: v.array(v.object({ line: countSchema, column: countSchema, message: v.string() })),
    /** The same file had been taken in before. */
    again: v.boolean(),
  }),
  refusals: ['not-allowed', 'payout-unknown', 'payout-own-results', 'payout-state', 'busy'],
})

/**
 * 标记失败: of a transfer that WeChat refuses to make, by neither who built the batch nor who released it. Stops asking for it, then asks
 * WeChat: only what it does not know is failed, and goes back to the customer with the reason.
 */
export const failPayoutLine = operation({
  name: 'payout.fail-line',
  door: 'staff',
  input: v.strictObject({ batchId: batchIdSchema, number: countSchema, reason: reasonSchema }),
  output: v.object({ batch: payoutBatchSchema }),
  refusals: [
    'not-allowed',
    'payout-unknown',
    'payout-own-results',
    'payout-state',
    'payout-way-off',
    'payout-line-not-refused',
    'payout-line-just-asked',
    'payout-line-unanswered',
    'payout-line-taken',
  ],
})
