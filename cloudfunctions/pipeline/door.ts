import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { type FieldProblem, type Reply, requestSchema } from '#contract/envelope'
import { type RefusalCode, refusalTexts } from '#contract/refusals'
import type { StaffMember } from '#store/staff'
import { readClock } from './clock'
import type { Access, CallBy, Handler } from './handler'
import { inTime, pageWaitsMs } from './in-time'
import { writeLog } from './log'
import { Refusal } from './refuse'
import { platformVisitor, type Visitor } from './visitor'

/** No input of ours is longer: what is, is refused before it is looked at. */
const LONGEST_INPUT = 64 * 1024
const LONGEST_FILE = 1024 * 1024

interface DoorLimits {
  longestInput: number
  /** Below the time that the function has (config.json), so that a page hears in time that it is to ask again. */
  answerWithinMs: number
}
const forPages: DoorLimits = { longestInput: LONGEST_INPUT, answerWithinMs: pageWaitsMs() }
export const fileInput: DoorLimits = { longestInput: LONGEST_FILE, answerWithinMs: 50_000 }

type Main = (event: unknown, context?: { request_id?: string }) => Promise<Reply<unknown>>

/** A door: one cloud function over a list of handlers, for whom WeChat's platform lets in. */
export function openDoor(handlers: readonly Handler[], limits: DoorLimits = forPages): Main {
  const answer = answering(handlers, limits)
  return (event, context) => {
    const requestId = context?.request_id ?? randomBytes(8).toString('hex')
    return answer(event, requestId, () => platformVisitor())
  }
}

/** The one shape of a refusal. */
export const refusalReply = (code: RefusalCode, requestId: string, details?: FieldProblem[]): Reply<unknown> => ({
  ok: false,
  code,
  message: refusalTexts[code],
  requestId,
  ...(details ? { details } : {}),
})

type Answer = (event: unknown, requestId: string, visitorOf: () => Visitor) => Promise<Reply<unknown>>

/**
 * What every door does, whichever way somebody came: identity → parse → authorise → handler → reply, in time.
 * An unexpected error becomes `unavailable`, and so does what takes too long; what it was stands in the log under the request id.
 */
export function answering(handlers: readonly Handler[], limits: DoorLimits): Answer {
  const answer = answeringWhenDone(handlers, limits)
  return (event, requestId, visitorOf) =>
    inTime(
      limits.answerWithinMs,
      () => answer(event, requestId, visitorOf),
      () => {
        writeLog('error', requestId, 'not done in time: answered that it is to be asked again')
        return refusalReply('unavailable', requestId)
      },
    )
}

function answeringWhenDone(handlers: readonly Handler[], { longestInput }: DoorLimits): Answer {
  const byName = new Map(handlers.map((handler) => [handler.operation.name, handler]))
  return async (event, requestId, visitorOf) => {
    const no = (code: RefusalCode, details?: FieldProblem[]) => refusalReply(code, requestId, details)
    try {
      const visitor = visitorOf()
      if (JSON.stringify(event ?? null).length > longestInput) {
        return no('input-invalid', [{ field: 'input', message: `内容过长，最多 ${longestInput} 个字符` }])
      }
      const request = v.safeParse(requestSchema, event)
      if (!request.success) return no('input-invalid', problemsOf(request.issues))
      const handler = byName.get(request.output.operation)
      if (!handler) return no('operation-unknown')
      const admitted = await authorise(handler.access, visitor)
      if ('denied' in admitted) return no(admitted.denied)
      const input = v.safeParse(handler.operation.input, request.output.input)
      if (!input.success) return no('input-invalid', problemsOf(input.issues))

      const { openid, unionid, address, browser } = visitor
      const call: CallBy<'anyone'> = {
        now: readClock(),
        requestId,
        address,
        random: randomBytes,
        browser,
        staff: admitted.staff,
        customer: openid ? { openid, unionid } : null,
      }
      const answer = await handler.run(input.output, call)
      const refused = answer instanceof Refusal
      writeLog('info', requestId, { operation: handler.operation.name, reply: refused ? answer.code : 'ok' })
      return refused ? no(answer.code, answer.details) : { ok: true, data: answer }
    } catch (error) {
      writeLog('error', requestId, error)
      return no('unavailable')
    }
  }
}

type Admission = { denied: RefusalCode } | { staff: StaffMember | null }

async function authorise(access: Access, visitor: Visitor): Promise<Admission> {
  const anybody = { staff: null }
  switch (access) {
    case 'anyone':
      return anybody
    case 'customer':
      return visitor.openid ? anybody : { denied: 'not-signed-in' }
    case 'system':
      return visitor.isSystem ? anybody : { denied: 'not-allowed' }
    default: {
      const staff = await visitor.findMember()
      if ('denied' in staff) return staff
      return access.staff.includes(staff.role) ? { staff } : { denied: 'not-allowed' }
    }
  }
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  return issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'input', message: issue.message }))
}
