import * as v from 'valibot'
import { operation } from './operation'
import { policyAnswerSchema, policyMessageSchema } from './policy-message'
import { requestKeySchema } from './scalars'

/** Fifty million rows: no file of ours has more. */
const HIGHEST_PART = 100_000

/**
 * 上传保单文件: one part of it, in the form of a message of the core system; each event is answered for itself. The same part
 * again answers the same and changes nothing. The file stays in the browser: it knows the lines. (staff door)
 */
export const importPolicies = operation({
  name: 'policies.import',
  door: 'staff',
  input: v.strictObject({
    /** One for all parts of one upload. */
    importId: requestKeySchema,
    /** The first is 1. */
    part: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(HIGHEST_PART)),
    ...policyMessageSchema.entries,
  }),
  output: policyAnswerSchema,
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'input-invalid'],
})
