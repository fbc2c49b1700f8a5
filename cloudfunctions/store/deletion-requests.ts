import type { Day, Instant } from '#values/days'
import { collection } from './collection'

/** A customer's request to have personal data deleted (个人信息保护法 §47). */
export interface DeletionRequest {
  /** The WeChat account. */
  _id: string
  /** Of the policyholder that the account was bound to; null when it was bound to none. */
  holderId: string | null
  requestedAt: Instant
  /** By when it is answered in full. */
  dueOn: Day
  state: 'requested' | 'done'
}

const requests = collection<DeletionRequest>('deletionRequests')

export const findDeletionRequest = (account: string): Promise<DeletionRequest | null> => requests.find(account)

/** The latest request of an account stands in place of an earlier one. */
export async function keepDeletionRequest({ _id, ...request }: DeletionRequest): Promise<void> {
  if (await requests.add({ _id, ...request })) return
  await requests.updateWhere({ _id }, request)
}
