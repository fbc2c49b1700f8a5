import type { Identity } from './functions/identity'

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

/** A call with what is needed to look into it and to make it again. */
export interface KeptCall extends CallLog {
  /** The event as JSON text, as the function got it; absent when it was too long to keep. */
  event?: string
  /** The result as JSON text; absent when the call failed or the result was too long to keep. */
  result?: string
  identity: Identity
}

/** Longer events and results are not kept: a thousand calls must not fill the memory. */
const LONGEST_TEXT = 64 * 1024

export interface CallLogFilter {
  function?: string
  limit?: number
}

/** The last `capacity` calls, newest first when read. Writing is one array store, so it costs the call nothing. */
export class CallLogBook {
  readonly #entries: KeptCall[] = []
  #next = 0
  /** How many calls there have been. */
  count = 0

  constructor(readonly capacity = 1000) {}

  add(entry: CallLog, identity: Identity, event: string, result: string | undefined): void {
    this.#entries[this.#next] = {
      ...entry,
      identity,
      ...(event.length > LONGEST_TEXT ? {} : { event }),
      ...(result === undefined || result.length > LONGEST_TEXT ? {} : { result }),
    }
    this.count += 1
    this.#next = (this.#next + 1) % this.capacity
  }

  read(filter: CallLogFilter = {}): CallLog[] {
    const all = this.kept()
    const wanted = filter.function === undefined ? all : all.filter((entry) => entry.function === filter.function)
    return wanted.slice(0, filter.limit ?? 100).map(({ event: _, result: __, identity: ___, ...call }) => call)
  }

  /** All that are kept, newest first. */
  kept(): KeptCall[] {
    return [...this.#entries.slice(0, this.#next).reverse(), ...this.#entries.slice(this.#next).reverse()]
  }
}
