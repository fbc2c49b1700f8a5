import * as v from 'valibot'
import type { RefusalCode } from './refusals'

/** The only shape in which a door answers. `message` is Chinese and may be shown as it is. */
export type Reply<Data> =
  | { ok: true; data: Data }
  | { ok: false; code: RefusalCode; message: string; requestId: string; details?: FieldProblem[] }

/** Where an input was wrong, and what is wrong there. */
export interface FieldProblem {
  field: string
  message: string
}

/** What a page sends to a door. Identity is never part of it. */
export const requestSchema = v.object({
  operation: v.pipe(v.string(), v.maxLength(64)),
  input: v.optional(v.unknown(), {}),
})
