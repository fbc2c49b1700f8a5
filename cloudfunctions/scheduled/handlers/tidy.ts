import { readMachineClock } from '#pipeline/clock'
import { removeOldSessions } from '#store/console-sessions'
import { removeOldTickets } from '#store/console-tickets'
import { removeOldLimits } from '#store/limits'
import { removeOldSmsCodes } from '#store/sms-codes'
import type { Instant } from '#values/days'

/** Removes what has had its time: windows of limits, codes by SMS, logins of the console. How many went. */
export async function tidy(now: Instant): Promise<number> {
  const machineNow = readMachineClock()
  const removed = await Promise.all([
    removeOldLimits(now),
    removeOldSmsCodes(now),
    removeOldTickets(machineNow),
    removeOldSessions(machineNow),
  ])
  return removed.reduce((sum, count) => sum + count, 0)
}
