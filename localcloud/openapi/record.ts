import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const CALLS_KEPT = 1000

const Call = v.object({
  kind: v.literal('call'),
  at: v.number(),
  function: v.string(),
  api: v.string(),
  parameters: v.record(v.string(), v.unknown()),
  errcode: v.number(),
  answer: v.record(v.string(), v.unknown()),
})
export const RecordEntry = v.variant('kind', [
  Call,
  v.object({ kind: v.literal('acceptance'), openid: v.string(), templateId: v.string(), count: v.number() }),
  v.object({ kind: v.literal('phone'), openid: v.string(), phone: v.string() }),
])
export type RecordEntry = v.InferOutput<typeof RecordEntry>

/** One openapi call of a function: what it sent and what WeChat would have answered. `at` is the cloud's clock. */
export type OpenApiCall = Omit<v.InferOutput<typeof Call>, 'kind'>

export interface SentFilter {
  /** E.g. `subscribeMessage.send`. */
  api?: string
  /** The person a call names in `touser` or `openid`. */
  openid?: string
  /** true: only those that succeeded. */
  ok?: boolean
  limit?: number
}

/** All that functions sent through openapi, kept over restarts in `<folder>/openapi.jsonl`, one line per event. */
export class OpenApiRecord {
  readonly #calls: OpenApiCall[] = []
  /** Acceptances and phones, which count however old they are. */
  readonly #others: RecordEntry[] = []
  readonly #file: string | undefined
  /** Grows with every entry. */
  revision = 0

  /** `replay` gets what was recorded before, in order. */
  constructor(folder: string, replay: (entry: RecordEntry) => void) {
    this.#file = folder === ':memory:' ? undefined : join(folder, 'openapi.jsonl')
    if (this.#file === undefined) return
    mkdirSync(folder, { recursive: true })
    if (!existsSync(this.#file)) return
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), RecordEntry), line)
      // A kill may have cut the last line short.
      if (!parsed.success) continue
      this.#keep(parsed.output)
      replay(parsed.output)
    }
  }

  add(entry: RecordEntry): void {
    this.#keep(entry)
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`)
  }

  /** Forgets all. */
  clear(): void {
    this.#calls.length = 0
    this.#others.length = 0
    this.revision += 1
    if (this.#file !== undefined) rmSync(this.#file, { force: true })
  }

  /** Newest first, 100 unless `limit` says otherwise; the last 1,000 are kept. */
  sent({ api, openid, ok, limit = 100 }: SentFilter): OpenApiCall[] {
    return this.#calls
      .filter(
        (call) =>
          (api === undefined || call.api === api) &&
          (openid === undefined || call.parameters.touser === openid || call.parameters.openid === openid) &&
          (ok !== true || call.errcode === 0),
      )
      .slice(-limit)
      .reverse()
  }

  /** All entries that are kept, acceptances before the messages that use them. */
  entries(): RecordEntry[] {
    return [...this.#others, ...this.#calls.map((call) => ({ kind: 'call' as const, ...call }))]
  }

  #keep(entry: RecordEntry): void {
    this.revision += 1
    if (entry.kind !== 'call') {
      this.#others.push(entry)
      return
    }
    const { kind: _, ...call } = entry
    this.#calls.push(call)
    if (this.#calls.length > CALLS_KEPT) this.#calls.shift()
  }
}
