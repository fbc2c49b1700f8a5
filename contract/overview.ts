import * as v from 'valibot'
import { operation } from './operation'
import { countSchema, instantSchema } from './scalars'

/** Where an entry of the ledger stands until somebody acts; `customer` and `hold` wait for no member of staff. */
export const workListSchema = v.picklist(['customer', 'hold', 'to-verify', 'review', 'payout', 'hand-over'])
export type WorkList = v.InferOutput<typeof workListSchema>

/** 概览: how much waits in each work list and how much of it is late; a branch person's own branch alone. */
export const readOverview = operation({
  name: 'overview.read',
  door: 'staff',
  input: v.object({}),
  output: v.object({
    now: instantSchema,
    /** Whether this person sees the whole campaign: then the daily figures and the budget are theirs too. */
    seesCampaign: v.boolean(),
    work: v.array(v.object({ list: workListSchema, waiting: countSchema, overdue: countSchema })),
    /** Bookings (预约) that wait for a call: no entries of the ledger. */
    leads: v.object({ waiting: countSchema, overdue: countSchema }),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published'],
})
