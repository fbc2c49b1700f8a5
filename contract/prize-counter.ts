import * as v from 'valibot'
import { operation } from './operation'
import { reasonSchema } from './reason'
import { benefitIdSchema, daySchema, fenSchema, instantSchema, requestKeySchema } from './scalars'
import { shownCodeSchema } from './shown-code'

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
