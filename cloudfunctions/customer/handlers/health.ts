import { reportHealth as operation } from '#contract/health'
import { handle } from '#pipeline/handler'
import { writeLog } from '#pipeline/log'

/** Lines of log that one instance writes of phones' reports; beyond, a flood costs a call and nothing else. */
const BATCHES_A_MINUTE = 30
const MINUTE_MS = 60_000

let minute = { beganAt: Number.NEGATIVE_INFINITY, batches: 0 }

/** By the machine's own clock: the campaign's may be moved on a developer's machine. */
function mayKeepOneMore(): boolean {
  const now = performance.now()
  if (now - minute.beganAt >= MINUTE_MS) minute = { beganAt: now, batches: 0 }
  minute.batches += 1
  return minute.batches <= BATCHES_A_MINUTE
}

/** One line of log a batch. No database: its connections are for draws. */
export const reportHealth = handle(operation, 'anyone', async (batch, call) => {
  const received = batch.entries.length
  if (!mayKeepOneMore()) return { received, kept: 0 }
  // The operation first: it is in the entries too, of the calls that failed.
  writeLog('warn', call.requestId, { operation: operation.name, health: batch })
  return { received, kept: received }
})
