import type { DeletionRow } from '#rules/customer-data/deletion'
import type { Day, Instant } from '#values/days'
import { collection, command, type Fields } from './collection'

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

type Place = Pick<DeletionRequest, '_id' | 'requestedAt'>

/**
 * A page of those that wait, the earliest first, or of those that were answered, the latest first; `after` is the last of the
 * page before. One database operation, two where the page before ended among requests of one moment.
 */
export async function listDeletionRequests(
  state: DeletionRequest['state'],
  { after, limit }: { after: Place | null; limit: number },
): Promise<DeletionRequest[]> {
  const [order, beyond] = state === 'requested' ? (['asc', command.gt] as const) : (['desc', command.lt] as const)
  const ask = (more: Fields, most: number): Promise<DeletionRequest[]> =>
    requests.list({ state, ...more }, { orderBy: ['requestedAt', order], thenBy: ['_id', 'asc'], limit: most })
  if (!after) return ask({}, limit)
  const sameMoment = await ask({ requestedAt: after.requestedAt, _id: command.gt(after._id) }, limit)
  if (sameMoment.length === limit) return sameMoment
  return [...sameMoment, ...(await ask({ requestedAt: beyond(after.requestedAt) }, limit - sameMoment.length))]
}

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
