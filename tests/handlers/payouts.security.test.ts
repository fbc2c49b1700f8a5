import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import {
  approvePayout,
  buildPayout,
  cancelPayout,
  downloadPayoutFile,
  importPayoutResults,
  listPayouts,
  previewPayout,
  readPayout,
  releasePayout,
} from '#contract/payout'
import { chainStart } from '#rules/audit/chain'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { accountOf } from '#store/accounts'
import type { PayoutLine } from '#store/payouts'
import { verifyAudit } from '../../tools/audit-verify'
import { type CampaignCloud, newNonce, type Person, person } from './campaign-cloud'
import { crashAfterEach, crashesAfter } from './crash'
import {
  approve,
  approver,
  build,
  builder,
  importResults,
  linesOf,
  owe,
  payee,
  payoutDesk,
  rebateOf,
  release,
  released,
  resultsFile,
  thirdPerson,
} from './payout-desk'
import { bindBy, change, insert, policyDocument, storedIn, vehicleDocument } from './policy-book'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await payoutDesk()
})
afterAll(() => cloud.stop())

const stored = async <Doc>(name: string): Promise<Doc[]> =>
  (await storedIn(cloud, name)).map((text) => JSON.parse(text))
const openLines = async () =>
  (await stored<PayoutLine>('payoutLines')).filter(({ state }) => state.kind !== 'withdrawn')

test('只有财务编制、放行、下载、导入；管理员只看和复核；客户、审核、只管一个网点的财务都不行', async () => {
  const batchId = 'P0123456789AB'
  const hash = '0'.repeat(64)
  const denied = { ok: false, code: 'not-allowed' }
  for (const who of [person('lin'), person('reviewer-a'), person('finance-branch')]) {
    expect(await cloud.ask(listPayouts, {}, who)).toMatchObject(denied)
    expect(await cloud.ask(previewPayout, {}, who)).toMatchObject(denied)
    expect(await cloud.ask(readPayout, { batchId }, who)).toMatchObject(denied)
    expect(await cloud.ask(approvePayout, { batchId, hash }, who)).toMatchObject(denied)
    expect(await cloud.ask(cancelPayout, { batchId, reason: '名单有误' }, who)).toMatchObject(denied)
  }
  for (const who of [person('lin'), person('reviewer-a'), person('finance-branch'), thirdPerson]) {
    expect(await cloud.ask(buildPayout, { requestKey: newNonce() }, who)).toMatchObject(denied)
    expect(await cloud.ask(releasePayout, { batchId, hash }, who)).toMatchObject(denied)
    expect(await cloud.ask(downloadPayoutFile, { batchId }, who)).toMatchObject(denied)
    expect(await cloud.ask(importPayoutResults, { batchId, base64: 'AAAA' }, who)).toMatchObject(denied)
  }
})

test('自己编制的不能自己复核；同一个人不能复核两次；有自己一笔的不能复核', async () => {
  const own = payee(1)
  const car = { vin: 'LDEMO00000PAY1001', plate: '京A80101' }
  await owe(cloud, [1, 2])
  await insert(cloud, 'vehicles', [vehicleDocument(car)])
  await insert(cloud, 'policies', [policyDocument(own, car, { policyNumber: 'PDPAY1001' })])
  await bindBy(cloud, thirdPerson, own, car)
  const batch = await build(cloud)
  const { batchId, hash } = batch
  expect(await cloud.ask(approvePayout, { batchId, hash }, builder)).toMatchObject({ code: 'payout-own' })
  expect(await cloud.ask(approvePayout, { batchId, hash }, thirdPerson)).toMatchObject({
    code: 'payout-concerns-yourself',
  })
  await approve(cloud, batch)
  await release(cloud, batch)
})

test('编制的、放行的都不能导入银行结果：要由另一位财务导入', async () => {
  await owe(cloud, [5])
  const batch = await build(cloud)
  await approve(cloud, batch)
  await release(cloud, batch, approver)
  const { batchId } = batch
  const lines = await linesOf(cloud, batchId)
  const file = resultsFile(batchId, lines, () => ['失败', '', '户名不符'])
  for (const who of [builder, approver]) {
    expect(await importResults(cloud, batchId, file, who)).toMatchObject({ ok: false, code: 'payout-own-results' })
    const { batch: shown } = await cloud.get(readPayout, { batchId }, who)
    expect(shown.resultsByAnother).toBe(true)
  }
  expect((await linesOf(cloud, batchId)).map(({ state }) => state)).toEqual(['sent'])
  const other = person('finance-third')
  expect((await cloud.get(readPayout, { batchId }, other)).batch.resultsByAnother).toBe(false)
  const paid = resultsFile(batchId, lines, () => ['成功', 'REF', ''])
  expect(await importResults(cloud, batchId, paid, other)).toMatchObject({ ok: true, data: { problems: [] } })
})

test('复核、放行已经写下、还没有记进日志时断了：同样的请求再来一次就记上，再来几次也只有一条', async () => {
  await owe(cloud, [6])
  const batch = await build(cloud)
  const { batchId, hash } = batch
  const loggedAs = async (what: string) =>
    (await storedIn(cloud, 'auditLog')).filter((text) => text.includes(what) && text.includes(batchId)).length
  const act = (by: Person) => ({ by: accountOf(by.openid), name: '演示', at: cloud.clock.now() })
  await change(cloud, 'payoutBatches', batchId, { approvals: [act(approver)], state: { kind: 'approved', at: 1 } })
  expect(await loggedAs('payout.approve')).toBe(0)
  for (let round = 0; round < 2; round += 1) {
    await Promise.all(Array.from({ length: 3 }, () => cloud.ask(approvePayout, { batchId, hash }, approver)))
    expect(await loggedAs('payout.approve')).toBe(1)
  }
  const released = { ...act(builder), fileHash: hash }
  await change(cloud, 'payoutBatches', batchId, { released, state: { kind: 'released', at: 1 } })
  await release(cloud, batch, approver)
  expect(await loggedAs('payout.release')).toBe(0)
  await release(cloud, batch)
  await release(cloud, batch)
  expect([await loggedAs('payout.release'), await loggedAs('payout.build')]).toEqual([1, 1])
  expect((await verifyAudit(cloud, chainStart)).broken).toBeNull()
})

test('四个人同时编制同样的权益：每一笔恰好在一个批次里', async () => {
  const owed = await owe(cloud, [10, 11, 12, 13, 14, 15])
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, index) =>
      cloud.ask(buildPayout, { requestKey: newNonce() }, index % 2 === 0 ? builder : approver),
    ),
  )
  const built = answers.flatMap((answer) => (answer.ok ? [answer.data.batch] : []))
  const held = (await openLines()).map(({ benefitId }) => benefitId).filter((id) => owed.some(({ _id }) => _id === id))
  expect(held.sort()).toEqual(owed.map(({ _id }) => _id).sort())
  expect(built.reduce((sum, { count }) => sum + count, 0)).toBe(owed.length)
  for (const { batchId } of built) await cloud.get(cancelPayout, { batchId, reason: '演练结束' }, thirdPerson)
})

test('同一个编制请求同时来 6 次、之后再来：只有一个批次', async () => {
  const requestKey = newNonce()
  const answers = await Promise.all(Array.from({ length: 6 }, () => cloud.ask(buildPayout, { requestKey }, builder)))
  expect(answers.every((answer) => answer.ok || answer.code === 'busy')).toBe(true)
  const again = await build(cloud, builder, requestKey)
  expect(again.count).toBe(6)
  await cloud.get(cancelPayout, { batchId: again.batchId, reason: '演练结束' }, thirdPerson)
})

test('编制途中实例崩溃：定时器撤销没编完的，权益都回来，每一笔最多在一个批次里', async () => {
  let leftBuilding = 0
  const interruptions = await crashAfterEach(
    cloud,
    'staff',
    async (interrupted) => {
      await interrupted(() => cloud.ask(buildPayout, { requestKey: newNonce() }, builder))
      const states = async () => (await cloud.get(listPayouts, {}, builder)).batches.map(({ state }) => state)
      if ((await states()).includes('building')) leftBuilding += 1
      cloud.clock.advance(3 * 60_000)
      await cloud.runTimer()
      expect(await states()).not.toContain('building')
      for (const { batchId, state } of (await cloud.get(listPayouts, {}, builder)).batches) {
        if (state === 'draft') await cloud.get(cancelPayout, { batchId, reason: '演练结束' }, thirdPerson)
      }
      expect((await cloud.get(previewPayout, {}, builder)).totals.count).toBe(6)
    },
    4,
  )
  expect([interruptions > 2, leftBuilding > 0]).toEqual([true, true])
})

test('编得太慢、被定时器当作中断撤销：占住的权益都放回，回答的是已撤销的批次，再问也一样', async () => {
  const owed = await owe(cloud, [16, 17])
  const requestKey = newNonce()
  const batchId = `P${requestKey.slice(0, 12).toUpperCase()}`
  const slow = { kind: 'latency', ms: 1_500 } as const
  cloud.setFaults([{ action: 'database.modifyDocument', function: 'staff', after: 1, times: 1, fault: slow }])
  const answer = build(cloud, builder, requestKey)
  const heldNow = async () =>
    (await stored<PolicyBenefit>('benefits')).filter(({ payment }) => payment?.batchId === batchId)
  await vi.waitFor(async () => expect(await heldNow()).toHaveLength(1))
  cloud.clock.advance(3 * 60_000)
  await cloud.runTimer()
  cloud.setFaults([])
  expect((await answer).state).toBe('cancelled')
  expect(await heldNow()).toEqual([])
  expect((await build(cloud, builder, requestKey)).state).toBe('cancelled')
  const { lines } = await cloud.get(previewPayout, {}, builder)
  expect(lines.map(({ benefitId }) => benefitId)).toEqual(expect.arrayContaining(owed.map(({ _id }) => _id)))
})

test('复核和撤销同时来：恰好一个算数；两人同时放行、放行两次：放行一次', async () => {
  const batch = await build(cloud)
  const { batchId, hash } = batch
  await Promise.all([
    cloud.ask(approvePayout, { batchId, hash }, approver),
    cloud.ask(cancelPayout, { batchId, reason: '名单有误' }, thirdPerson),
  ])
  const { batch: after } = await cloud.get(readPayout, { batchId }, builder)
  expect(['approved', 'cancelled']).toContain(after.state)
  if (after.state === 'approved') await cloud.get(cancelPayout, { batchId, reason: '演练结束' }, thirdPerson)

  const next = await build(cloud)
  await approve(cloud, next)
  const input = { batchId: next.batchId, hash: next.hash }
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => cloud.ask(releasePayout, input, index % 2 === 0 ? builder : approver)),
  )
  expect(answers.every((answer) => answer.ok || answer.code === 'busy')).toBe(true)
  const once = await release(cloud, next)
  expect(await release(cloud, next, approver)).toEqual({
    ...once,
    own: false,
    approvedByMe: true,
    resultsByAnother: false,
  })
  const logged = (await storedIn(cloud, 'auditLog')).filter(
    (text) => text.includes('payout.release') && text.includes(next.batchId),
  )
  expect(logged).toHaveLength(1)
})

test('同一份结果文件同时导入 5 次：一次入账，其余没有变化；途中被杀后再导入补齐', async () => {
  await owe(cloud, [20, 21, 22])
  const { batchId } = await released(cloud)
  const file = resultsFile(batchId, await linesOf(cloud, batchId), () => ['成功', 'REF', ''])
  // Some of the way: not all three lines can be settled.
  expect(await crashesAfter(cloud, 'staff', 12, () => importResults(cloud, batchId, file))).toBe(true)
  const answers = await Promise.all(Array.from({ length: 5 }, () => importResults(cloud, batchId, file)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  const { batch, imports } = await cloud.get(readPayout, { batchId }, builder)
  expect([batch.state, imports.length]).toEqual(['reconciled', 1])
  const given = (await stored<{ _id: string; status: { kind: string }; history: unknown[] }>('benefits')).filter(
    ({ _id }) => [20, 21, 22].some((index) => rebateOf(index)._id === _id),
  )
  expect(given.map(({ status, history }) => [status.kind, history.length])).toEqual(
    [20, 21, 22].map(() => ['fulfilled', 2]),
  )
})
