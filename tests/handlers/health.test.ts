import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type HealthEntry, reportHealth } from '#contract/health'
import { openDrawPage } from '#contract/prize-draw'
import { type CampaignCloud, person, startCampaignCloud } from './campaign-cloud'

const lin = person('lin')
const page = 'pages/draw/index'
const slowPage: HealthEntry = { kind: 'slow-page', page, contentAfterMs: 4_200 }
const error = (message: string): HealthEntry => ({
  kind: 'error',
  page,
  name: 'TypeError',
  message,
  stack: 'app.js:1:2',
})
const batch = (...entries: HealthEntry[]) => ({ appVersion: '1.4.2', libraryVersion: '3.8.12', entries })

let cloud: CampaignCloud
const start = async () => {
  cloud = await startCampaignCloud({ instances: 1 })
}
const stop = () => cloud.stop()
const linesOfLog = () => cloud.logs({ limit: 1_000 }).flatMap(({ complaints }) => complaints)
/** What the local cloud's own page asks it. */
async function askPage<Answer>(name: string, input: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json', origin: cloud.url }
  return (await fetch(`${cloud.url}/_/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) })).json()
}
const raw = async (data: unknown) => (await cloud.call('customer', data, lin)).result

describe('手机报告错误', () => {
  beforeEach(start)
  afterEach(stop)

  test('一批一行日志，数据库一次也不问', async () => {
    const answer = await cloud.ask(reportHealth, batch(slowPage, error('x is undefined')), lin)
    expect(answer).toMatchObject({ ok: true, data: { received: 2, kept: 2 }, databaseOperations: 0 })
    const [line, ...more] = linesOfLog()
    expect(more).toEqual([])
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'warn',
      what: {
        operation: 'health.report',
        health: { appVersion: '1.4.2', entries: [{ kind: 'slow-page' }, { kind: 'error', page }] },
      },
    })
  })

  test('活动没有发布、没有登录（朋友圈单页）也收', async () => {
    expect(await cloud.ask(reportHealth, batch(slowPage), null)).toMatchObject({ ok: true, data: { kept: 1 } })
  })

  test('日志里没有是谁，也没有夹带的号码', async () => {
    await cloud.ask(reportHealth, batch(error(`138 0000 1234 oAbCdEfGhIjKlMnOpQrStUvWxYz12 ${'a1'.repeat(16)}`)), lin)
    const text = linesOfLog().join('\n')
    expect(text).toContain('TypeError')
    for (const secret of [lin.openid, lin.unionid, '0000', 'oAbCd', 'a1a1']) expect(text).not.toContain(secret)
  })

  test('写日志的那一次调用在本地云自己的页面上找得到，错误原样在它的日志里', async () => {
    await cloud.ask(reportHealth, batch(error('<script>alert(1)</script>')), lin)
    for (let call = 0; call < 40; call++) await cloud.ask(openDrawPage, {}, lin)
    const { calls } = await askPage<{ calls: { requestId: string }[] }>('calls.list', {
      text: 'TypeError',
      offset: 0,
      limit: 1,
    })
    const { output } = await askPage<{ output: string[] }>('calls.read', { requestId: calls[0]?.requestId })
    expect(output.join()).toContain('<script>alert(1)</script>')
  })
})

describe('被拒绝的报告不留下日志', () => {
  beforeAll(start)
  afterAll(stop)

  test.each([
    ['条目太多', batch(...Array<HealthEntry>(21).fill(slowPage))],
    ['没有条目', batch()],
    ['没见过的种类', { ...batch(), entries: [{ kind: 'visitor', page }] }],
    ['夹带 openid', { ...batch(slowPage), openid: 'oAbCd' }],
    ['页面带着参数', { ...batch(), entries: [{ ...slowPage, page: `${page}?share=AbCd` }] }],
    ['整批太长', batch(...Array<HealthEntry>(20).fill(error('x'.repeat(4_000))))],
    ['不是对象', 'hello'],
  ])('%s', async (_name, input) => {
    expect(await raw({ operation: reportHealth.name, input })).toMatchObject({ ok: false, code: 'input-invalid' })
    expect(linesOfLog()).toEqual([])
  })
})

describe('一拥而上的报告', () => {
  beforeAll(start)
  afterAll(stop)

  test('每个实例一分钟只记三十批，其余说明没有记；别的操作照常', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => cloud.ask(reportHealth, batch(slowPage), lin)))
    const kept = answers.filter((answer) => answer.ok && answer.data.kept === 1)
    const passedOver = answers.filter((answer) => answer.ok && answer.data.kept === 0 && answer.data.received === 1)
    expect([kept.length, passedOver.length]).toEqual([30, 170])
    expect(answers.every(({ databaseOperations }) => databaseOperations === 0)).toBe(true)
    expect(linesOfLog()).toHaveLength(30)
    expect(await cloud.ask(openDrawPage, {}, lin)).toMatchObject({ code: 'campaign-not-published' })
  })

  test('拨动活动的时钟也不多记一批', async () => {
    cloud.clock.advance(3_600_000)
    expect(await cloud.ask(reportHealth, batch(slowPage), lin)).toMatchObject({ data: { kept: 0 } })
  })
})
