import * as v from 'valibot'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import { type RefusalCode, refusalTexts } from '#contract/refusals'
import { reportFailedCall } from './health'
import { send, Unreachable } from './transport'

/** `offline`: the phone could not reach the cloud. Everything else is the cloud's own answer. */
export type FailureCode = RefusalCode | 'offline'
export type Failure = { ok: false; code: FailureCode; message: string }
/** What a page gets for a call: the data, or why not, in a sentence that may be shown as it is. */
export type Result<Data> = { ok: true; data: Data } | Failure

const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), code: v.string(), message: v.string() }),
])

const OFFLINE_TEXT = '网络没有连上，您的机会和奖品都不受影响，请检查网络后再试。'

/** `Object.hasOwn` is too new for the phones that WeChat still runs on. */
const refusalCodes: ReadonlySet<string> = new Set(Object.keys(refusalTexts))
const isRefusalCode = (code: string): code is RefusalCode => refusalCodes.has(code)

/** Asks the cloud once. Never throws: a lost network, a failed cloud and an unreadable reply are failures like refusals. */
export async function call<O extends Operation>(operation: O, input: InputOf<O>): Promise<Result<OutputOf<O>>> {
  const askedAt = Date.now()
  const result = await ask(operation, input)
  if (!result.ok) reportFailedCall(operation.name, result.code, Date.now() - askedAt)
  return result
}

async function ask<O extends Operation>(operation: O, input: InputOf<O>): Promise<Result<OutputOf<O>>> {
  try {
    const reply = v.parse(
      replySchema,
      await send({ door: operation.door ?? 'customer', operation: operation.name, input }),
    )
    if (reply.ok) return { ok: true, data: v.parse(operation.output, reply.data) }
    const code = isRefusalCode(reply.code) ? reply.code : 'unavailable'
    return { ok: false, code, message: reply.message }
  } catch (error) {
    if (error instanceof Unreachable) return { ok: false, code: 'offline', message: OFFLINE_TEXT }
    console.error(operation.name, error)
    return { ok: false, code: 'unavailable', message: refusalTexts.unavailable }
  }
}

/** True when asking again with the same input may end otherwise. */
export const mayPass = (failure: Failure) =>
  failure.code === 'offline' || failure.code === 'busy' || failure.code === 'unavailable'

export interface Patience {
  /** Waits between attempts, ms; one attempt more than there are waits. */
  waits: readonly number[]
  sleep: (ms: number) => Promise<void>
  /** From 0 up to 1: spreads the waits, so that phones which failed together do not all come back together. */
  random: () => number
}

/** Twice as long each time, and no longer than the last: after some three seconds of waits the customer is asked. */
const defaultPatience: Patience = {
  waits: [400, 800, 1_600],
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
}

/** Between half of the wait and half as much again. */
const spread = (wait: number, random: () => number): number => Math.round(wait * (0.5 + random()))

/** Asks again, waiting longer each time, while the failure may pass. Only for operations that are safe to repeat. */
export async function callPatiently<O extends Operation>(
  operation: O,
  input: InputOf<O>,
  { waits, sleep, random }: Patience = defaultPatience,
): Promise<Result<OutputOf<O>>> {
  let result = await call(operation, input)
  for (const wait of waits) {
    if (result.ok || !mayPass(result)) return result
    await sleep(spread(wait, random))
    result = await call(operation, input)
  }
  return result
}
