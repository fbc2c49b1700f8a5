import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkAudit, exportAudit, searchAudit } from '#contract/audit-log'
import type { InputOf } from '#contract/operation'
import { appointStaff } from '#contract/staff'
import { chainStart } from '#rules/audit/chain'
import { accountOf } from '#store/accounts'
import { verifyAudit } from '../../tools/audit-verify'
import { entriesOf } from './audit-log'
import { type CampaignCloud, person, runningCampaign, startCampaignCloud } from './campaign-cloud'
import { appoint, change, removed, storedIn } from './policy-book'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
})
afterAll(() => cloud.stop())

const verify = () => verifyAudit(cloud, chainStart)
const accountNumber = (index: number) =>
  `${'a'.repeat(14)}${'abcdefgh'.charAt(index >> 3)}${'abcdefgh'.charAt(index & 7)}`
const register = (index: number) =>
  cloud.ask(appointStaff, { account: accountNumber(index), name: '分析演示', role: 'analyst', emergency: '测试' }, null)
const idOf = (number: number) => String(number).padStart(12, '0')

test('什么都没有记：链是完整的，长度为 0', async () => {
  const empty = await startCampaignCloud()
  try {
    expect(await verifyAudit(empty, chainStart)).toEqual({ last: chainStart, broken: null, done: true })
  } finally {
    await empty.stop()
  }
})

test('用部署凭证发布条款，是第一条；同一个文件再发布不再记', async () => {
  await cloud.publish()
  expect(await verify()).toMatchObject({ last: { number: 1 }, broken: null })
  const [published] = await entriesOf(cloud, 'campaign.publish')
  expect(published).toMatchObject({
    who: { account: null, role: 'system' },
    object: { kind: 'terms', id: 'demo-2026-autumn.1' },
    before: null,
    after: { termsVersion: 1 },
  })
})

test('40 个操作同时记：40 条，一条接一条，没有分叉', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => register(index)))
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  expect(await verify()).toMatchObject({ last: { number: 41 }, broken: null })
  expect(await storedIn(cloud, 'auditLog')).toHaveLength(41)
})

test('记下谁、什么、对象、之前、之后、理由、请求编号和时间', async () => {
  await appoint(cloud, { openid: person('lin').openid, name: '林演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, {
    openid: person('lin').openid,
    name: '林演示',
    role: 'branch',
    branchCode: 'SF0101',
    active: false,
    emergency: '电话 13800001234 来电',
  })
  const { entries } = await cloud.get(exportAudit, { after: 42 }, null)
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    number: 43,
    who: { account: null, name: '部署凭证', role: 'system' },
    what: 'staff.appoint',
    object: { kind: 'staff' },
    before: { role: 'branch', branchCode: 'SF0101', active: true },
    after: { role: 'branch', branchCode: 'SF0101', active: false },
    why: '紧急：电话 ‹号码› 来电',
  })
  expect(entries[0]?.requestId).toMatch(/./)
})

test('记了一条、还没有移动链头时实例被杀：链照样完整，下一条接着记', async () => {
  const before = await verify()
  await change(cloud, 'auditHeads', 'head', { number: before.last.number - 1, hash: 'f'.repeat(64) })
  await change(cloud, 'auditHeads', 'head', { number: 0, hash: chainStart.hash })
  expect(await verify()).toMatchObject({ last: before.last, broken: null })
  await register(41)
  expect(await verify()).toMatchObject({ last: { number: before.last.number + 1 }, broken: null })
})

test('管理员按人、操作、对象、日期、请求编号查；一页一页往前翻', async () => {
  const admin = person('admin')
  await appoint(cloud, { openid: admin.openid, name: '管理演示', role: 'admin' })
  const search = (by: Partial<InputOf<typeof searchAudit>> = {}) =>
    cloud.get(searchAudit, { before: null, ...by }, admin)
  const first = await search()
  expect(first.entries).toHaveLength(30)
  const second = await search({ before: first.next })
  expect(second.entries[0]?.number).toBe((first.entries.at(-1)?.number ?? 0) - 1)
  expect(second.next).toBeNull()
  expect(first.people).toContainEqual({ account: accountOf(admin.openid), name: '管理演示' })

  const lin = accountOf(person('lin').openid)
  const ofLin = await search({ kind: 'staff', id: lin })
  expect(ofLin.entries.map(({ after }) => after?.active)).toEqual([false, true])
  const [one] = ofLin.entries
  expect((await search({ requestId: one?.requestId ?? '' })).entries).toEqual([one])
  expect((await search({ on: '2026-09-08', id: lin })).entries).toHaveLength(2)
  expect((await search({ on: '2026-09-07' })).entries).toEqual([])
  expect((await search({ what: 'payout.release' })).entries).toEqual([])
  expect((await search({ account: lin })).entries).toEqual([])
})

test('管理员在后台查链：完整；别的角色不能查，也不能搜', async () => {
  const { last } = await verify()
  expect(await cloud.get(checkAudit, { from: null }, person('admin'))).toEqual({ last, broken: null, done: true })
  await appoint(cloud, { openid: person('clerk').openid, name: '财务演示', role: 'finance' })
  for (const who of [person('clerk'), person('stranger')]) {
    expect(await cloud.ask(checkAudit, { from: null }, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await cloud.ask(searchAudit, { before: null }, who)).toMatchObject({ ok: false, code: 'not-allowed' })
  }
})

test('网点人员、管理员都不能整本导出：只有部署环境的凭证可以', async () => {
  for (const who of [person('admin'), person('lin'), person('stranger')]) {
    expect(await cloud.ask(exportAudit, { after: 0 }, who)).toMatchObject({ ok: false, code: 'not-allowed' })
  }
})

test('从另存的一条接着查：只查之后的；另存的校验值对不上，说明之前被整本换过', async () => {
  const { entries } = await cloud.get(exportAudit, { after: 0 }, null)
  const kept = { number: 10, hash: entries[9]?.hash ?? '' }
  expect((await verifyAudit(cloud, kept)).broken).toBeNull()
  const other = { number: 10, hash: '0'.repeat(64) }
  expect((await verifyAudit(cloud, other)).broken).toEqual({ number: 11, why: 'unlinked' })
})

test('删掉最后一条：查得出来', async () => {
  const { last } = await verify()
  await removed(cloud, 'auditLog', idOf(last.number))
  expect((await verify()).broken).toEqual({ number: last.number, why: 'missing' })
})

test('改了一条的理由：指出是第几条', async () => {
  await change(cloud, 'auditLog', idOf(7), { why: '改过的理由' })
  expect((await verify()).broken).toEqual({ number: 7, why: 'altered' })
  const shown = await cloud.get(checkAudit, { from: null }, person('admin'))
  expect(shown).toMatchObject({ last: { number: 6 }, broken: { number: 7, why: 'altered' }, done: true })
})
