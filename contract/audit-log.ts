import * as v from 'valibot'
import { operation } from './operation'
import { countSchema, digestSchema, instantSchema } from './scalars'

const valueSchema = v.union([v.string(), v.number(), v.boolean(), v.null(), v.pipe(v.array(v.string()), v.readonly())])
const factsSchema = v.nullable(v.record(v.string(), valueSchema))

/** One act of staff, hash-chained to the one before it. */
export const auditEntrySchema = v.object({
  number: countSchema,
  at: instantSchema,
  /** `account` null: a tool with the environment's own credentials, or a timer. */
  who: v.object({ account: v.nullable(v.string()), name: v.string(), role: v.string() }),
  what: v.string(),
  object: v.object({ kind: v.string(), id: v.string() }),
  before: factsSchema,
  after: factsSchema,
  why: v.string(),
  requestId: v.string(),
  previousHash: digestSchema,
  hash: digestSchema,
})

export const chainPlaceSchema = v.object({ number: countSchema, hash: digestSchema })

/** A page of the chain as it is stored, for whoever checks it outside (`npm run audit:verify`). */
export const exportAudit = operation({
  name: 'audit.export',
  door: 'staff',
  input: v.strictObject({ after: countSchema }),
  output: v.object({
    entries: v.array(auditEntrySchema),
    /** Where the chain says that it stands: it must have this entry. Null while nothing was logged. */
    head: v.nullable(chainPlaceSchema),
  }),
})
