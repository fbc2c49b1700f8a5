import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { signatureHeaders, signedText } from '#contract/console-login'
import type { RefusalCode } from '#contract/refusals'
import type { PublicKey } from '#store/console-tickets'
import type { Instant } from '#values/days'
import { type HttpRequest, headerOf } from './http'

/** The console's browser, as a handler sees it. */
export interface Browser {
  /** Chrome 131 · Windows */
  name: string
  /** The network address with its end masked; null where the platform names none. */
  place: string | null
  /** The session that the request came with; null before there is one. */
  sessionId: string | null
  /** Null when this very request was signed a moment ago by the key. */
  notSignedBy(publicKey: PublicKey): 'request-unsigned' | 'request-stale' | null
  /** The answer brings the browser this token in a cookie that no script reads; null takes it away. */
  keepToken(token: string | null): void
}

/** How far a browser's clock may be off, and how long a request may travel. */
export const FRESH_MS = 300_000

export interface SignedRequest {
  time: string
  nonce: string
  signature: string
  body: string
}

export const signedRequestOf = (request: HttpRequest, body: string): SignedRequest => ({
  time: headerOf(request, signatureHeaders.time),
  nonce: headerOf(request, signatureHeaders.nonce),
  signature: headerOf(request, signatureHeaders.signature),
  body,
})

/** Whether its nonce is new is the caller's to ask. */
export function signatureProblem(
  { time, nonce, signature, body }: SignedRequest,
  publicKey: PublicKey,
  at: Instant,
): Extract<RefusalCode, 'request-unsigned' | 'request-stale'> | null {
  if (!/^\d{13}$/.test(time) || !/^[0-9a-f]{32}$/.test(nonce) || !/^[A-Za-z0-9_-]{86}$/.test(signature)) {
    return 'request-unsigned'
  }
  const key = keyOf(publicKey)
  const signed = Buffer.from(signedText(time, nonce, body))
  const good = key && verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  if (!good) return 'request-unsigned'
  return Math.abs(at - Number(time)) > FRESH_MS ? 'request-stale' : null
}

/** Null for coordinates of no point on the curve. */
function keyOf({ x, y }: PublicKey): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  } catch {
    return null
  }
}

const browsers: [name: string, version: RegExp][] = [
  ['企业微信', /wxwork\/(\d+)/i],
  ['微信', /MicroMessenger\/(\d+)/],
  ['Edge', /Edg\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
]
const systems: [name: string, sign: RegExp][] = [
  ['Windows', /Windows/],
  ['iPad', /iPad/],
  ['iPhone', /iPhone/],
  ['Android', /Android/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
]

/** What a person knows it by, from what it calls itself. It may lie: the number on the screen is what proves. */
export function browserName(userAgent: string): string {
  const [name, sign] = browsers.find(([, one]) => one.test(userAgent)) ?? []
  const version = sign && userAgent.match(sign)?.[1]
  const system = systems.find(([, one]) => one.test(userAgent))?.[0]
  return [name ? `${name} ${version}` : '未知浏览器', system].filter(Boolean).join(' · ')
}

/** `203.0.113.*`, `2001:db8:1:*`: enough to tell the office from elsewhere. */
export function maskAddress(address: string): string {
  if (address.includes(':')) return `${address.split(':').slice(0, 3).join(':')}:*`
  return address.replace(/\d+$/, '*')
}
