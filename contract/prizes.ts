import * as v from 'valibot'
import { campaignHeadSchema } from './campaign'
import { noticeSchema } from './notices'
import { operation } from './operation'
import { collectionStageSchema, collectionWaySchema } from './prize-collection'
import { prizeKindSchema } from './prize-draw'
import { fenSchema, instantSchema } from './scalars'

export const benefitStatusSchema = v.picklist(['pending', 'approved', 'fulfilled', 'refused', 'expired', 'clawed-back'])

/** 我的奖品: what the customer has won, its state and what comes next, the latest first. */
export const listMyPrizes = operation({
  name: 'prizes.mine',
  input: v.object({}),
  output: v.object({
    campaign: campaignHeadSchema,
    /** Whether the caller redeems vouchers at a branch or workshop: the page leads there then. */
    redeems: v.optional(v.boolean(), false),
    /** What the customer should know and has not put away, the latest first. */
    notices: v.optional(v.array(noticeSchema), []),
    prizes: v.array(
      v.object({
        benefitId: v.string(),
        prizeId: v.string(),
        kind: prizeKindSchema,
        name: v.string(),
        valueFen: fenSchema,
        status: benefitStatusSchema,
        /** How far it is on its way to the customer. */
        stage: collectionStageSchema,
        way: collectionWaySchema,
        wonAt: instantSchema,
        /** One sentence, from the terms: what happens next and by which day. */
        next: v.string(),
        /** The ledger's statement: the lines that explain the prize. */
        statement: v.array(v.object({ label: v.string(), value: v.string() })),
      }),
    ),
  }),
  refusals: ['campaign-not-published', 'not-signed-in'],
})
export type MyPrize = v.InferOutput<typeof listMyPrizes.output>['prizes'][number]
