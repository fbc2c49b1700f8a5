import * as v from 'valibot'
import type { Identity } from '../functions/identity'
import { callFromClient } from '../gateway/client-call'
import { mayInvoke } from '../gateway/function-rules'
import { operation } from './operation'
import { outcomeOf } from './outcome'

/** Whom a call comes from. */
const Person = v.strictObject({
  openid: v.optional(v.string()),
  unionid: v.optional(v.string()),
  appid: v.optional(v.string()),
  clientIp: v.optional(v.string()),
  source: v.optional(v.string()),
})

/** The functions with their configuration, their instances, and how their last calls went. */
export const functionsList = operation(v.strictObject({}), ({ door: { host, rules }, log }) => {
  const kept = log.kept()
  return [...host.pools].map(([name, pool]) => {
    const calls = kept.filter((call) => call.function === name)
    const failed = calls.find(({ ok }) => !ok)
    const reload = host.reloads.filter((one) => one.function === name).at(-1)
    return {
      name,
      timeoutMs: pool.config.timeoutMs,
      openapi: [...pool.config.openapi],
      timers: pool.config.timers.map((timer) => timer.name),
      /** Whether the security rules let a signed-in person's page call it. */
      openToPages: mayInvoke(rules, name, { openid: 'somebody' }),
      instances: { now: pool.size, most: pool.options.instances, ...pool.load },
      calls: calls.length,
      failures: calls.filter(({ ok }) => !ok).length,
      meanMs: calls.length === 0 ? null : calls.reduce((sum, { durationMs }) => sum + durationMs, 0) / calls.length,
      reloadedAt: reload?.at ?? null,
      lastError:
        failed === undefined
          ? null
          : { requestId: failed.requestId, at: failed.startedAt, errMsg: failed.error?.errMsg ?? '' },
    }
  })
})

/** Calls a function as any person: through the door of pages, or past its security rules. */
export const functionsCall = operation(
  v.strictObject({ name: v.string(), data: v.unknown(), person: Person, asPage: v.boolean() }),
  ({ door }, { name, data, person, asPage }) =>
    outcomeOf(
      callFromClient(
        asPage ? door : { ...door, rules: {} },
        name,
        JSON.stringify(data ?? {}),
        person satisfies Identity,
      ),
    ),
)

/** Ends instances as a crash would: of one function, or of all. */
export const functionsKill = operation(v.strictObject({ name: v.optional(v.string()) }), async ({ door }, { name }) => {
  await door.host.kill(name)
  return {}
})
