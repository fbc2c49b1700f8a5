import type { DeletionRow } from '#rules/customer-data/deletion'
import type { Day, Instant } from '#values/days'
import { collection, command } from './collection'

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
  /** What was answered; requests that nobody has answered have none. */
  answer?: { at: Instant; by: string[]; rows: readonly DeletionRow[] } | null
}

const requests = collection<DeletionRequest>('deletionRequests')

export const findDeletionRequest = (account: string): Promise<DeletionRequest | null> => requests.find(account)

/** The latest request of an account stands in place of an earlier one. */
export async function keepDeletionRequest({ _id, ...request }: DeletionRequest): Promise<void> {
  if (await requests.add({ _id, ...request })) return
  await requests.updateWhere({ _id }, request)
}

/** Those that wait, or that were answered; the earliest first. */
export const listDeletionRequests = (state: DeletionRequest['state'], limit: number): Promise<DeletionRequest[]> =>
  requests.list({ state }, { orderBy: ['requestedAt', 'asc'], limit })

/** Answers a request as it was read, once. */
export async function answerDeletion(
  { _id, requestedAt }: DeletionRequest,
  answer: NonNullable<DeletionRequest['answer']>,
): Promise<boolean> {
  const updated = await requests.updateWhere(
    { _id, requestedAt, state: 'requested' },
    { state: 'done', answer: command.set(answer) },
  )
  return updated === 1
}
