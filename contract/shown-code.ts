import * as v from 'valibot'
import { instantSchema } from './scalars'

/**
 * A short-lived code that a customer shows at a counter, as a QR picture and as twelve characters. The first says what it
 * opens, so that one scanner serves all: V a voucher, P a prize, C the customer.
 */
export const codeInitials = { voucher: 'V', prize: 'P', customer: 'C' } as const
export type ShownCodeKind = keyof typeof codeInitials

/** What a counter scanned or typed. */
export const shownCodeSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[0-9A-Z]{12}$/, '请扫码或输入 12 位券码'),
)

/** A code as the phone gets it. */
export const codeOnShowSchema = v.object({
  /** What the QR picture carries, and what can be typed when it cannot be scanned. */
  code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{12}$/)),
  /** The cloud's clock: the page counts down by the difference. */
  now: instantSchema,
  validUntilAt: instantSchema,
})
export type CodeOnShow = v.InferOutput<typeof codeOnShowSchema>

/** What a code opens; one that begins otherwise is looked up as a voucher's. */
export function kindOfCode(code: string): ShownCodeKind {
  if (code.startsWith(codeInitials.prize)) return 'prize'
  return code.startsWith(codeInitials.customer) ? 'customer' : 'voucher'
}
