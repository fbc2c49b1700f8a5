import * as v from 'valibot'
import { operation } from './operation'
import { collectionStageSchema, collectionWaySchema } from './prize-collection'
import { countSchema, daySchema, fenSchema, instantSchema } from './scalars'

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
