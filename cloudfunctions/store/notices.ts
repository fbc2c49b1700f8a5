import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** What a notice is about. */
export type NoticeOccasion =
  | 'deadline'
  | 'returned'
  | 'ready'
  | 'gift-ready'
  | 'handed-over'
  | 'expired'
  | 'passed-on'
  | 'to-confirm'

/** How the subscription message of a notice went. `unknown`: the call ended while it was being sent; it is never sent again. */
export type Push = 'none' | 'waiting' | 'sending' | 'sent' | 'no-acceptance' | 'failed' | 'unknown'

/** Something that a customer should know: shown in the mini-program until it is put away, and sent to WeChat where accepted. */
export interface Notice {
  /** `<benefitId>.<occasion>…`: one for a prize, gift or payment and occasion, whoever makes it and however often. */
  _id: string
  account: string
  benefitId: string
  occasion: NoticeOccasion
  title: string
  sentence: string
  /** The prize, gift or offer by name, and the day that matters, for a message's fields. */
  prizeName: string
  on: string | null
  at: Instant
  /** Null until the customer puts it away. */
  dismissedAt: Instant | null
  push: Push
  pushedAt: Instant | null
}

const notices = collection<Notice>('notices')

/** False when the notice of this prize or gift and occasion was made before. */
export const addNotice = (notice: Omit<Notice, 'dismissedAt' | 'push' | 'pushedAt'>): Promise<boolean> =>
  notices.add({ ...notice, dismissedAt: null, push: 'waiting', pushedAt: null })

/** What the customer has not put away, the latest first. */
export const listNoticesOf = (account: string, limit: number): Promise<Notice[]> =>
  notices.list({ account, dismissedAt: null }, { orderBy: ['at', 'desc'], limit })

/** All that the customer has not put away. */
export const listStandingOf = (account: string): Promise<Notice[]> => notices.listAll({ account, dismissedAt: null })

export async function dismissNotice(account: string, id: string, at: Instant): Promise<void> {
  await notices.updateWhere({ _id: id, account, dismissedAt: null }, { dismissedAt: at })
}

/** Notices about a prize or gift that no longer say what is so. */
export async function dismissNoticesAbout(
  benefitId: string,
  occasions: readonly NoticeOccasion[],
  at: Instant,
): Promise<void> {
  await notices.updateWhere({ benefitId, occasion: command.in([...occasions]), dismissedAt: null }, { dismissedAt: at })
}

/** Also what was put away, the earliest first: for a copy of all that is kept. */
export const listEveryNoticeOf = async (account: string): Promise<Notice[]> =>
  (await notices.listAll({ account })).sort((one, other) => one.at - other.at)

export const countNoticesOf = (account: string): Promise<number> => notices.count({ account })

/** On the customer's own request: also what waits to be sent. */
export const removeNoticesOf = (account: string): Promise<number> => notices.removeWhere({ account })

export const listToPush = (limit: number): Promise<Notice[]> =>
  notices.list({ push: 'waiting' }, { orderBy: ['at', 'asc'], limit })

/** Takes the sending of a notice upon oneself; false when another call did. */
export const beginPush = async (id: string, at: Instant): Promise<boolean> =>
  (await notices.updateWhere({ _id: id, push: 'waiting' }, { push: 'sending', pushedAt: at })) === 1

export async function endPush(id: string, push: Exclude<Push, 'waiting' | 'sending'>): Promise<void> {
  await notices.updateWhere({ _id: id, push: 'sending' }, { push })
}

/** Sendings whose call must have ended: whether they arrived nobody knows. @returns how many */
export const giveUpPushes = (begunBefore: Instant): Promise<number> =>
  notices.updateWhere({ push: 'sending', pushedAt: command.lt(begunBefore) }, { push: 'unknown' })
