import * as v from 'valibot'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import { type RefusalCode, refusalTexts } from '#contract/refusals'
import { sessionEnded } from './session'
import { send, Unreachable } from './transport'

/** `offline`: the browser could not reach the cloud. Everything else is the cloud's own answer. */
export type FailureCode = RefusalCode | 'offline'
/** What is wrong with the input, by the field's path: `{ 'reason': '请写明原因' }`. */
export type Problems = Readonly<Record<string, string>>
export interface Failure {
  ok: false
  code: FailureCode
  /** A sentence that may be shown as it is. */
  message: string
  problems: Problems
  /** What the functions' log and the audit log know the request by; null when it never arrived. */
  requestId: string | null
}
/** What a page gets for a call: the data, or why not. */
export type Result<Data> = { ok: true; data: Data } | Failure

const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({
    ok: v.literal(false),
    code: v.string(),
    message: v.string(),
    requestId: v.optional(v.string()),
    details: v.optional(v.array(v.object({ field: v.string(), message: v.string() })), []),
  }),
])

/** Where the customers' sentence would speak of draws and prizes, staff read their own. */
const staffTexts: Partial<Record<FailureCode, string>> = {
  offline: '网络没有连上，已填写的内容都在，请检查网络后再试。',
  unavailable: '系统暂时无法处理，已填写的内容都在，请稍后再试。',
  busy: '系统正忙，这一步没有完成，请稍后再试。',
  'not-signed-in': '登录已结束，请重新扫码登录。',
  'not-allowed': '您的角色没有这项操作的权限，需要时请联系管理员。',
  'operation-unknown': '后台页面已经更新，请刷新后再试。',
  'campaign-not-published': '活动尚未发布，发布之后才有内容。',
}

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusalTexts, code)

const failure = (code: FailureCode, message: string, rest: Partial<Failure> = {}): Failure => ({
  problems: {},
  requestId: null,
  ...rest,
  ok: false,
  code,
  message: staffTexts[code] ?? message,
})

/** Asks the cloud once. Never throws: a lost network, a failed cloud and an unreadable reply are failures like refusals. */
export async function call<O extends Operation>(operation: O, input: InputOf<O>): Promise<Result<OutputOf<O>>> {
  try {
    const reply = v.parse(replySchema, await send({ operation: operation.name, input }))
    if (reply.ok) return { ok: true, data: v.parse(operation.output, reply.data) }
    const { message, requestId = null, details } = reply
    // Without the key that logged in, as after the browser's data were cleared, the session is no use either.
    const code = reply.code === 'request-unsigned' ? 'not-signed-in' : reply.code
    if (code === 'not-signed-in') sessionEnded()
    const problems = Object.fromEntries(details.map((one) => [one.field, one.message]))
    return failure(isRefusalCode(code) ? code : 'unavailable', message, { requestId, problems })
  } catch (error) {
    if (error instanceof Unreachable) return failure('offline', '')
    console.error(operation.name, error)
    return failure('unavailable', refusalTexts.unavailable)
  }
}

/** True when asking again with the same input may end otherwise. */
export const mayPass = ({ code }: Failure) => code === 'offline' || code === 'busy' || code === 'unavailable'
