import * as v from 'valibot'
import { operation } from './operation'
import { reasonSchema } from './reason'
import { benefitIdSchema, countSchema, daySchema } from './scalars'

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
