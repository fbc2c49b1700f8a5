import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** A signed message of the policy feed: its nonce, so that it counts once, and what is left to do for it. */
interface PolicyMessage {
  /** The nonce. */
  _id: string
  receivedAt: Instant
  /** True from before its policies are stored until what follows from them stands in the ledger. */
  unfinished: boolean
  policyNumbers: string[]
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

/** Messages whose call must have ended before `receivedBefore`, without finishing. */
export const listUnfinishedMessages = (receivedBefore: Instant, limit: number): Promise<PolicyMessage[]> =>
  messages.list({ unfinished: true, receivedAt: command.lt(receivedBefore) }, { limit })

/** Nonces that no timestamp lets in again. */
export const forgetNonces = (receivedBefore: Instant): Promise<number> =>
  messages.removeWhere({ unfinished: false, receivedAt: command.lt(receivedBefore) })
