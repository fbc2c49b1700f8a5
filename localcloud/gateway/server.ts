import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { sendJson } from './answer'
import { allowLocalPages, refuseStrangers } from './guard'
import { RequestError } from './request-error'

/** Answers one request; false when it has no answer for this address. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean | undefined | Promise<boolean | undefined>

/** Prefixed routes in the order of their traffic, then `others` in order. */
export interface Routes {
  prefixes: readonly (readonly [
    prefix: string,
    answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  ])[]
  others: readonly Route[]
}

/** A plain node:http server: this is the hot path of every function call and every database operation. */
export function createGateway(routes: () => Routes): Server {
  const server = createServer((request, response) => {
    answer(routes(), request, response).catch((error: unknown) => answerFailure(error, response))
  })
  // The SDK keeps its sockets for 4.8 s; closing earlier than the client loses requests.
  server.keepAliveTimeout = 60_000
  server.headersTimeout = 65_000
  return server
}

async function answer(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  refuseStrangers(request)
  if (allowLocalPages(request, response)) return
  const url = request.url ?? ''
  for (const [prefix, route] of routes.prefixes) {
    if (url.startsWith(prefix)) return route(request, response)
  }
  for (const route of routes.others) {
    if ((await route(request, response)) === true) return
  }
  throw new RequestError(404, `nothing answers ${request.method} ${url.split('?')[0]}`)
}

function answerFailure(error: unknown, response: ServerResponse): void {
  if (response.destroyed) return // whoever asked has left; there is nobody to tell
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof RequestError) {
    sendJson(response, error.status, { errCode: error.errCode, errMsg: error.message })
    return
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`local cloud: ${reason}\n`)
  sendJson(response, 500, {
    errCode: -501001,
    errMsg: `local cloud: ${error instanceof Error ? error.message : reason}`,
  })
}
