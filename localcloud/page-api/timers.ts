import * as v from 'valibot'
import { operation } from './operation'
import { outcomeOf } from './outcome'

/** The timers with their next run, and the last call each has made. */
export const timersList = operation(v.strictObject({}), ({ timers, log }) => {
  const runs = log.kept().filter(({ source }) => source === 'wx_trigger')
  return timers.list().map((timer) => {
    const last = runs.find((call) => call.function === timer.function && triggerIn(call.event) === timer.name)
    return {
      ...timer,
      ...(last === undefined ? {} : { last: { requestId: last.requestId, at: last.startedAt, ok: last.ok } }),
    }
  })
})

function triggerIn(event: string | undefined): string | undefined {
  const sent: unknown = event === undefined ? undefined : JSON.parse(event)
  return typeof sent === 'object' && sent !== null && 'TriggerName' in sent ? String(sent.TriggerName) : undefined
}

export const timersRun = operation(v.strictObject({ function: v.string(), name: v.string() }), ({ timers }, timer) =>
  outcomeOf(timers.trigger(timer.function, timer.name)),
)
