/** What a function wrote to the console during one call. */
export type Written = Pick<CallLog, 'output' | 'complaints'>

/** What is kept of one function call. Times are the cloud's clock, durations the machine's. */
export interface CallLog {
  requestId: string
  function: string
  /** Who called: `wx_client`, `wx_trigger`, `wx_client,scf` …; empty when the call did not come from WeChat. */
  source: string
  openid?: string
  startedAt: number
  durationMs: number
  ok: boolean
  error?: { errCode: number; errMsg: string }
  /** Lines the function wrote to the console. */
  output: readonly string[]
  /** Those of them that are warnings and errors (`console.warn`, `console.error`). */
  complaints: readonly string[]
  databaseOperations: number
}

export interface CallLogFilter {
  function?: string
  limit?: number
}

/** The last `capacity` calls, newest first when read. Writing is one array store, so it costs the call nothing. */
export class CallLogBook {
  readonly #entries: CallLog[] = []
  #next = 0

  constructor(readonly capacity = 1000) {}

  add(entry: CallLog): void {
    this.#entries[this.#next] = entry
    this.#next = (this.#next + 1) % this.capacity
  }

  read(filter: CallLogFilter = {}): CallLog[] {
    const newestFirst = [...this.#entries.slice(0, this.#next).reverse(), ...this.#entries.slice(this.#next).reverse()]
    const wanted =
      filter.function === undefined ? newestFirst : newestFirst.filter((entry) => entry.function === filter.function)
    return wanted.slice(0, filter.limit ?? 100)
  }
}
