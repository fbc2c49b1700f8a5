import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import type { Reply } from '#contract/envelope'
import type { EventMessage } from '#contract/policy-columns'
import { type PolicyAnswer, policyAnswerSchema } from '#contract/policy-message'
import { signFeed } from '#pipeline/feed-signature'
import type { CloudTarget } from '../cloud-target'

const httpAnswer = v.object({ statusCode: v.number(), body: v.string() })

/** Sends one signed message, as the core system would. @throws Error when it is refused as a whole; nothing of it was done */
async function sendOnce(cloud: CloudTarget, key: Buffer, events: readonly EventMessage[]): Promise<PolicyAnswer> {
  const body = Buffer.from(JSON.stringify({ events }))
  const signed = { timestamp: String(Math.floor(Date.now() / 1000)), nonce: randomBytes(16).toString('hex') }
  const { result } = await cloud.call('intake', {
    path: '/policy-events',
    httpMethod: 'POST',
    headers: {
      'x-timestamp': signed.timestamp,
      'x-nonce': signed.nonce,
      'x-signature': signFeed(key, signed, body),
    },
    body: body.toString(),
    isBase64Encoded: false,
  })
  const { statusCode, body: answered } = v.parse(httpAnswer, result)
  const reply = JSON.parse(answered) as Reply<unknown>
  if (reply.ok) return v.parse(policyAnswerSchema, reply.data)
  const details = reply.details?.map(({ field, message }) => `${field}：${message}`) ?? []
  throw new MessageRefused(statusCode, [reply.message, ...details].join('\n'))
}

class MessageRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** A call that found no answer may have been done: sending again is safe. Waits longer each time. */
const PAUSES_MS = [1_000, 3_000, 10_000]

/** Sends a message until it is answered. @throws Error when the cloud refuses it, or does not answer in the end */
export async function send(cloud: CloudTarget, key: Buffer, events: readonly EventMessage[]): Promise<PolicyAnswer> {
  for (const pause of PAUSES_MS) {
    try {
      return await sendOnce(cloud, key, events)
    } catch (error) {
      if (error instanceof MessageRefused && error.status < 500) throw error
      await wait(pause)
    }
  }
  return sendOnce(cloud, key, events)
}
