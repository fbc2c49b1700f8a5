import type { Instant } from '#values/days'
import { collection, command } from './collection'
import { unseal } from './secrets'

/** Somebody was shown personal data in the clear. */
export interface Access {
  _id: string
  /** Who looked: a staff id, an account, or `system`. */
  who: string
  /** The holder whose data it is; the account whose booking or prize. */
  whose: string
  /** What was shown, in Chinese: 手机号. */
  field: string
  /** What for, in Chinese. */
  why: string
  at: Instant
}

const accesses = collection<Access>('accessLog')

/**
 * Opens a sealed value to be shown. The one way to do so: the access stands in the log before the value is returned, and
 * where it cannot be logged nothing is shown. `_id` tells one access from another; it may be random.
 */
export async function unmask(sealed: string, access: Access): Promise<string> {
  const clear = unseal(sealed).toString()
  if (!(await accesses.add(access))) throw new Error('this access was logged before')
  return clear
}

/** The earliest first: for a copy of all that is kept. */
export const listEveryAccess = async (whose: readonly string[]): Promise<Access[]> =>
  (await accesses.listAll({ whose: command.in([...whose]) })).sort((one, other) => one.at - other.at)

export const countAccesses = (whose: readonly string[]): Promise<number> =>
  accesses.count({ whose: command.in([...whose]) })

/** Who looked at these holders' or accounts' data, the latest first. */
export const listAccesses = (whose: readonly string[], limit: number): Promise<Access[]> =>
  accesses.list({ whose: command.in([...whose]) }, { orderBy: ['at', 'desc'], limit })
