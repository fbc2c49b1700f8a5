import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  decideReviews,
  listOwnDecisions,
  listReviews,
  previewReviews,
  readReview,
  takeBackReviews,
} from '#contract/review'
import { chainStart } from '#rules/audit/chain'
import { verifyAudit } from '../../tools/audit-verify'
import { type CampaignCloud, newNonce, person } from './campaign-cloud'
import { crashAfterEach } from './crash'
import { appoint, benefitDocument, bindBy, insert, policyDocument, storedIn, zhang, zhangCar } from './policy-book'
import {
  branchReviewer,
  decide,
  finance,
  giftOfLi,
  rebateOfLi,
  rebateOfZhang,
  reviewDesk,
  reviewer,
  secondReviewer,
} from './review-desk'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await reviewDesk()
})
afterAll(() => cloud.stop())

const one = { items: [{ benefitId: rebateOfLi._id, version: 1 }], requestKey: newNonce() }
const verdict = { verdict: 'approve' as const, reason: '资料核对无误' }

test('客户、陌生人、网点、维修厂、分析：看不到也审不了；财务和管理员只能看', async () => {
  const analyst = person('analyst-a')
  const admin = person('admin-a')
  const branch = person('branch-a')
  await appoint(cloud, { openid: analyst.openid, name: '分析演示', role: 'analyst' })
  await appoint(cloud, { openid: branch.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: admin.openid, name: '管理演示', role: 'admin' })
  for (const who of [person('lin'), person('stranger'), analyst, branch]) {
    expect(await cloud.ask(listReviews, {}, who)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await cloud.ask(readReview, { benefitId: rebateOfLi._id }, who)).toMatchObject({ code: 'not-allowed' })
  }
  for (const who of [person('lin'), analyst, branch, finance, admin]) {
    expect(await cloud.ask(decideReviews, { ...one, ...verdict }, who)).toMatchObject({ code: 'not-allowed' })
    expect(await cloud.ask(takeBackReviews, one, who)).toMatchObject({ code: 'not-allowed' })
    expect(await cloud.ask(listOwnDecisions, {}, who)).toMatchObject({ code: 'not-allowed' })
    expect(await cloud.ask(previewReviews, { items: one.items, verdict: 'approve' }, who)).toMatchObject({
      code: 'not-allowed',
    })
  }
  expect((await cloud.get(listReviews, {}, finance)).total).toBe(3)
  expect(await cloud.ask(listReviews, {}, null)).toMatchObject({ ok: false, code: 'not-signed-in' })
})

test('别的网点的：和没有一样，也选不到那个网点', async () => {
  expect(await cloud.ask(readReview, { benefitId: rebateOfLi._id }, branchReviewer)).toMatchObject({
    ok: false,
    code: 'benefit-unknown',
  })
  expect(await decide(cloud, rebateOfLi._id, 'approve', { by: branchReviewer })).toMatchObject({ outcome: 'unknown' })
  const { items, branches } = await cloud.get(listReviews, { branchCode: 'SF0101' }, branchReviewer)
  expect(items.map(({ benefitId }) => benefitId)).toEqual([rebateOfZhang._id])
  expect(branches.map(({ branchCode }) => branchCode)).toEqual(['SF0102'])
})

test('自己的权益自己不能审：绑定了保单的审核员、中了奖的审核员', async () => {
  await bindBy(cloud, secondReviewer, zhang, zhangCar)
  expect(await decide(cloud, rebateOfZhang._id, 'approve', { by: secondReviewer })).toMatchObject({ outcome: 'own' })
  const { items } = await cloud.get(listReviews, {}, secondReviewer)
  expect(items.find(({ benefitId }) => benefitId === rebateOfZhang._id)?.refusal).toBe('own')
  const { skipped } = await cloud.get(
    previewReviews,
    { items: [{ benefitId: rebateOfZhang._id, version: 1 }], verdict: 'refuse' },
    secondReviewer,
  )
  expect(skipped[0]?.why).toContain('自己')
  const { policyNumber: _, ...rest } = benefitDocument('gift', policyDocument(zhang, zhangCar))
  const prize = {
    ...rest,
    _id: 'demo-2026-autumn.aaaaaaaaaaaaaaaa.2026-09-08.1',
    rule: 'prize-draw',
    form: 'goods',
    openid: reviewer.openid,
    pseudonym: 'a'.repeat(16),
    prizeId: 'phone-holder',
    shardId: 'x',
    statement: [{ label: '奖品', value: '手机支架' }],
  }
  await insert(cloud, 'benefits', [prize])
  expect(await decide(cloud, prize._id, 'approve')).toMatchObject({ outcome: 'own' })
  expect(await decide(cloud, prize._id, 'approve', { by: branchReviewer })).toMatchObject({ outcome: 'unknown' })
  expect(await decide(cloud, prize._id, 'approve', { by: secondReviewer })).toMatchObject({ outcome: 'done' })
})

test('两位审核员同时一个通过、一个驳回，各 8 次：恰好一次算数，日志只有一条', async () => {
  const attempts = Array.from({ length: 16 }, (_, index) =>
    decide(cloud, rebateOfLi._id, index % 2 === 0 ? 'approve' : 'refuse', {
      by: index % 2 === 0 ? reviewer : secondReviewer,
    }),
  )
  const outcomes = (await Promise.all(attempts)).map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
  const logged = (await storedIn(cloud, 'auditLog')).filter((text) => text.includes(rebateOfLi._id))
  expect(logged).toHaveLength(1)
  expect((await verifyAudit(cloud, chainStart)).broken).toBeNull()
})

test('同一个请求同时来 8 次：都成功，只决定一次', async () => {
  const requestKey = newNonce()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => decide(cloud, rebateOfZhang._id, 'approve', { requestKey })),
  )
  const settled = answers.filter(({ outcome }) => outcome === 'done')
  expect(settled.length).toBeGreaterThan(0)
  expect(await decide(cloud, rebateOfZhang._id, 'approve', { requestKey })).toMatchObject({
    outcome: 'done',
    version: 2,
  })
  const stored = (await storedIn(cloud, 'benefits')).find((text) => text.includes(rebateOfZhang._id)) ?? ''
  expect((JSON.parse(stored) as { history: unknown[] }).history).toHaveLength(1)
})

test('审核途中实例在隔一步的各处崩溃，带着同一个请求再试：恰好一次', async () => {
  const interruptions = await crashAfterEach(
    cloud,
    'staff',
    async (interrupted, at) => {
      const benefit = benefitDocument(
        'renewal-rebate',
        policyDocument(zhang, zhangCar, { policyNumber: `PDKILL${at}` }),
      )
      await insert(cloud, 'benefits', [benefit])
      const requestKey = newNonce()
      await interrupted(() => decide(cloud, benefit._id, 'refuse', { requestKey }))
      expect(await decide(cloud, benefit._id, 'refuse', { requestKey })).toMatchObject({ outcome: 'done', version: 2 })
    },
    2,
  )
  expect(interruptions).toBeGreaterThan(2)
})

test('回答里没有内部字段', async () => {
  const shown = JSON.stringify([
    await cloud.get(listReviews, {}, reviewer),
    await cloud.get(readReview, { benefitId: giftOfLi._id }, reviewer),
  ])
  for (const inner of ['holderId', 'vehicleId', 'openid', 'requestKey', 'sealed', 'Hash'])
    expect(shown).not.toContain(inner)
})
