import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as v from 'valibot'
import type { CallLogBook } from '../call-log'
import type { Clock } from '../clock'
import { FaultPlan } from '../faults/fault-rule'
import type { Faults } from '../faults/faults'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import type { Timers } from '../functions/timers'
import type { OpenApi } from '../openapi/openapi'
import { sendJson } from './answer'
import { checkFields, readFields } from './body'
import { answerOpenApiControl } from './openapi-control'
import { RequestError } from './request-error'

export interface ControlParts {
  clock: Clock
  log: CallLogBook
  host: FunctionHost
  timers: Timers
  operations: ReadonlyMap<string, number>
  openApi: OpenApi
  faults: Faults
  exportState: () => AsyncIterable<string>
}

const ClockMove = v.union(
  [
    v.strictObject({ set: v.pipe(v.number(), v.safeInteger()) }),
    v.strictObject({ advanceMs: v.pipe(v.number(), v.safeInteger()) }),
  ],
  'expected {"set": <epoch ms>} or {"advanceMs": <ms>}',
)
const Kill = v.strictObject({ function: v.optional(v.string()) })
const LogQuery = v.object({
  function: v.optional(v.string()),
  limit: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number))),
})

/** `/_/…`: the controls of the local cloud itself, which production does not have. */
export async function answerControl(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const segments = pathname.split('/').slice(2).map(decodeURIComponent)
  const route = `${request.method} ${segments[0]}`
  switch (route) {
    case 'GET health':
      return sendJson(response, 200, { ok: true })
    case 'GET clock':
      return sendJson(response, 200, clockState(parts))
    case 'POST clock': {
      const move = await readFields(request, ClockMove)
      if ('set' in move) parts.clock.set(move.set)
      else parts.clock.advance(move.advanceMs)
      // Whoever moved the clock sees a world in which the timers have done their work.
      await parts.timers.settled()
      return sendJson(response, 200, clockState(parts))
    }
    case 'GET logs':
      return sendJson(response, 200, parts.log.read(checkFields(LogQuery, Object.fromEntries(searchParams), 'query')))
    case 'GET operations':
      return sendJson(response, 200, Object.fromEntries(parts.operations))
    case 'GET faults':
      return sendJson(response, 200, parts.faults.list())
    case 'GET export': {
      response.writeHead(200, {
        'content-type': 'application/x-ndjson',
        'content-disposition': 'attachment; filename="state.localcloud"',
      })
      await pipeline(Readable.from(parts.exportState()), response)
      return
    }
    case 'POST faults': {
      const { faults, seed } = await readFields(request, FaultPlan)
      parts.faults.set(faults, seed)
      return sendJson(response, 200, parts.faults.list())
    }
    case 'POST trigger':
      return trigger(parts, segments, response)
    case 'POST kill': {
      const { function: name } = await readFields(request, Kill)
      await parts.host.kill(name)
      return sendJson(response, 200, { ok: true })
    }
    default:
      if (await answerOpenApiControl(parts.openApi, route, segments, searchParams, request, response)) return
      throw new RequestError(404, `${request.method} ${pathname} is not one of the local cloud's controls`)
  }
}

function clockState({ clock, timers }: ControlParts) {
  return { now: clock.now(), offsetMs: clock.offset(), timers: timers.list() }
}

async function trigger(parts: ControlParts, segments: readonly string[], response: ServerResponse): Promise<void> {
  const [, functionName = '', timerName = ''] = segments
  try {
    const { json, ...answer } = await parts.timers.trigger(functionName, timerName)
    const result: unknown = JSON.parse(json)
    sendJson(response, 200, { ...answer, result })
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error
    const { errCode, errMsg, requestId } = error
    sendJson(response, error.code === 'FUNCTION_NOT_FOUND' ? 404 : 200, { errCode, errMsg, requestId })
  }
}
