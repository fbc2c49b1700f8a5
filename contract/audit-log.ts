import * as v from 'valibot'
import { type AuditedAct, type AuditedKind, auditedActs, auditedKinds } from './audit'
import { operation } from './operation'
import { countSchema, daySchema, digestSchema, instantSchema } from './scalars'

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

const keysOf = <Key extends string>(texts: Readonly<Record<Key, string>>) => Object.keys(texts) as Key[]

const own = ['not-signed-in', 'not-allowed'] as const
const text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))

/** Searched by who, what, which object, day and request; the latest first, 30 at a time. */
export const searchAudit = operation({
  name: 'audit.search',
  door: 'staff',
  input: v.strictObject({
    account: v.optional(v.string()),
    what: v.optional(v.picklist(keysOf<AuditedAct>(auditedActs))),
    kind: v.optional(v.picklist(keysOf<AuditedKind>(auditedKinds))),
    id: v.optional(text),
    on: v.optional(daySchema),
    requestId: v.optional(text),
    /** Those with smaller numbers; null begins with the latest. */
    before: v.nullable(countSchema),
  }),
  output: v.object({
    entries: v.array(auditEntrySchema),
    next: v.nullable(countSchema),
    /** Who may be searched for: everybody who is or was of staff. */
    people: v.array(v.object({ account: v.string(), name: v.string() })),
  }),
  refusals: own,
})
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>

/** Follows the chain some hundred entries further. Repeated from `last` until `done`; the head must be on it. */
export const checkAudit = operation({
  name: 'audit.check',
  door: 'staff',
  input: v.strictObject({ from: v.nullable(chainPlaceSchema) }),
  output: v.object({
    last: chainPlaceSchema,
    broken: v.nullable(v.object({ number: countSchema, why: v.picklist(['altered', 'unlinked', 'missing']) })),
    done: v.boolean(),
  }),
  refusals: own,
})
