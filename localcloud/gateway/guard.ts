import type { IncomingMessage, ServerResponse } from 'node:http'
import { RequestError } from './request-error'

const LOOPBACK_HOST = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/i
const LOOPBACK_ORIGIN = /^https?:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/i

/**
 * Whoever reaches this server may be anyone he likes, so only programs and pages of this machine may reach it.
 * A foreign page that points its own domain name at 127.0.0.1 is known by the Host header, one that merely sends requests by Origin.
 */
export function refuseStrangers(request: IncomingMessage): void {
  const host = request.headers.host
  if (host === undefined || !LOOPBACK_HOST.test(host)) {
    throw new RequestError(
      403,
      `header host: ${host ?? 'missing'} is not this machine; use 127.0.0.1 or localhost`,
      -501008,
    )
  }
  const origin = request.headers.origin
  if (origin !== undefined && !LOOPBACK_ORIGIN.test(origin)) {
    throw new RequestError(403, `header origin: ${origin} is not a page of this machine`, -501008)
  }
}

/** Lets pages of this machine read the answers. Returns true when the request was only the browser's question whether it may ask. */
export function allowLocalPages(request: IncomingMessage, response: ServerResponse): boolean {
  const origin = request.headers.origin
  if (origin === undefined) return false
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'origin')
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type, x-wx-identity',
    'access-control-max-age': '600',
  })
  response.end()
  return true
}

/** Refuses to listen on an address that other machines could reach. */
export function requireLoopback(host: string): void {
  if (!LOOPBACK_HOST.test(host) && host !== '::1') {
    throw new Error(
      `host: ${host} is not a loopback address; callers state who they are, so other machines must not reach this server`,
    )
  }
}
