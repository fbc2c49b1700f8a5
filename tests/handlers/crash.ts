import { expect } from 'vitest'
import type { CampaignCloud } from './campaign-cloud'

/** Far more operations than any call makes. */
const MOST_OPERATIONS = 200

/**
 * The same again and again: the instance of a door ends as in a crash after the first database operation of a call, in the next
 * round after some more, until a call gets through. That each was interrupted is known, not hoped: the fault struck it, and the
 * call failed.
 * @param round makes the call through `interrupted`, then looks at what came of it
 * @param every so many operations further in each round
 * @returns how many calls were interrupted
 */
export async function crashAfterEach(
  cloud: CampaignCloud,
  door: string,
  round: (interrupted: (call: () => Promise<unknown>) => Promise<void>, at: number) => Promise<void>,
  every = 1,
): Promise<number> {
  let interruptions = 0
  for (let after = 0; after < MOST_OPERATIONS; after += every) {
    let struck = false
    await round(async (call) => {
      struck = await crashesAfter(cloud, door, after, call)
    }, after)
    if (!struck) return interruptions
    interruptions += 1
  }
  throw new Error(`a call of ${door} makes more than ${MOST_OPERATIONS} database operations`)
}

/** Whether the instance ended with the operation after so many; then the call had no answer. */
export async function crashesAfter(
  cloud: CampaignCloud,
  door: string,
  operations: number,
  call: () => Promise<unknown>,
): Promise<boolean> {
  const crash = { kind: 'crash', effect: 'after' } as const
  cloud.setFaults([{ action: 'database.*', function: door, after: operations, times: 1, fault: crash }])
  const answered = await call().then(
    () => true,
    () => false,
  )
  const struck = cloud.faults().faults[0]?.strikes === 1
  cloud.setFaults([])
  expect(answered).toBe(!struck)
  return struck
}
