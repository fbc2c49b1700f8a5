import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RefusalCode } from '#contract/refusals'
import type { Instant } from '#values/days'

/** How a message of the policy feed says who sent it and when. */
export interface FeedHeaders {
  /** Epoch seconds. */
  timestamp: string
  nonce: string
  /** Hex HMAC-SHA256 of timestamp, nonce and body. */
  signature: string
}

/** How far the sender's clock may be off, and how long a message may travel. */
const FRESH_SECONDS = 300
const NONCE = /^[A-Za-z0-9_-]{16,64}$/

/** @throws Error that names the variable when it is missing or malformed */
export function readFeedKey(environment: NodeJS.ProcessEnv = process.env): Buffer {
  const text = environment.POLICY_FEED_KEY ?? ''
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new Error('environment variable POLICY_FEED_KEY must be 64 hexadecimal digits')
  return Buffer.from(text, 'hex')
}

export const signFeed = (key: Buffer, { timestamp, nonce }: Omit<FeedHeaders, 'signature'>, body: Buffer): string =>
  createHmac('sha256', key).update(`${timestamp}\n${nonce}\n`).update(body).digest('hex')

/** Null when the message is the core system's and fresh; whether its nonce is new is the caller's to ask. */
export function checkFeed(key: Buffer, headers: FeedHeaders, body: Buffer, at: Instant): RefusalCode | null {
  const { timestamp, nonce, signature } = headers
  if (!NONCE.test(nonce) || !/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{64}$/i.test(signature)) {
    return 'feed-signature-invalid'
  }
  const wanted = Buffer.from(signFeed(key, headers, body), 'hex')
  if (!timingSafeEqual(wanted, Buffer.from(signature, 'hex'))) return 'feed-signature-invalid'
  return Math.abs(at / 1000 - Number(timestamp)) > FRESH_SECONDS ? 'feed-timestamp' : null
}
