import * as v from 'valibot'
import { isTrackingNumber } from '#values/carriers'
import { operation } from './operation'
import { carrierSchema } from './prize-collection'
import { reasonSchema } from './reason'
import { benefitIdSchema, countSchema, instantSchema } from './scalars'

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
