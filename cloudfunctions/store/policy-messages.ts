import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** A signed message of the policy feed: its nonce, so that it counts once, and what is left to do for it. */
export interface PolicyMessage {
  /** The nonce. */
  _id: string
  receivedAt: Instant
  /** True from before its policies are stored until what follows from them stands in the ledger. */
  unfinished: boolean
  policyNumbers: string[]
  /** How often the timer has tried in vain. */
  failures?: number
  /** Not tried again before. */
  notBefore?: Instant
}

const messages = collection<PolicyMessage>('policyMessages')

/** False for a nonce that was used before. */
export const takeNonce = (nonce: string, receivedAt: Instant): Promise<boolean> =>
  messages.add({ _id: nonce, receivedAt, unfinished: false, policyNumbers: [] })

/** Before the policies are stored: a crash from here on leaves the message where the timer finds it. */
export const beginMessage = (nonce: string, policyNumbers: string[]): Promise<number> =>
  messages.updateWhere({ _id: nonce }, { unfinished: true, policyNumbers })

export const finishMessage = (nonce: string): Promise<number> =>
  messages.updateWhere({ _id: nonce }, { unfinished: false, policyNumbers: [] })

/** Leaves these policies of it to a later attempt. */
export const putMessageOff = (
  { _id }: PolicyMessage,
  later: Required<Pick<PolicyMessage, 'policyNumbers' | 'failures' | 'notBefore'>>,
): Promise<number> => messages.updateWhere({ _id }, later)

/** Messages whose call must have ended before `receivedBefore` without finishing, and that may be tried at `now`, the first ones first. */
export const listUnfinishedMessages = (
  receivedBefore: Instant,
  now: Instant,
  limit: number,
): Promise<PolicyMessage[]> =>
  messages.list(
    { unfinished: true, receivedAt: command.lt(receivedBefore), notBefore: command.not(command.gt(now)) },
    { orderBy: ['receivedAt', 'asc'], limit },
  )

/** Nonces that no timestamp lets in again. */
export const forgetNonces = (receivedBefore: Instant): Promise<number> =>
  messages.removeWhere({ unfinished: false, receivedAt: command.lt(receivedBefore) })
