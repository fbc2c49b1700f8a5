import type { CallLogBook, Written } from '../call-log'
import { FunctionError, type FunctionErrorCode } from './function-error'
import { type Identity, sourceOf } from './identity'

/** What a finished call gave. `json` is the result as JSON text. */
export interface Answer {
  json: string
  requestId: string
  databaseOperations: number
  /** From hand-over to the instance until its answer, in milliseconds. */
  durationMs: number
}

/** The largest event and the largest result, in bytes. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024

export function exceedsPayloadLimit(json: string): boolean {
  // A UTF-16 unit takes three bytes at most, so short texts need no counting.
  return json.length * 3 > PAYLOAD_LIMIT && Buffer.byteLength(json) > PAYLOAD_LIMIT
}

const NOTHING: Written = { output: [], complaints: [] }

/** One call on its way: waiting, then running on an instance, then answered exactly once and written to the log. */
export class Invocation {
  readonly answer: Promise<Answer>
  #resolve: (answer: Answer) => void = () => {}
  #reject: (error: FunctionError) => void = () => {}
  #startedAt: number
  #begun = performance.now()

  constructor(
    readonly functionName: string,
    readonly event: string,
    readonly identity: Identity,
    readonly requestId: string,
    readonly now: () => number,
    readonly log: CallLogBook,
  ) {
    this.#startedAt = now()
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  begin(): void {
    this.#startedAt = this.now()
    this.#begun = performance.now()
  }

  succeed(json: string, databaseOperations: number, written: Written): void {
    if (exceedsPayloadLimit(json)) {
      this.fail(
        'FUNCTIONS_EXECUTE_FAIL',
        'The size of response exceeds the upper limit (6MB)',
        databaseOperations,
        written,
      )
      return
    }
    const durationMs = performance.now() - this.#begun
    this.#write(durationMs, databaseOperations, written, { json })
    this.#resolve({ json, requestId: this.requestId, databaseOperations, durationMs })
  }

  fail(code: FunctionErrorCode, reason: string, databaseOperations: number, written: Written = NOTHING): void {
    const error = new FunctionError(code, reason, this.requestId)
    this.#write(performance.now() - this.#begun, databaseOperations, written, { error })
    this.#reject(error)
  }

  #write(
    durationMs: number,
    databaseOperations: number,
    written: Written,
    { json, error }: { json?: string; error?: FunctionError },
  ): void {
    const { openid } = this.identity
    const call = {
      requestId: this.requestId,
      function: this.functionName,
      source: sourceOf(this.identity),
      ...(openid === undefined ? {} : { openid }),
      startedAt: this.#startedAt,
      durationMs,
      ok: error === undefined,
      ...(error === undefined ? {} : { error: { errCode: error.errCode, errMsg: error.errMsg } }),
      ...written,
      databaseOperations,
    }
    this.log.add(call, this.identity, this.event, json)
  }
}
