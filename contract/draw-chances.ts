import * as v from 'valibot'
import { operation } from './operation'
import { chancesSchema } from './prize-draw'
import { shareIdSchema } from './scalars'

/** The share sheet for Moments was opened: an intent, nobody can know more. Credits only in the mode `on-share`. */
export const reportShare = operation({
  name: 'draw-chances.share-opened',
  input: v.strictObject({ shareId: shareIdSchema }),
  output: v.object({ credited: v.boolean(), chances: chancesSchema }),
  refusals: ['campaign-not-published', 'not-signed-in', 'campaign-not-started', 'campaign-over', 'share-unknown'],
})

/** Somebody entered through a shared link. In the mode `on-visit` the sharer may get a chance; the visitor learns nothing of it. */
export const reportVisit = operation({
  name: 'draw-chances.visit',
  input: v.strictObject({
    shareId: shareIdSchema,
    scene: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(9999)),
  }),
  output: v.object({ counted: v.boolean() }),
  refusals: ['campaign-not-published', 'not-signed-in', 'campaign-not-started', 'campaign-over', 'share-unknown'],
})

/** A poster's 小程序码 for the customer's own share of today. */
export const makePoster = operation({
  name: 'draw-chances.poster',
  input: v.object({}),
  output: v.object({ shareId: shareIdSchema, codeUrl: v.string(), title: v.string(), lines: v.array(v.string()) }),
  refusals: ['campaign-not-published', 'not-signed-in', 'campaign-not-started', 'campaign-over', 'unavailable'],
})
