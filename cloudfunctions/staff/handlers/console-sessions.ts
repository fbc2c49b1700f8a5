import {
  leaveConsole as leaveOperation,
  listSessions as listOperation,
  revokeSessions as revokeAllOperation,
  revokeSession as revokeOperation,
} from '#contract/console-sessions'
import { audit } from '#pipeline/audit'
import { readMachineClock } from '#pipeline/clock'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { type ConsoleSession, endSession, endSessions, listSessions as listAlive } from '#store/console-sessions'
import { listStaff, type StaffMember } from '#store/staff'
import { deskStaff } from './console-login'

export const listSessions = handle(listOperation, deskStaff, async ({ everybody }, { staff, browser }) => {
  if (everybody && staff.role !== 'admin') return refuse('not-allowed')
  const at = readMachineClock()
  const alive = await listAlive(everybody ? null : staff._id, at)
  const members = new Map((everybody ? await listStaff() : [staff]).map((member) => [member._id, member]))
  const sessions = alive.map((session) => shown(session, members.get(session.account), browser?.sessionId ?? null))
  return { sessions: sessions.sort((one, other) => other.usedAt - one.usedAt), now: at }
})

function shown(
  { _id, account, browser, place, startedAt, usedAt, endsAt }: ConsoleSession,
  member: StaffMember | undefined,
  here: string | null,
) {
  const { name = '', role = '' } = member ?? {}
  return { sessionId: _id, account, name, role, browser, place, startedAt, usedAt, endsAt, current: _id === here }
}

export const revokeSession = handle(revokeOperation, deskStaff, async ({ sessionId }, call) => {
  const { staff } = call
  const whose = staff.role === 'admin' ? null : staff._id
  if (!(await endSession(sessionId, whose, staff._id, readMachineClock()))) return refuse('session-unknown')
  await audit(call, {
    what: 'session.revoke',
    object: { kind: 'console-session', id: sessionId },
    why: '退出这个登录',
    deed: 'revoke',
  })
  return {}
})

export const revokeSessions = handle(revokeAllOperation, deskStaff, async ({ whose }, call) => {
  const { staff, browser } = call
  const mine = whose === 'mine' || whose === staff._id
  if (!mine && staff.role !== 'admin') return refuse('not-allowed')
  const account = mine ? staff._id : whose === 'everybody' ? null : whose
  // This browser stays: whoever ends all others can see that it worked.
  const ended = await endSessions(account, browser?.sessionId ?? null, readMachineClock())
  await audit(call, {
    what: 'session.revoke-all',
    object: { kind: 'staff', id: account ?? '全部' },
    after: { sessions: ended },
    why: account === null ? '退出所有人的登录' : mine ? '退出自己的其他登录' : '退出一个人的全部登录',
  })
  return { ended }
})

export const leaveConsole = handle(leaveOperation, deskStaff, async (_input, call) => {
  const { staff, browser } = call
  const sessionId = browser?.sessionId
  if (sessionId) {
    // Before it ends: nobody can ask again with a session that has ended, and nobody else ends this one by leaving.
    await audit(call, {
      what: 'session.leave',
      object: { kind: 'console-session', id: sessionId },
      why: '离开后台',
      deed: 'leave',
    })
    await endSession(sessionId, staff._id, staff._id, readMachineClock())
  }
  browser?.keepToken(null)
  return {}
})
