import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConsole } from '#contract/console'
import {
  beginLogin,
  confirmLogin,
  lookAtLogin,
  pollLogin,
  refuseLogin,
  signatureHeaders,
} from '#contract/console-login'
import { listSessions, revokeSession, revokeSessions } from '#contract/console-sessions'
import { approveProposal } from '#contract/proposals'
import { listStaff } from '#contract/staff'
import { expectLoggedOnce } from './audit-log'
import { type CampaignCloud, person, runningCampaign } from './campaign-cloud'
import { Desk } from './desk'
import { appoint, change } from './policy-book'
import { accountNumberOf, analyst, chen, propose, reviewer, takeOnStaff, zhao } from './staff-people'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await takeOnStaff(cloud)
})
afterAll(() => cloud.stop())

const out = { ok: false, code: 'not-signed-in' } as const
const gone = { ok: false, code: 'login-ticket-gone' } as const
const anotherThan = (number: string) => (number === '10' ? '11' : '10')

describe('登录码', () => {
  test('客户、没有登记的人、维修厂的人：看不到要确认什么', async () => {
    await appoint(cloud, {
      openid: person('mechanic').openid,
      name: '维修演示',
      role: 'workshop',
      workshopId: 'demo-north',
    })
    const { ticketId } = await new Desk(cloud).begin()
    for (const who of [person('stranger'), person('mechanic')]) {
      expect(await cloud.ask(lookAtLogin, { ticketId }, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    }
  })

  test('没有看过、换了一个人、编出来的：都确认不了', async () => {
    const { ticketId, number } = await new Desk(cloud).begin()
    expect(await cloud.ask(confirmLogin, { ticketId, number }, reviewer)).toMatchObject(gone)
    await cloud.get(lookAtLogin, { ticketId }, reviewer)
    expect(await cloud.ask(lookAtLogin, { ticketId }, chen)).toMatchObject(gone)
    expect(await cloud.ask(confirmLogin, { ticketId, number }, chen)).toMatchObject(gone)
    expect(await cloud.ask(refuseLogin, { ticketId }, chen)).toMatchObject(gone)
    expect(await cloud.ask(lookAtLogin, { ticketId: 'A'.repeat(24) }, chen)).toMatchObject(gone)
  })

  test('别人发来的码：收到的人面前没有那个屏幕，数字选错一次就作废', async () => {
    const attacker = new Desk(cloud)
    const { ticketId, number } = await attacker.begin()
    const { numbers } = await cloud.get(lookAtLogin, { ticketId }, reviewer)
    const wrong = numbers.find((one) => one !== number) ?? anotherThan(number)
    expect(await cloud.ask(confirmLogin, { ticketId, number: wrong }, reviewer)).toMatchObject({
      code: 'login-number-wrong',
    })
    expect(await cloud.ask(confirmLogin, { ticketId, number }, reviewer)).toMatchObject(gone)
    expect(await attacker.get(pollLogin, { ticketId })).toEqual({ state: 'refused' })
  })

  test('拒绝了的：浏览器进不来，再确认也没有用', async () => {
    const desk = new Desk(cloud)
    const { ticketId, number } = await desk.begin()
    await cloud.get(lookAtLogin, { ticketId }, reviewer)
    await cloud.get(refuseLogin, { ticketId }, reviewer)
    expect(await cloud.ask(confirmLogin, { ticketId, number }, reviewer)).toMatchObject(gone)
    expect(await desk.get(pollLogin, { ticketId })).toEqual({ state: 'refused' })
  })

  test('确认过的：八个请求同时来取，只有一个取到；用过的再确认、再取，谁也进不来', async () => {
    const desk = new Desk(cloud)
    const { ticketId, number } = await desk.begin()
    await cloud.get(lookAtLogin, { ticketId }, reviewer)
    await cloud.get(confirmLogin, { ticketId, number }, reviewer)
    const polls = await Promise.all(Array.from({ length: 8 }, () => desk.ask(pollLogin, { ticketId })))
    expect(polls.filter(({ ok }) => ok)).toHaveLength(1)
    await cloud.get(confirmLogin, { ticketId, number }, reviewer)
    expect(await desk.ask(pollLogin, { ticketId })).toEqual(gone)
    expect(await cloud.ask(lookAtLogin, { ticketId }, reviewer)).toMatchObject(gone)
  })

  test('确认、拒绝、选错数字断在记日志之前：再来一次回答一样，日志里各有一条', async () => {
    const { ticketHashOf } = await import('#store/console-tickets')
    const scanned = async () => {
      const { ticketId, number } = await new Desk(cloud).begin()
      await cloud.get(lookAtLogin, { ticketId }, reviewer)
      return { ticketId, number }
    }
    const outcome = (asked: Promise<{ ok: true } | { ok: false; code: string }>) =>
      asked.then((answer) => (answer.ok ? 'done' : answer.code))
    const right = await scanned()
    const confirm = () => outcome(cloud.ask(confirmLogin, right, reviewer))
    await expectLoggedOnce(cloud, confirm, 'console-login.confirm', ticketHashOf(right.ticketId))
    const another = await scanned()
    const mistake = () =>
      outcome(cloud.ask(confirmLogin, { ...another, number: anotherThan(another.number) }, reviewer))
    await expectLoggedOnce(cloud, mistake, 'console-login.refuse', ticketHashOf(another.ticketId))
    const { ticketId } = await scanned()
    const refusal = () => outcome(cloud.ask(refuseLogin, { ticketId }, reviewer))
    await expectLoggedOnce(cloud, refusal, 'console-login.refuse', ticketHashOf(ticketId))
  })

  test('过期的：看不到，也取不到', async () => {
    const desk = new Desk(cloud)
    const { ticketId, number } = await desk.begin()
    await cloud.get(lookAtLogin, { ticketId }, analyst)
    await cloud.get(confirmLogin, { ticketId, number }, analyst)
    const { ticketHashOf } = await import('#store/console-tickets')
    await change(cloud, 'consoleTickets', ticketHashOf(ticketId), { expiresAt: Date.now() - 1 })
    expect(await desk.ask(pollLogin, { ticketId })).toEqual(gone)
  })

  test('另一个浏览器拿着同一个登录码：没有那把钥匙，取不到', async () => {
    const [desk, other] = [new Desk(cloud), new Desk(cloud)]
    const { ticketId, number } = await desk.begin()
    await cloud.get(lookAtLogin, { ticketId }, analyst)
    await cloud.get(confirmLogin, { ticketId, number }, analyst)
    expect(await other.ask(pollLogin, { ticketId })).toEqual(gone)
    expect(await desk.get(pollLogin, { ticketId })).toEqual({ state: 'entered' })
  })

  test('用别人的公钥开始：签名对不上，不给码', async () => {
    const [desk, other] = [new Desk(cloud), new Desk(cloud)]
    expect(await desk.ask(beginLogin, { publicKey: other.publicKey })).toEqual({ ok: false, code: 'not-allowed' })
  })

  test('同一个地址 10 分钟最多 60 个码，别的地址不受影响', async () => {
    const desks = Array.from({ length: 61 }, () => new Desk(cloud, '198.51.100.9'))
    const answers = await Promise.all(desks.map((desk) => desk.ask(beginLogin, { publicKey: desk.publicKey })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(60)
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'too-many-logins' })
    expect(await new Desk(cloud, '198.51.100.10').begin()).toMatchObject({ number: expect.any(String) })
  })

  test('小程序里不能开始登录，也不能替浏览器取会话', async () => {
    const desk = new Desk(cloud)
    for (const operation of ['console-login.begin', 'console-login.poll']) {
      const { result } = await cloud.call('staff', { operation, input: { publicKey: desk.publicKey } }, reviewer)
      expect(result).toMatchObject({ ok: false, code: 'operation-unknown' })
    }
  })
})

describe('会话', () => {
  test('偷走 cookie 而没有钥匙：什么都做不了', async () => {
    const desk = await new Desk(cloud).enterAs(chen)
    const thief = new Desk(cloud, '198.51.100.1')
    thief.cookie = desk.cookie
    expect(await thief.ask(listStaff, {})).toEqual({ ok: false, code: 'request-unsigned' })
    const { headers, body } = desk.request(listStaff.name, {})
    const { [signatureHeaders.signature]: _left, ...unsigned } = headers
    expect((await thief.send({ headers: unsigned, body })).reply).toMatchObject({ code: 'request-unsigned' })
  })

  test('有钥匙而没有 cookie、cookie 改了一个字：没有登录', async () => {
    const desk = await new Desk(cloud).enterAs(chen)
    const good = desk.cookie
    desk.cookie = ''
    expect(await desk.ask(listStaff, {})).toEqual(out)
    desk.cookie = good.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
    expect(await desk.ask(listStaff, {})).toEqual(out)
  })

  test('录下的请求再发一遍、八遍同时发：只有第一遍算', async () => {
    const desk = await new Desk(cloud).enterAs(chen)
    const request = desk.request(openConsole.name, {})
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.send(request)))
    expect(answers.filter(({ reply }) => reply.ok)).toHaveLength(1)
    expect((await desk.send(request)).reply).toMatchObject({ ok: false, code: 'request-replayed' })
  })

  test('内容改了、随机数换了、时间不对：都不认', async () => {
    const desk = await new Desk(cloud).enterAs(chen)
    const request = desk.request(listSessions.name, { everybody: false })
    const altered = { ...request, body: request.body.replace('false', 'true') }
    expect((await desk.send(altered)).reply).toMatchObject({ code: 'request-unsigned' })
    const renamed = { ...request, headers: { ...request.headers, [signatureHeaders.nonce]: '0'.repeat(32) } }
    expect((await desk.send(renamed)).reply).toMatchObject({ code: 'request-unsigned' })
    const old = desk.request(openConsole.name, {}, Date.now() - 301_000)
    expect((await desk.send(old)).reply).toMatchObject({ code: 'request-stale' })
  })

  test('别的网站、表单、别的方法、别的地址、太长的内容：不进门', async () => {
    const desk = await new Desk(cloud).enterAs(chen)
    const { headers, body } = desk.request(openConsole.name, {})
    const crossSite = await desk.send({ headers: { ...headers, 'sec-fetch-site': 'cross-site' }, body })
    expect([crossSite.statusCode, crossSite.reply]).toMatchObject([403, { code: 'not-allowed' }])
    const form = await desk.send({ headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body })
    expect(form.statusCode).toBe(415)
    expect((await desk.send({ headers, body }, { httpMethod: 'GET' })).statusCode).toBe(405)
    expect((await desk.send({ headers, body }, { httpMethod: 'OPTIONS' })).statusCode).toBe(405)
    expect((await desk.send({ headers, body }, { path: '/elsewhere' })).statusCode).toBe(404)
    expect((await desk.send({ headers, body: 'x'.repeat(1024 * 1024 + 1) })).statusCode).toBe(413)
  })

  test('部署凭证的操作、柜台的操作：从后台的门里进不去', async () => {
    const desk = await new Desk(cloud).enterAs(chen)
    for (const operation of [
      'staff.appoint',
      'campaign.publish',
      'keys.reseal',
      'audit.export',
      'console-login.confirm',
    ]) {
      expect((await desk.send(desk.request(operation, {}))).reply).toMatchObject({ code: 'operation-unknown' })
    }
  })

  test('小程序的调用打扮成浏览器的请求：还是小程序的调用', async () => {
    const desk = await new Desk(cloud).enterAs(chen)
    const { headers, body } = desk.request(openConsole.name, {})
    const dressed = { path: '/console-api', httpMethod: 'POST', headers, body }
    const { result } = await cloud.call('staff', dressed, { ...person('stranger'), source: 'wx_client' })
    expect(result).toMatchObject({ ok: false, code: 'input-invalid' })
  })

  test('角色停用，下一个请求就进不来；换了角色，下一个请求就按新的算', async () => {
    const [desk, changed] = [await new Desk(cloud).enterAs(reviewer), await new Desk(cloud).enterAs(analyst)]
    await appoint(cloud, { openid: reviewer.openid, name: '钱审核', role: 'reviewer', active: false })
    expect(await desk.ask(openConsole, {})).toEqual(out)
    expect((await cloud.get(listSessions, { everybody: true }, chen)).sessions.map(({ name }) => name)).not.toContain(
      '钱审核',
    )
    expect(await changed.ask(listStaff, {})).toEqual({ ok: false, code: 'not-allowed' })
    await appoint(cloud, { openid: analyst.openid, name: '徐分析', role: 'admin' })
    expect(await changed.ask(listStaff, {})).toMatchObject({ ok: true })
  })

  test('扫码之后、进入之前被停用：进不来', async () => {
    const who = person('leaving')
    await appoint(cloud, { openid: who.openid, name: '将离职', role: 'finance' })
    const desk = new Desk(cloud)
    const { ticketId, number } = await desk.begin()
    await cloud.get(lookAtLogin, { ticketId }, who)
    await cloud.get(confirmLogin, { ticketId, number }, who)
    await appoint(cloud, { openid: who.openid, name: '将离职', role: 'finance', active: false })
    await desk.ask(pollLogin, { ticketId })
    expect(await desk.ask(openConsole, {})).toEqual(out)
  })

  test('不是管理员：看不到、退出不了别人的登录', async () => {
    const [admin, desk] = [await new Desk(cloud).enterAs(chen), new Desk(cloud)]
    const clerk = person('clerk')
    await appoint(cloud, { openid: clerk.openid, name: '财务演示', role: 'finance' })
    await desk.enterAs(clerk)
    expect(await desk.ask(listSessions, { everybody: true })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await desk.ask(revokeSessions, { whose: 'everybody' })).toEqual({ ok: false, code: 'not-allowed' })
    expect(await desk.ask(revokeSessions, { whose: accountNumberOf(chen) })).toEqual({ ok: false, code: 'not-allowed' })
    const { sessions } = await admin.get(listSessions, { everybody: false })
    const sessionId = sessions.find(({ current }) => current)?.sessionId ?? ''
    expect(await desk.ask(revokeSession, { sessionId })).toEqual({ ok: false, code: 'session-unknown' })
    expect(await admin.ask(openConsole, {})).toMatchObject({ ok: true })
  })

  test('两位管理员的浏览器同时同意同一项：一次生效', async () => {
    const desks = [await new Desk(cloud).enterAs(zhao), await new Desk(cloud).enterAs(analyst)]
    const proposalId = await propose(cloud, chen, person('raced'))
    const answers = await Promise.all(desks.map((desk) => desk.ask(approveProposal, { proposalId })))
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'proposal-decided' })
  })
})

test('没有演示页面的云上：一键登录的地址不存在，登录码还是没有人确认', async () => {
  const desk = new Desk(cloud)
  const { ticketId, number } = await desk.begin()
  const address = `${cloud.url}/start/console-login?who=hanliyan&ticket=${ticketId}&number=${number}`
  expect((await fetch(address, { method: 'POST' })).status).toBe(404)
  expect(await desk.get(pollLogin, { ticketId })).toEqual({ state: 'waiting' })
})
