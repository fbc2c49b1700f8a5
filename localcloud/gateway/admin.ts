import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdminReply, AdminRequest, Database } from '../database/database'
import type { Faults } from '../faults/faults'
import { answerStruck } from '../faults/struck'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import { throughFunction } from '../functions/identity'
import { PAYLOAD_LIMIT } from '../functions/invocation'
import type { OpenApi } from '../openapi/openapi'
import type { Storage } from '../storage/storage'
import { sendBytes, sendJson } from './answer'
import { readBody } from './body'
import { OpenTransactions } from './open-transactions'
import { withinResultLimit } from './result-limit'

/** The instance that asks; undefined for tools and tests. */
type Caller = ReturnType<FunctionHost['instance']>

/** Milliseconds from a request's arrival to its answer. */
export interface ActionTiming {
  count: number
  totalMs: number
  longestMs: number
}

/** CloudBase's `/admin`: every action of the server SDK. Errors travel as `{code, message, requestId}` with status 200. */
export class AdminGateway {
  /** How often each database action was asked for since the start. */
  readonly operations = new Map<string, number>()
  /** How long the SDK's actions took to answer, by action. */
  readonly timings = new Map<string, ActionTiming>()
  readonly #transactions = new OpenTransactions()

  constructor(
    readonly database: Database,
    readonly host: FunctionHost,
    readonly storage: Storage,
    readonly openApi: OpenApi,
    readonly faults: Faults,
  ) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = this.#caller(request.url ?? '')
    const body = await readBody(request, PAYLOAD_LIMIT * 2)
    const type = request.headers['content-type'] ?? ''
    if (type.startsWith('multipart/form-data')) {
      const answer = this.openApi.answer(body, type, caller?.pool.options)
      // The SDK takes any JSON content type for an error of its own, so a protobuf answer is sent as plain bytes.
      sendBytes(response, 200, 'application/octet-stream', await answer)
      return
    }
    const begun = performance.now()
    const asked = parseRequest(body)
    sendJson(response, 200, await this.#reply(asked, caller))
    if (asked !== undefined) this.#time(asked.action, performance.now() - begun)
  }

  /** The instance whose admin address this is; undefined for tools and tests, which use plain `/admin`. */
  #caller(url: string) {
    const [, id] = /^\/admin\/i(\d+)(?:\?|$)/.exec(url) ?? []
    return id === undefined ? undefined : this.host.instance(Number(id))
  }

  async #reply(request: AdminRequest | undefined, caller: Caller): Promise<AdminReply> {
    if (request === undefined) return failure('INVALID_PARAM', 'the body must be JSON with a string "action"')
    const { action } = request
    if (action.startsWith('database.')) {
      if (caller !== undefined) caller.instance.databaseOperations++
      this.operations.set(action, (this.operations.get(action) ?? 0) + 1)
    }
    if (this.faults.none) return this.#act(request, caller)
    const functionName = caller?.pool.options.name
    const crash = async () => caller?.instance.terminate()
    return answerStruck(this.faults, request, { functionName, crash }, (struck) => this.#act(struck, caller))
  }

  #time(action: string, ms: number): void {
    const timing = this.timings.get(action)
    if (timing === undefined) this.timings.set(action, { count: 1, totalMs: ms, longestMs: ms })
    else {
      timing.count += 1
      timing.totalMs += ms
      if (ms > timing.longestMs) timing.longestMs = ms
    }
  }

  async #act(request: AdminRequest, caller: Caller): Promise<AdminReply> {
    const { action } = request
    if (action.startsWith('database.')) return this.#database(request, caller)
    if (action === 'functions.invokeFunction') return this.#invoke(request, caller)
    if (action.startsWith('storage.')) return this.storage.handle(request)
    return failure('INVALID_PARAM', `the local cloud does not know the action ${action}`)
  }

  async #database(request: AdminRequest, caller: Caller): Promise<AdminReply> {
    const call = caller?.instance.current
    if (call === undefined) return withinResultLimit(await this.database.handle(request))
    const problem = this.#transactions.problem(call, request)
    if (problem !== undefined) return failure('DATABASE_TRANSACTION_FAIL', problem)
    const reply = await this.database.handle(request)
    this.#transactions.answered(call, request, reply)
    return withinResultLimit(reply)
  }

  async #invoke(request: AdminRequest, caller: Caller): Promise<AdminReply> {
    const { function_name: name, request_data: data } = request
    if (typeof name !== 'string') return failure('INVALID_PARAM', 'function_name: expected a string')
    const event = typeof data === 'string' && data !== '' ? data : '{}'
    try {
      JSON.parse(event)
    } catch {
      return failure('INVALID_PARAM', 'request_data: expected JSON')
    }
    try {
      const answer = await this.host.invoke(name, event, throughFunction(caller?.instance.current?.identity ?? {}))
      return { requestId: answer.requestId, data: { response_data: answer.json } }
    } catch (error) {
      if (error instanceof FunctionError) return { code: error.code, message: error.reason, requestId: error.requestId }
      throw error
    }
  }
}

function parseRequest(body: Buffer): AdminRequest | undefined {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'))
    return isAdminRequest(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

function isAdminRequest(value: unknown): value is AdminRequest {
  return typeof value === 'object' && value !== null && 'action' in value && typeof value.action === 'string'
}

function failure(code: string, message: string): AdminReply {
  return { code, message, requestId: randomUUID() }
}
