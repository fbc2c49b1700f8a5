import { afterAll, beforeAll, expect, test } from 'vitest'
import { openConsole } from '#contract/console'
import { beginLogin, confirmLogin, lookAtLogin, pollLogin } from '#contract/console-login'
import { leaveConsole, listSessions, revokeSession, revokeSessions } from '#contract/console-sessions'
import { approveProposal, listProposals } from '#contract/proposals'
import { proposeStaffChange } from '#contract/staff'
import { entriesOf, expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { Desk } from './desk'
import { change, storedIn } from './policy-book'
import { accountNumberOf, branchPerson, changeOf, chen, reviewer, takeOnStaff, zhao } from './staff-people'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await takeOnStaff(cloud)
})
afterAll(() => cloud.stop())

test('扫码、核对数字、确认、进入：浏览器每一步都知道到哪了', async () => {
  const desk = new Desk(cloud)
  expect(await desk.ask(openConsole, {})).toEqual({ ok: false, code: 'not-signed-in' })
  const { ticketId, number, code, expiresAt, now } = await desk.begin()
  expect(code).toMatch(/^data:image\/png;base64,/)
  expect(expiresAt - now).toBe(180_000)
  expect(await desk.get(pollLogin, { ticketId })).toEqual({ state: 'waiting' })

  const seen = await cloud.get(lookAtLogin, { ticketId }, reviewer)
  expect(seen).toMatchObject({
    browser: 'Chrome 131 · Windows',
    place: '203.0.113.*',
    me: { name: '钱审核', role: 'reviewer' },
  })
  expect(seen.numbers).toHaveLength(3)
  expect(seen.numbers).toContain(number)
  expect(await desk.get(pollLogin, { ticketId })).toEqual({ state: 'scanned' })

  await cloud.get(confirmLogin, { ticketId, number }, reviewer)
  expect(desk.cookie).toBe('')
  expect(await desk.get(pollLogin, { ticketId })).toEqual({ state: 'entered' })
  expect((await desk.get(openConsole, {})).me).toMatchObject({ name: '钱审核', role: 'reviewer' })
})

test('回答带着不能被脚本读取的 cookie，其他网站用不了', async () => {
  const desk = new Desk(cloud)
  const { ticketId, number } = await desk.begin()
  await cloud.get(lookAtLogin, { ticketId }, chen)
  await cloud.get(confirmLogin, { ticketId, number }, chen)
  const { headers } = await desk.send(desk.request(pollLogin.name, { ticketId }))
  expect(headers['set-cookie']).toMatch(
    /^console=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=28800$/,
  )
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  expect(Object.keys(headers).some((name) => name.startsWith('access-control'))).toBe(false)
})

test('后台里两位管理员变更人员：一位提出，另一位同意，和在微信里一样', async () => {
  const [one, other] = [await new Desk(cloud).enterAs(chen), await new Desk(cloud).enterAs(zhao)]
  const request = { change: changeOf(person('by-desk')), reason: '新人入职', requestKey: newNonce() }
  const { proposalId } = await one.get(proposeStaffChange, request)
  expect((await other.get(listProposals, { open: true })).proposals[0]).toMatchObject({ proposalId, hindrance: null })
  expect(await other.get(approveProposal, { proposalId })).toMatchObject({ state: 'done' })
})

test('自己的登录都列出；退出其中一个，那个浏览器马上进不来，这个还在', async () => {
  const [here, there] = [
    await new Desk(cloud).enterAs(branchPerson),
    await new Desk(cloud, '2001:db8:1::7').enterAs(branchPerson),
  ]
  const { sessions } = await here.get(listSessions, { everybody: false })
  expect(sessions.map(({ place, current }) => [place, current]).sort()).toEqual([
    ['2001:db8:1:*', false],
    ['203.0.113.*', true],
  ])
  const sessionId = sessions.find(({ current }) => !current)?.sessionId ?? ''
  await expectLoggedOnce(cloud, () => here.ask(revokeSession, { sessionId }), 'session.revoke', sessionId)
  expect(await there.ask(openConsole, {})).toEqual({ ok: false, code: 'not-signed-in' })
  expect(await here.ask(openConsole, {})).toMatchObject({ ok: true })
})

test('从手机上也能退出自己全部的登录', async () => {
  const desk = await new Desk(cloud).enterAs(branchPerson)
  const { ended } = await cloud.get(revokeSessions, { whose: 'mine' }, branchPerson)
  expect(ended).toBe(2)
  expect(await desk.ask(openConsole, {})).toEqual({ ok: false, code: 'not-signed-in' })
})

test('管理员看到所有人的登录，退出一个人的全部，自己的还在', async () => {
  const admin = await new Desk(cloud).enterAs(chen)
  const desk = await new Desk(cloud).enterAs(reviewer)
  const { sessions } = await admin.get(listSessions, { everybody: true })
  expect(new Set(sessions.map(({ name }) => name))).toEqual(new Set(['陈管理', '赵管理', '钱审核']))
  await admin.get(revokeSessions, { whose: accountNumberOf(reviewer) })
  expect(await desk.ask(openConsole, {})).toEqual({ ok: false, code: 'not-signed-in' })
  await admin.get(revokeSessions, { whose: 'everybody' })
  expect((await admin.get(listSessions, { everybody: true })).sessions).toHaveLength(1)
})

test('退出：cookie 收回，会话结束，日志里有谁离开', async () => {
  const desk = await new Desk(cloud).enterAs(reviewer)
  const kept = desk.cookie
  await desk.get(leaveConsole, {})
  expect(desk.cookie).toBe('console=')
  desk.cookie = kept
  expect(await desk.ask(openConsole, {})).toEqual({ ok: false, code: 'not-signed-in' })
  expect(await entriesOf(cloud, 'session.leave')).toMatchObject([{ who: { account: accountNumberOf(reviewer) } }])
})

test('用着就续，15 分钟不用就结束，8 小时一定结束', async () => {
  const desk = await new Desk(cloud).enterAs(reviewer)
  const mine = async () => (await cloud.get(listSessions, { everybody: false }, reviewer)).sessions
  const [first] = await mine()
  if (!first) throw new Error('no session')
  expect(first.endsAt - first.startedAt).toBe(15 * 60_000)
  const longAgo = first.startedAt - 10 * 60_000
  await change(cloud, 'consoleSessions', first.sessionId, { usedAt: longAgo, endsAt: longAgo + 15 * 60_000 })
  await desk.get(openConsole, {})
  const [renewed] = await mine()
  expect(renewed?.endsAt).toBeGreaterThanOrEqual(first.endsAt)

  const soon = Date.now() + 60_000
  await change(cloud, 'consoleSessions', first.sessionId, { usedAt: longAgo, latestEndsAt: soon })
  await desk.get(openConsole, {})
  expect((await mine())[0]?.endsAt).toBe(soon)
  await change(cloud, 'consoleSessions', first.sessionId, { endsAt: Date.now() - 1 })
  expect(await desk.ask(openConsole, {})).toEqual({ ok: false, code: 'not-signed-in' })
})

test('存下来的没有 cookie 里的令牌，也没有登录码', async () => {
  const desk = new Desk(cloud)
  const { ticketId, number } = await desk.get(beginLogin, { publicKey: desk.publicKey })
  await cloud.get(lookAtLogin, { ticketId }, reviewer)
  await cloud.get(confirmLogin, { ticketId, number }, reviewer)
  await desk.get(pollLogin, { ticketId })
  const kept = [...(await storedIn(cloud, 'consoleSessions')), ...(await storedIn(cloud, 'consoleTickets'))].join('\n')
  for (const secret of [ticketId, ...desk.tokenTraces(), '203.0.113.7', 'openid-']) expect(kept).not.toContain(secret)
})
