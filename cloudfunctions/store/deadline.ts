import { AsyncLocalStorage } from 'node:async_hooks'

/** A call's time is up: it touches the database no more. */
export class OutOfTime extends Error {}

const deadlines = new AsyncLocalStorage<number>()

/** Does something for a call that is answered within `ms`. Whatever of it still runs after that ends at its next database operation. */
export const withDeadline = <Answer>(ms: number, work: () => Promise<Answer>): Promise<Answer> =>
  deadlines.run(performance.now() + ms, work)

/** @throws OutOfTime after the deadline of the call that this belongs to */
export function checkDeadline(): void {
  const deadline = deadlines.getStore()
  if (deadline !== undefined && performance.now() > deadline) throw new OutOfTime('the call was answered before')
}
