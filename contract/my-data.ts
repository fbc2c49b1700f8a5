import * as v from 'valibot'
import { operation } from './operation'
import { daySchema, instantSchema } from './scalars'

/** 我的信息: what is kept about me and why, and the state of a deletion request. Masked. */
export const readMyData = operation({
  name: 'my-data.read',
  input: v.object({}),
  output: v.object({
    /** Whether this WeChat account is bound to a policyholder. */
    bound: v.boolean(),
    kept: v.array(
      v.object({
        what: v.string(),
        /** Masked value, or how many; null when nothing of the kind is kept. */
        value: v.nullable(v.string()),
        why: v.string(),
        until: v.string(),
        /** Whether it goes on request: no law keeps it. */
        deletable: v.boolean(),
        /** Why it would nevertheless stay for now, and until what; null when it would not. */
        stays: v.nullable(v.string()),
      }),
    ),
    deletion: v.nullable(
      v.object({
        requestedAt: instantSchema,
        state: v.picklist(['requested', 'done']),
        dueOn: daySchema,
        /** What was answered: deleted, or kept until when and why. None before it is done. */
        answer: v.optional(v.array(v.string()), []),
      }),
    ),
    /** Who has looked at the clear data, when and why. */
    accesses: v.array(v.object({ at: instantSchema, who: v.string(), what: v.string(), why: v.string() })),
    contact: v.string(),
  }),
  refusals: ['campaign-not-published', 'not-signed-in'],
})

/** A copy of everything about me, as text to keep (PIPL §45). Logged like every unmasking. */
export const copyMyData = operation({
  name: 'my-data.copy',
  input: v.strictObject({}),
  output: v.object({ fileName: v.string(), text: v.string() }),
  refusals: ['campaign-not-published', 'not-signed-in', 'too-many-copies', 'busy'],
})

/**
 * Asks for deletion (PIPL §47), less what the law keeps: what serves the customer alone goes at once, records
 * when their time is over. Always recorded; what stays for now is said in the answer.
 */
export const requestDeletion = operation({
  name: 'my-data.request-deletion',
  input: v.strictObject({ understood: v.literal(true, '请先确认') }),
  output: v.object({ requestedAt: instantSchema, deletedNow: v.array(v.string()), keptUntil: v.array(v.string()) }),
  refusals: ['campaign-not-published', 'not-signed-in', 'busy'],
})
