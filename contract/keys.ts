import * as v from 'valibot'
import { operation } from './operation'
import { countSchema } from './scalars'

/** Where a re-sealing stands: the collection, and the last document that was looked at. */
export const resealPlaceSchema = v.object({ collection: v.string(), after: v.string() })
export type ResealPlace = v.InferOutput<typeof resealPlaceSchema>

/** Seals one page of documents anew under the current key. Repeated from `next` until that is null; safe to break off. */
export const resealPage = operation({
  name: 'keys.reseal',
  /** Null begins at the beginning. */
  input: v.strictObject({ from: v.nullable(resealPlaceSchema) }),
  output: v.object({
    looked: countSchema,
    resealed: countSchema,
    next: v.nullable(resealPlaceSchema),
  }),
  refusals: ['input-invalid'],
})
