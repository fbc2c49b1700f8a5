import { randomBytes } from 'node:crypto'
import type { RefusalCode } from '#contract/refusals'
import { findSession, renewSession, SESSION_SECONDS } from '#store/console-sessions'
import { takeOnce } from '#store/limits'
import { findStaff } from '#store/staff'
import { type Browser, browserName, FRESH_MS, maskAddress, signatureProblem, signedRequestOf } from './browser'
import { readClock, readMachineClock } from './clock'
import { answering, fileInput, refusalReply } from './door'
import type { Handler } from './handler'
import { bodyOf, type HttpAnswer, type HttpRequest, headerOf } from './http'
import type { Visitor } from './visitor'

const PATH = '/console-api'
/** Also JSON: CloudBase lets no longer body than 100 KB through as JSON. */
const TYPES: ReadonlySet<string> = new Set(['application/json', 'application/octet-stream'])

/** The console is no page that anything else may show, keep or read. */
const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
}

/** On a developer's machine there is no TLS, and without it browsers keep no `__Host-` cookie. */
const isLocal = () => process.env.TCB_ENV === 'local'
const cookieName = () => (isLocal() ? 'console' : '__Host-console')

/**
 * The staff's door for browsers: `POST /console-api`, by HTTP access. The same pipeline, envelope and time as for everybody; who it is
 * comes from the session's cookie and the signature of this very request, which another browser and another site cannot make.
 * There is no CORS answer: nothing but its own pages reads it.
 */
export function openConsoleDoor(
  handlers: readonly Handler[],
): (request: HttpRequest, requestId?: string) => Promise<HttpAnswer> {
  const answer = answering(handlers, fileInput)
  return async (request, requestId = randomBytes(8).toString('hex')) => {
    const denied = notOurs(request)
    if (denied) return send(denied.status, refusalReply(denied.code, requestId), [])
    const cookies: string[] = []
    const body = bodyOf(request)
    const event = parseJson(body)
    const reply = await answer(event, requestId, () => consoleVisitor(request, body.toString('utf8'), cookies))
    return send(200, reply, cookies)
  }
}

/** What a page of the console never sends. */
function notOurs(request: HttpRequest): { status: number; code: RefusalCode } | null {
  if (!request.path.endsWith(PATH)) return { status: 404, code: 'operation-unknown' }
  if (request.httpMethod !== 'POST') return { status: 405, code: 'operation-unknown' }
  const site = headerOf(request, 'sec-fetch-site')
  if (site !== '' && site !== 'same-origin') return { status: 403, code: 'not-allowed' }
  const [type = ''] = headerOf(request, 'content-type').split(';')
  if (!TYPES.has(type.trim().toLowerCase())) return { status: 415, code: 'input-invalid' }
  return bodyOf(request).length > fileInput.longestInput ? { status: 413, code: 'input-invalid' } : null
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}

function send(statusCode: number, reply: unknown, cookies: readonly string[]): HttpAnswer {
  return {
    statusCode,
    headers: {
      ...securityHeaders,
      'content-type': 'application/json; charset=utf-8',
      ...Object.fromEntries(cookies.map((cookie) => ['set-cookie', cookie])),
    },
    body: JSON.stringify(reply),
  }
}

/** The gateway's own word comes last: what stands before it the sender may have written. */
const addressOf = (request: HttpRequest): string | null =>
  headerOf(request, 'x-real-ip') || headerOf(request, 'x-forwarded-for').split(',').at(-1)?.trim() || null

function consoleVisitor(request: HttpRequest, body: string, cookies: string[]): Visitor {
  // Browsers live by the real time, wherever a developer has moved the campaign's clock.
  const at = readMachineClock()
  const signed = signedRequestOf(request, body)
  const address = addressOf(request)
  const browser: Browser = {
    name: browserName(headerOf(request, 'user-agent')),
    place: address && maskAddress(address),
    sessionId: null,
    notSignedBy: (publicKey) => signatureProblem(signed, publicKey, at),
    keepToken(token) {
      const age = token === null ? 0 : SESSION_SECONDS
      const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${age}`, ...(isLocal() ? [] : ['Secure'])]
      cookies.push([`${cookieName()}=${token ?? ''}`, ...attributes].join('; '))
    },
  }
  return {
    openid: null,
    unionid: null,
    address,
    isSystem: false,
    browser,
    /** Three database operations, one more now and then. */
    async findMember() {
      const token = tokenIn(headerOf(request, 'cookie'))
      const session = token && (await findSession(token, at))
      if (!session) return { denied: 'not-signed-in' }
      const problem = browser.notSignedBy(session.publicKey)
      if (problem) return { denied: problem }
      const nonce = `${session._id}.${signed.nonce}`
      if (!(await takeOnce('console-nonce', nonce, readClock(), 3 * FRESH_MS))) return { denied: 'request-replayed' }
      const member = await findStaff(session.account)
      if (!member?.active) return { denied: 'not-signed-in' }
      await renewSession(session, at)
      browser.sessionId = session._id
      return member
    },
  }
}

function tokenIn(cookies: string): string | null {
  const name = cookieName()
  for (const one of cookies.split(';')) {
    const [key, value] = one.trim().split('=')
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value
  }
  return null
}
