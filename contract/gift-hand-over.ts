import * as v from 'valibot'
import { operation } from './operation'
import { reasonSchema } from './reason'
import { benefitIdSchema, daySchema, instantSchema, requestKeySchema } from './scalars'
import { shownCodeSchema } from './shown-code'

/**
 * 交付礼品, to the customer whose 我的身份码 it is. Once, even at two counters at once; the same request key again answers the
 * same. (staff door)
 */
export const handOverGift = operation({
  name: 'gift-hand-over.in-person',
  door: 'staff',
  input: v.strictObject({ benefitId: benefitIdSchema, code: shownCodeSchema, requestKey: requestKeySchema }),
  output: v.object({
    benefitId: v.string(),
    giftName: v.string(),
    /** Masked. */
    name: v.string(),
    handedOverAt: instantSchema,
    where: v.string(),
  }),
  refusals: [
    'campaign-not-published',
    'not-signed-in',
    'not-allowed',
    'code-unknown',
    'code-expired',
    'gift-unknown',
    'gift-not-here',
    'gift-not-ready',
    'gift-handed-over',
  ],
})

/** Takes a hand-over back that was noted by mistake: the gift waits for its hand-over again. (staff door) */
export const undoGiftHandOver = operation({
  name: 'gift-hand-over.undo',
  door: 'staff',
  input: v.strictObject({ benefitId: benefitIdSchema, why: reasonSchema }),
  output: v.object({}),
  refusals: ['not-signed-in', 'not-allowed', 'gift-unknown', 'hand-over-final'],
})

/** Which gifts a list shows. */
export const giftListSchema = v.picklist(['waiting', 'handed-over'])
export type GiftList = v.InferOutput<typeof giftListSchema>

/** One gift as staff see it: masked. */
export const giftItemSchema = v.object({
  /** Sealed for who may see no policy number. */
  benefitId: v.string(),
  /** What it is called in a file that is taken out: the same each time. */
  number: v.string(),
  giftName: v.string(),
  /** What it comes from: 续保专属礼品. */
  title: v.string(),
  name: v.string(),
  plate: v.string(),
  branchName: v.string(),
  waitsSince: instantSchema,
  dueOn: v.nullable(daySchema),
  overdue: v.boolean(),
  /** Null while it waits. */
  handedOver: v.nullable(
    v.object({
      at: instantSchema,
      how: v.string(),
      /** By whoever asks, and recent enough. */
      undoable: v.boolean(),
    }),
  ),
})
export type GiftItem = v.InferOutput<typeof giftItemSchema>

/** A page of one list; somebody of a branch sees the own branch's. What waits longest, or was handed over last, comes first. (staff door) */
export const listGifts = operation({
  name: 'gift-hand-over.list',
  door: 'staff',
  input: v.strictObject({
    list: giftListSchema,
    /** Where the page begins, as the page before said. */
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(300))), null),
  }),
  output: v.object({
    items: v.array(giftItemSchema),
    /** Where the next page begins; null at the end. */
    next: v.nullable(v.string()),
    now: instantSchema,
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-allowed'],
})
