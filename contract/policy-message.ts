import * as v from 'valibot'
import { countSchema } from './scalars'

export const MOST_EVENTS = 500
/** Of a message's body, in bytes. */
export const LONGEST_MESSAGE = 1024 * 1024

/** The signed message of the core system, `POST /policy-events`; each event is read for itself (policy-event-reading.ts). */
export const policyMessageSchema = v.object({
  events: v.pipe(
    v.array(v.unknown()),
    v.minLength(1, '至少一条记录'),
    v.maxLength(MOST_EVENTS, `最多 ${MOST_EVENTS} 条记录`),
  ),
})

const problemSchema = v.object({ field: v.nullable(v.string()), value: v.string(), reason: v.string() })

/** What became of one event, by its place in the message. Ignored ones change nothing: sending again is safe. */
const eventResultSchema = v.variant('result', [
  v.object({ index: countSchema, result: v.literal('accepted') }),
  v.object({ index: countSchema, result: v.literal('ignored'), because: v.picklist(['older-sequence', 'same-again']) }),
  v.object({ index: countSchema, result: v.literal('refused'), problems: v.array(problemSchema) }),
])
export type EventResult = v.InferOutput<typeof eventResultSchema>

export const policyAnswerSchema = v.object({
  accepted: countSchema,
  ignored: countSchema,
  refused: countSchema,
  results: v.array(eventResultSchema),
})
export type PolicyAnswer = v.InferOutput<typeof policyAnswerSchema>
