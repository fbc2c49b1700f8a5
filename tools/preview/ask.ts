import * as v from 'valibot'
import type { Reply } from '#contract/envelope'
import type { InputOf, Operation, OutputOf } from '#contract/operation'
import type { RefusalCode } from '#contract/refusals'
import type { LocalCloud } from '#localcloud/local-cloud'

/** Who asks: somebody in WeChat, or null for a tool with the environment's own credentials. */
export interface Asker {
  name: string
  openid: string
  unionid?: string
}

export type Answer<O extends Operation> =
  | { ok: true; data: OutputOf<O> }
  | { ok: false; code: RefusalCode; message: string }

/** Asks a door as the mini-program does. */
export async function tryToAsk<O extends Operation>(
  cloud: LocalCloud,
  by: Asker | null,
  operation: O,
  input: InputOf<O>,
): Promise<Answer<O>> {
  const identity = by ? { openid: by.openid, ...(by.unionid && { unionid: by.unionid }) } : {}
  const request = { operation: operation.name, input }
  const { result } = await cloud.call(operation.door ?? 'customer', request, identity)
  const reply = result as Reply<unknown>
  return reply.ok ? { ok: true, data: v.parse(operation.output, reply.data) } : reply
}

/** @throws Error when the door refuses */
export async function ask<O extends Operation>(
  cloud: LocalCloud,
  by: Asker | null,
  operation: O,
  input: InputOf<O>,
): Promise<OutputOf<O>> {
  const answer = await tryToAsk(cloud, by, operation, input)
  if (!answer.ok)
    throw new Error(
      `The demonstration could not be prepared: ${operation.name}${by ? ` of ${by.name}` : ''}: ${answer.message}`,
    )
  return answer.data
}
