import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { type FieldProblem, type Reply, requestSchema } from '#contract/envelope'
import { type RefusalCode, refusalTexts } from '#contract/refusals'
import { accountOf } from '#store/accounts'
import { type Caller, readCaller } from '#store/cloud'
import { findStaff, type StaffMember } from '#store/staff'
import { isSystem } from './caller'
import { readClock } from './clock'
import type { Access, CallBy, Handler } from './handler'
import { writeLog } from './log'
import { Refusal } from './refuse'

/** No input of ours is longer: what is, is refused before it is looked at. */
const LONGEST_INPUT = 64 * 1024
const LONGEST_FILE = 1024 * 1024

type Main = (event: unknown, context?: { request_id?: string }) => Promise<Reply<unknown>>

/**
 * A door: one cloud function over a list of handlers. identity → parse → authorise → handler → reply.
 * An unexpected error becomes `unavailable`; what it was stands in the log under the request id.
 */
export function openDoor(
  handlers: readonly Handler[],
  limits: { longestInput: number } = { longestInput: LONGEST_INPUT },
): Main {
  const byName = new Map(handlers.map((handler) => [handler.operation.name, handler]))
  return async (event, context) => {
    const requestId = context?.request_id ?? randomBytes(8).toString('hex')
    const no = (code: RefusalCode, details?: FieldProblem[]): Reply<unknown> => ({
      ok: false,
      code,
      message: refusalTexts[code],
      requestId,
      ...(details ? { details } : {}),
    })
    try {
      const caller = readCaller()
      if (JSON.stringify(event ?? null).length > limits.longestInput) {
        return no('input-invalid', [{ field: 'input', message: `内容过长，最多 ${limits.longestInput} 个字符` }])
      }
      const request = v.safeParse(requestSchema, event)
      if (!request.success) return no('input-invalid', problemsOf(request.issues))
      const handler = byName.get(request.output.operation)
      if (!handler) return no('operation-unknown')
      const admitted = await authorise(handler.access, caller)
      if ('denied' in admitted) return no(admitted.denied)
      const input = v.safeParse(handler.operation.input, request.output.input)
      if (!input.success) return no('input-invalid', problemsOf(input.issues))

      const call: CallBy<'anyone'> = {
        now: readClock(),
        requestId,
        address: caller.address,
        random: randomBytes,
        staff: admitted.staff,
        customer: caller.openid ? { openid: caller.openid, unionid: caller.unionid } : null,
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

export const fileInput = { longestInput: LONGEST_FILE }

type Admission = { denied: RefusalCode } | { staff: StaffMember | null }

/** The roster is asked for staff's operations alone: the others cost no database operation. */
async function authorise(access: Access, caller: Caller): Promise<Admission> {
  const anybody = { staff: null }
  switch (access) {
    case 'anyone':
      return anybody
    case 'customer':
      return caller.openid ? anybody : { denied: 'not-signed-in' }
    case 'system':
      return isSystem(caller) ? anybody : { denied: 'not-allowed' }
    default: {
      if (!caller.openid) return { denied: 'not-signed-in' }
      const staff = await findStaff(accountOf(caller.openid))
      return staff?.active && access.staff.includes(staff.role) ? { staff } : { denied: 'not-allowed' }
    }
  }
}

function problemsOf(issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  return issues.map((issue) => ({ field: v.getDotPath(issue) ?? 'input', message: issue.message }))
}
