import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AdminReply, AdminRequest, Database } from '../database/database'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import { throughFunction } from '../functions/identity'
import { PAYLOAD_LIMIT } from '../functions/invocation'
import type { OpenApi } from '../openapi/openapi'
import type { Storage } from '../storage/storage'
import { sendBytes, sendJson } from './answer'
import { readBody } from './body'

/** CloudBase's `/admin`: every action of the server SDK. Errors travel as `{code, message, requestId}` with status 200. */
export class AdminGateway {
  /** How often each database action was asked for since the start. */
  readonly operations = new Map<string, number>()

  constructor(
    readonly database: Database,
    readonly host: FunctionHost,
    readonly storage: Storage,
    readonly openApi: OpenApi,
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
    sendJson(response, 200, await this.#reply(body, caller))
  }

  /** The instance whose admin address this is; undefined for tools and tests, which use plain `/admin`. */
  #caller(url: string) {
    const [, id] = /^\/admin\/i(\d+)(?:\?|$)/.exec(url) ?? []
    return id === undefined ? undefined : this.host.instance(Number(id))
  }

  async #reply(body: Buffer, caller: ReturnType<FunctionHost['instance']>): Promise<AdminReply> {
    const request = parseRequest(body)
    if (request === undefined) return failure('INVALID_PARAM', 'the body must be JSON with a string "action"')
    const { action } = request
    if (action.startsWith('database.')) {
      if (caller !== undefined) caller.instance.databaseOperations++
      this.operations.set(action, (this.operations.get(action) ?? 0) + 1)
      return this.database.handle(request)
    }
    if (action === 'functions.invokeFunction') return this.#invoke(request, caller)
    if (action.startsWith('storage.')) return this.storage.handle(request)
    return failure('INVALID_PARAM', `the local cloud does not know the action ${action}`)
  }

  async #invoke(request: AdminRequest, caller: ReturnType<FunctionHost['instance']>): Promise<AdminReply> {
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
