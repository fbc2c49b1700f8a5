import * as v from 'valibot'
import type { KeptCall } from '../call-log'
import { RequestError } from '../gateway/request-error'
import { operation, type PageParts } from './operation'
import { outcomeOf } from './outcome'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The calls that are kept, newest first, without their event, result and log lines. */
export const callsList = operation(
  v.strictObject({
    function: v.optional(v.string()),
    outcome: v.optional(v.picklist(['ok', 'failed'])),
    /** Only calls that took at least so long. */
    fromMs: v.optional(v.number()),
    /** Found in the event, the result, the log lines, the person or the request id. */
    text: v.optional(v.string()),
    offset: Count,
    limit: v.pipe(Count, v.maxValue(200)),
  }),
  ({ log }, { offset, limit, ...wanted }) => {
    const found = log
      .kept()
      .filter(
        (call) =>
          (wanted.function === undefined || call.function === wanted.function) &&
          (wanted.outcome === undefined || call.ok === (wanted.outcome === 'ok')) &&
          (wanted.fromMs === undefined || call.durationMs >= wanted.fromMs) &&
          (wanted.text === undefined || holds(call, wanted.text.toLowerCase())),
      )
    const calls = found.slice(offset, offset + limit).map(({ event, result: _, output, identity: __, ...call }) => ({
      ...call,
      lines: output.length,
      complaints: call.complaints.length,
      operation: operationIn(event),
    }))
    return { total: found.length, calls }
  },
)

const holds = (call: KeptCall, text: string): boolean =>
  [call.requestId, call.openid, call.event, call.result, call.error?.errMsg, ...call.output].some((part) =>
    part?.toLowerCase().includes(text),
  )

/** Many functions take one word that says what is wanted (`operation`, `action`, `type`); it tells calls of one function apart. */
function operationIn(event: string | undefined): string | undefined {
  if (event === undefined) return undefined
  const [, word] = /"(?:operation|action|type|TriggerName|Event|path)":"([^"\\]{1,60})"/.exec(event) ?? []
  return word
}

/** One call with all that is kept of it. */
export const callsRead = operation(v.strictObject({ requestId: v.string() }), (parts, { requestId }) =>
  keptCall(parts, requestId),
)

/** The same event, as the same person, again. */
export const callsAgain = operation(v.strictObject({ requestId: v.string() }), (parts, { requestId }) => {
  const call = keptCall(parts, requestId)
  if (call.event === undefined) throw new RequestError(409, 'the event of this call was too long to be kept')
  return outcomeOf(parts.door.host.invoke(call.function, call.event, call.identity))
})

function keptCall({ log }: PageParts, requestId: string): KeptCall {
  const call = log.kept().find((one) => one.requestId === requestId)
  if (call === undefined) throw new RequestError(404, `the call ${requestId} is not kept any more`)
  return call
}
