import type { Instant } from '#values/days'
import { collection, command } from './collection'
import type { PublicKey } from './console-tickets'
import { lookupHash } from './secrets'

/** Somebody of staff in one browser. Times are of the machine's clock. */
export interface ConsoleSession {
  /** Keyed hash of the cookie's token: what stands here opens nothing. */
  _id: string
  account: string
  publicKey: PublicKey
  browser: string
  place: string | null
  startedAt: Instant
  usedAt: Instant
  /** Moves on while it is used, up to `latestEndsAt`; brought forward by a revocation. */
  endsAt: Instant
  latestEndsAt: Instant
  /** The account that ended it; nobody while it lives, or when its time was over. */
  endedBy?: string
}

const sessions = collection<ConsoleSession>('consoleSessions')

const UNUSED_MS = 15 * 60_000
const LONGEST_MS = 8 * 3_600_000
/** The end is not written more often than so. */
const RENEW_AFTER_MS = 60_000
/** How long an ended session's entry is kept: the audit log says the rest. */
const KEPT_MS = 7 * 86_400_000

export const SESSION_SECONDS = LONGEST_MS / 1000

const sessionIdOf = (token: string): string => lookupHash('console-session', token)

type Opened = Pick<ConsoleSession, 'account' | 'publicKey' | 'browser' | 'place'>

/** @returns its id, which is no secret */
export async function openSession(token: string, opened: Opened, at: Instant): Promise<string> {
  const _id = sessionIdOf(token)
  const ends = { endsAt: at + UNUSED_MS, latestEndsAt: at + LONGEST_MS }
  if (!(await sessions.add({ ...opened, _id, startedAt: at, usedAt: at, ...ends }))) {
    throw new Error('a session with this token is there already')
  }
  return _id
}

/** Null for one that there is not, or that has ended. One database operation. */
export async function findSession(token: string, at: Instant): Promise<ConsoleSession | null> {
  const session = await sessions.find(sessionIdOf(token))
  return session && at < session.endsAt ? session : null
}

/** Moves the end on, now and then: never one that was revoked meanwhile. At most one operation. */
export async function renewSession(session: ConsoleSession, at: Instant): Promise<void> {
  const { _id, usedAt, endsAt, latestEndsAt } = session
  if (at - usedAt < RENEW_AFTER_MS) return
  await sessions.updateWhere({ _id, endsAt }, { usedAt: at, endsAt: Math.min(at + UNUSED_MS, latestEndsAt) })
}

/** Alive ones, of one account or of all. */
export const listSessions = (account: string | null, at: Instant): Promise<ConsoleSession[]> =>
  sessions.listAll({ ...(account === null ? {} : { account }), endsAt: command.gt(at) })

/** False when it is not that account's (null: anybody's), or ended otherwise. Ended again by the same person, it is ended. */
export async function endSession(_id: string, account: string | null, endedBy: string, at: Instant): Promise<boolean> {
  const where = { _id, ...(account === null ? {} : { account }), endsAt: command.gt(at) }
  if ((await sessions.updateWhere(where, { endsAt: at, endedBy })) === 1) return true
  return (await sessions.find(_id))?.endedBy === endedBy
}

/** All of one account's, or everybody's, but one. @returns how many */
export const endSessions = (account: string | null, but: string | null, at: Instant): Promise<number> =>
  sessions.updateWhere(
    {
      ...(account === null ? {} : { account }),
      ...(but === null ? {} : { _id: command.neq(but) }),
      endsAt: command.gt(at),
    },
    { endsAt: at },
  )

export const removeOldSessions = (at: Instant): Promise<number> =>
  sessions.removeWhere({ endsAt: command.lt(at - KEPT_MS) })
