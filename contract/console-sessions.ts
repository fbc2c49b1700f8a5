import * as v from 'valibot'
import { operation } from './operation'
import { countSchema, instantSchema, pseudonymSchema } from './scalars'

export const sessionSchema = v.object({
  sessionId: v.string(),
  account: pseudonymSchema,
  name: v.string(),
  role: v.string(),
  browser: v.string(),
  place: v.nullable(v.string()),
  startedAt: instantSchema,
  usedAt: instantSchema,
  /** When it ends by itself unless it is used. */
  endsAt: instantSchema,
  /** This very browser's. */
  current: v.boolean(),
})
export type ConsoleSession = v.InferOutput<typeof sessionSchema>

const own = ['not-signed-in', 'not-allowed'] as const

/** Sessions that are alive: one's own; an admin may ask for everybody's. Times are the real ones, whatever the campaign's clock says. */
export const listSessions = operation({
  name: 'console-session.list',
  door: 'staff',
  input: v.strictObject({ everybody: v.boolean() }),
  output: v.object({ sessions: v.array(sessionSchema), now: instantSchema }),
  refusals: own,
})

/** Ends one session at once: one's own, or for an admin anybody's. */
export const revokeSession = operation({
  name: 'console-session.revoke',
  door: 'staff',
  input: v.strictObject({ sessionId: v.pipe(v.string(), v.maxLength(64)) }),
  output: v.object({}),
  refusals: [...own, 'session-unknown'],
})

/** Ends all of one's own sessions but this one, or for an admin all of somebody's, or everybody's. */
export const revokeSessions = operation({
  name: 'console-session.revoke-all',
  door: 'staff',
  input: v.strictObject({ whose: v.union([v.literal('mine'), v.literal('everybody'), pseudonymSchema]) }),
  output: v.object({ ended: countSchema }),
  refusals: own,
})

/** 退出: ends this browser's session and takes its cookie away. */
export const leaveConsole = operation({
  name: 'console-session.leave',
  door: 'staff',
  input: v.object({}),
  output: v.object({}),
  refusals: own,
})
