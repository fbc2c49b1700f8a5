import * as v from 'valibot'
import { operation } from './operation'
import { drawStopsSchema, receiptSchema, whenOutSchema } from './prize-draw'
import { countSchema, daySchema, digestSchema, instantSchema, ppmSchema } from './scalars'

/** Publishes a campaign file. The same file again answers the same; a published version is never changed. */
export const publishCampaign = operation({
  name: 'campaign.publish',
  input: v.strictObject({ file: v.pipe(v.string(), v.maxLength(200)), text: v.string() }),
  output: v.object({
    campaignId: v.string(),
    version: countSchema,
    hash: digestSchema,
    commitment: digestSchema,
    /** False when these terms had been published before. */
    isNew: v.boolean(),
  }),
  refusals: ['terms-invalid', 'terms-after-start', 'terms-other-campaign', 'terms-former-open'],
})

/** Everything a day's draws can be checked with, without a name or an openid (tools/verify-draw.mjs). */
export const exportDay = operation({
  name: 'prize-draw.export-day',
  input: v.strictObject({ on: daySchema }),
  output: v.object({
    campaignId: v.string(),
    /** The campaign's first day: the day's number, by which its seed leads to the commitment, is counted from it. */
    startsOn: daySchema,
    on: daySchema,
    dayNumber: v.number(),
    commitment: digestSchema,
    seed: v.nullable(digestSchema),
    exportedAt: instantSchema,
    whenOut: whenOutSchema,
    stops: drawStopsSchema,
    odds: v.array(v.object({ prizeId: v.string(), name: v.string(), oddsPpm: ppmSchema, quantity: countSchema })),
    draws: v.array(receiptSchema),
  }),
  refusals: ['campaign-not-published'],
})
export type DayExport = v.InferOutput<typeof exportDay.output>
