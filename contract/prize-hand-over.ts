import * as v from 'valibot'
import { isTrackingNumber } from '#values/carriers'
import { operation } from './operation'
import { carrierSchema, collectionStageSchema, collectionWaySchema } from './prize-collection'
import { reasonSchema } from './reason'
import { countSchema, daySchema, fenSchema, instantSchema, requestKeySchema } from './scalars'
import { shownCodeSchema } from './shown-code'

const benefitIdSchema = v.pipe(v.string(), v.maxLength(120))

/** Why a prize cannot be handed over here and now. */
const counterRefusals = [
  'campaign-not-published',
  'not-signed-in',
  'not-allowed',
  'code-unknown',
  'code-used',
  'code-expired',
  'prize-not-here',
  'prize-not-ready',
  'prize-handed-over',
] as const

/** Branch person: which prize a shown code is for. Changes nothing. (staff door) */
export const lookUpPrize = operation({
  name: 'prize-hand-over.look-up',
  door: 'staff',
  input: v.strictObject({ code: shownCodeSchema }),
  output: v.object({
    prizeName: v.string(),
    valueFen: fenSchema,
    /** Masked, to be compared with the person at the counter. */
    name: v.string(),
    phone: v.string(),
    now: instantSchema,
    validUntilAt: instantSchema,
  }),
  refusals: counterRefusals,
})

/** 当面发奖. Once, even at two counters at once; the same request key again answers the same. (staff door) */
export const handOverPrize = operation({
  name: 'prize-hand-over.in-person',
  door: 'staff',
  input: v.strictObject({ code: shownCodeSchema, requestKey: requestKeySchema }),
  output: v.object({
    benefitId: v.string(),
    prizeName: v.string(),
    name: v.string(),
    handedOverAt: instantSchema,
    where: v.string(),
  }),
  refusals: counterRefusals,
})

/** Today's hand-overs of this person's branch. (staff door) */
export const listHandOvers = operation({
  name: 'prize-hand-over.today',
  door: 'staff',
  input: v.object({}),
  output: v.object({
    where: v.string(),
    on: daySchema,
    handOvers: v.array(
      v.object({
        benefitId: v.string(),
        at: instantSchema,
        prizeName: v.string(),
        name: v.string(),
        /** By this person, and recent enough. */
        undoable: v.boolean(),
      }),
    ),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-allowed'],
})

/** Takes a hand-over back that was noted by mistake: the prize waits for its hand-over again. (staff door) */
export const undoHandOver = operation({
  name: 'prize-hand-over.undo',
  door: 'staff',
  input: v.strictObject({
    benefitId: benefitIdSchema,
    why: reasonSchema,
  }),
  output: v.object({}),
  refusals: ['not-signed-in', 'not-allowed', 'prize-unknown', 'hand-over-final'],
})

/** Which prizes a list of the console shows. */
export const prizeListSchema = v.picklist([
  'customer',
  'review',
  'to-send',
  'to-collect',
  'code-coming',
  'handed-over',
  'expired',
])
export type PrizeList = v.InferOutput<typeof prizeListSchema>

/** One prize as staff see it: masked. */
export const prizeItemSchema = v.object({
  benefitId: v.string(),
  version: countSchema,
  prizeId: v.string(),
  prizeName: v.string(),
  valueFen: fenSchema,
  wonAt: instantSchema,
  stage: collectionStageSchema,
  way: v.nullable(collectionWaySchema),
  /** Of an in-person collection. */
  branchName: v.nullable(v.string()),
  name: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  /** Province, city and district. */
  region: v.nullable(v.string()),
  hasIdNumber: v.boolean(),
  dueOn: v.nullable(daySchema),
  overdue: v.boolean(),
  returnedWhy: v.nullable(v.string()),
  handedOver: v.nullable(v.object({ at: instantSchema, how: v.string(), undoable: v.boolean() })),
})
export type PrizeItem = v.InferOutput<typeof prizeItemSchema>

/** A page of one list. A branch person sees what is collected at the own branch. (staff door) */
export const listPrizeItems = operation({
  name: 'prize-hand-over.list',
  door: 'staff',
  input: v.strictObject({
    list: prizeListSchema,
    prizeId: v.optional(v.pipe(v.string(), v.maxLength(32))),
    /** Where the page begins, as the page before said. */
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(160))), null),
  }),
  output: v.object({
    items: v.array(prizeItemSchema),
    /** Where the next page begins; null at the end. */
    next: v.nullable(v.string()),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-allowed'],
})

/** Every prize of the terms: its stock, its lists, its codes, and whether all of it adds up. (staff door) */
export const readPrizeOverview = operation({
  name: 'prize-hand-over.overview',
  door: 'staff',
  input: v.strictObject({}),
  output: v.object({
    prizes: v.array(
      v.object({
        prizeId: v.string(),
        name: v.string(),
        delivery: v.picklist(['coupon', 'goods']),
        quantity: countSchema,
        won: countSchema,
        left: countSchema,
        held: countSchema,
        returned: countSchema,
        holds: v.boolean(),
        waiting: v.object({ customer: countSchema, review: countSchema, handOver: countSchema }),
        handedOver: countSchema,
        overdue: countSchema,
        /** Null for goods. */
        codes: v.nullable(
          v.object({ uploaded: countSchema, assigned: countSchema, free: countSchema, missing: countSchema }),
        ),
      }),
    ),
    reconciledAt: v.nullable(instantSchema),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-allowed'],
})

const trackingNumberSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.check(isTrackingNumber, '单号为 8 到 24 位字母、数字或连字符'),
)

const sendRefusals = [
  'not-signed-in',
  'not-allowed',
  'campaign-not-published',
  'prize-unknown',
  'prize-not-ready',
  'prize-handed-over',
] as const

/** 寄出, one parcel. Noted again with the same number it is the same hand-over. (staff door) */
export const sendPrize = operation({
  name: 'prize-hand-over.send',
  door: 'staff',
  input: v.strictObject({ benefitId: benefitIdSchema, carrier: carrierSchema, trackingNumber: trackingNumberSchema }),
  output: v.object({ sentAt: instantSchema }),
  refusals: sendRefusals,
})

/** Where a line of an uploaded list is wrong. `column` null: the line as a whole. */
export const lineProblemSchema = v.object({ line: countSchema, column: v.nullable(v.string()), message: v.string() })
export type LineProblem = v.InferOutput<typeof lineProblemSchema>

/**
 * 批量寄出: a CSV with the columns 奖品单号, 承运商, 快递单号. A preview changes nothing; lines noted before stay as they are; a wrong
 * line stops no other. (staff door)
 */
export const sendPrizes = operation({
  name: 'prize-hand-over.send-list',
  door: 'staff',
  input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(600_000)), preview: v.boolean() }),
  output: v.object({
    lines: countSchema,
    /** Noted now, or would be. */
    sent: countSchema,
    /** Noted before with the same number. */
    repeated: countSchema,
    problems: v.array(lineProblemSchema),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'input-invalid'],
})

/** The parcels to be sent, in the clear, as the CSV that comes back with their numbers. Each is logged. (staff door) */
export const exportShippingList = operation({
  name: 'prize-hand-over.shipping-list',
  door: 'staff',
  input: v.strictObject({ why: reasonSchema }),
  output: v.object({ fileName: v.string(), text: v.string(), lines: countSchema }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published'],
})

/** One winner's details in the clear: logged, and told to whose they are. (staff door) */
export const revealCollection = operation({
  name: 'prize-hand-over.reveal',
  door: 'staff',
  input: v.strictObject({
    benefitId: benefitIdSchema,
    what: v.picklist(['recipient', 'id-number']),
    why: reasonSchema,
  }),
  output: v.object({ lines: v.array(v.object({ label: v.string(), value: v.string() })) }),
  refusals: ['not-signed-in', 'not-allowed', 'prize-unknown', 'collection-empty', 'too-many-look-ups'],
})

/**
 * 退回领奖信息: the winner reads why, corrects and submits again. Only what waits for review; what is wrong for good is refused there.
 * (staff door)
 */
export const sendBackCollection = operation({
  name: 'prize-hand-over.send-back',
  door: 'staff',
  input: v.strictObject({
    benefitId: benefitIdSchema,
    /** Of the ledger's entry as it was read. */
    version: countSchema,
    why: reasonSchema,
  }),
  output: v.object({ correctUntilOn: v.nullable(daySchema) }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'prize-unknown', 'collection-changed'],
})

/**
 * 上传券码清单: one code a line. Each code once, in all lists of the campaign; the same list again changes nothing. A preview changes
 * nothing. Wrong and repeated lines are named and stop no other. (staff door)
 */
export const uploadCodes = operation({
  name: 'coupon-codes.upload',
  door: 'staff',
  input: v.strictObject({
    prizeId: v.pipe(v.string(), v.maxLength(32)),
    text: v.pipe(v.string(), v.maxLength(600_000)),
    preview: v.boolean(),
  }),
  output: v.object({
    lines: countSchema,
    added: countSchema,
    /** Uploaded before for this prize. */
    known: countSchema,
    problems: v.array(lineProblemSchema),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'prize-not-coupon', 'input-invalid'],
})
