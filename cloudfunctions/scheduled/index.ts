import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { isSystem } from '#pipeline/caller'
import { readClock } from '#pipeline/clock'
import { writeLog } from '#pipeline/log'
import { readCaller } from '#store/cloud'
import { findTermsInForce } from '#store/terms'
import { revealSeeds } from './handlers/reveal'
import { runReconciliation } from './handlers/run-reconciliation'

const timerEvent = v.object({ TriggerName: v.picklist(['reconcile', 'reveal']) })

/** The timers' door: config.json says when. Anybody else is refused; what a timer does can be done twice. */
export async function main(event: unknown, context?: { request_id?: string }): Promise<unknown> {
  const requestId = context?.request_id ?? randomBytes(8).toString('hex')
  if (!isSystem(readCaller())) {
    writeLog('warn', requestId, 'somebody called the timers’ door')
    return { refused: 'not-allowed' }
  }
  const timer = v.parse(timerEvent, event).TriggerName
  const inForce = await findTermsInForce()
  if (!inForce) return { skipped: 'no campaign is published' }
  const now = readClock()
  switch (timer) {
    case 'reconcile':
      return runReconciliation(inForce, now, requestId)
    case 'reveal':
      return { revealed: await revealSeeds(inForce, now) }
  }
}
