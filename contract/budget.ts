import * as v from 'valibot'
import { operation } from './operation'
import { fenSchema, instantSchema } from './scalars'

export const budgetLineSchema = v.picklist([
  'premium-discounts',
  'premium-rebates',
  'service-packs',
  'gifts',
  'referral-rewards',
  'prizes-and-draw-platform',
  'promotion',
  'staff',
  'other',
])

/** 预算执行: the nine lines as planned, promised and paid (§8), as last counted. */
export const readBudget = operation({
  name: 'budget.read',
  door: 'staff',
  input: v.strictObject({}),
  output: v.object({
    now: instantSchema,
    /** Null before the first count: then nothing is known yet. */
    countedAt: v.nullable(instantSchema),
    lines: v.array(
      v.object({
        line: budgetLineSchema,
        plannedFen: fenSchema,
        /** Null where the ledger does not know the costs. */
        promisedFen: v.nullable(fenSchema),
        paidFen: v.nullable(fenSchema),
        /** Of what was paid: taken back since, and to be got back. */
        toRecoverFen: v.nullable(fenSchema),
      }),
    ),
    totalFen: fenSchema,
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})
