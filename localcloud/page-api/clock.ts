import * as v from 'valibot'
import { RequestError } from '../gateway/request-error'
import { operation } from './operation'

const Milliseconds = v.pipe(v.number(), v.safeInteger())

/** Moves the cloud's clock to an instant, by some time, or back to the machine's; answers when the timers that became due have run. */
export const clockMove = operation(
  v.variant('how', [
    v.strictObject({ how: v.literal('to'), at: Milliseconds }),
    v.strictObject({ how: v.literal('by'), ms: Milliseconds }),
    v.strictObject({ how: v.literal('back') }),
  ]),
  async ({ clock, timers }, move) => {
    try {
      if (move.how === 'to') clock.set(move.at)
      else clock.advance(move.how === 'by' ? move.ms : -clock.offset())
    } catch (cause) {
      throw new RequestError(400, cause instanceof Error ? cause.message : String(cause))
    }
    await timers.settled()
    return { now: clock.now(), offsetMs: clock.offset() }
  },
)
