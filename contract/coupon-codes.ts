import * as v from 'valibot'
import { operation } from './operation'
import { lineProblemSchema } from './prize-sending'
import { countSchema } from './scalars'

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
