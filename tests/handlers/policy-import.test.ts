import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventMessage } from '#contract/policy-columns'
import { importPolicies } from '#contract/policy-import'
import { MOST_EVENTS } from '#contract/policy-message'
import { eventMessage } from '../fixtures/policy-event'
import { entriesOf, expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { appoint } from './policy-book'
import { documentsOf, policyFeed } from './policy-feed'
import { analyst, branchPerson, chen, finance, reviewer, takeOnStaff } from './staff-people'

const ofOneBranch = person('admin-of-a-branch')
let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await takeOnStaff(cloud)
  await appoint(cloud, { openid: ofOneBranch.openid, name: '郑管理', role: 'admin', branchCode: 'SF0101' })
})
afterAll(() => cloud.stop())

const send = (events: unknown[], { by = chen, importId = newNonce(), part = 1 } = {}) =>
  cloud.ask(importPolicies, { importId, part, events }, by)
const stored = async () => (await documentsOf(cloud, 'policies')).map(({ _id }) => String(_id)).sort()
const numbered = (policyNumber: string, changes: EventMessage = {}) => eventMessage({ policyNumber, ...changes })

test('收下、忽略、拒绝，一条一条回答；同一部分再来一遍回答一样、库里不变、只记一笔，里面没有个人信息', async () => {
  await policyFeed(cloud).tell(numbered('PDZA202600000101', { sequence: 5 }))
  const events = [
    numbered('PDZA202600000102'),
    numbered('PDZA202600000101', { sequence: 4 }),
    numbered('PDZA202600000101', { sequence: 5 }),
    numbered('PDZA202600000103', { holderIdNumber: '110105194912310021', branchCode: 'SF0101' }),
    numbered('PDZA202600000104', { branchCode: 'SF9999' }),
    '不是一条记录',
  ]
  const importId = newNonce()
  const answer = async () => {
    const said = await cloud.get(importPolicies, { importId, part: 3, events }, chen)
    return { said, policies: await documentsOf(cloud, 'policies'), benefits: await documentsOf(cloud, 'benefits') }
  }
  await expectLoggedOnce(cloud, answer, 'policies.import', importId)
  const { said, policies, benefits } = await answer()
  expect(said).toMatchObject({ accepted: 1, ignored: 2, refused: 3 })
  expect(said.results).toMatchObject([
    { index: 0, result: 'accepted' },
    { index: 1, result: 'ignored', because: 'older-sequence' },
    { index: 2, result: 'ignored', because: 'same-again' },
    { index: 3, problems: [{ field: 'holderIdNumber', value: '110*************21' }] },
    { index: 4, problems: [{ field: 'branchCode', value: 'SF9999', reason: '活动条款里没有这个机构代码' }] },
    { index: 5, problems: [{ field: null, value: '' }] },
  ])
  expect(policies.map(({ _id }) => _id).sort()).toEqual(['PDZA202600000101', 'PDZA202600000102'])
  expect(benefits.length).toBeGreaterThan(0)
  const [entry] = await entriesOf(cloud, 'policies.import', importId)
  expect(entry).toMatchObject({ after: { number: 3, count: 6, accepted: 1, ignored: 2, refused: 3 } })
  expect(JSON.stringify(entry)).not.toMatch(/PDZA|王示例|13800001234|110105/)
})

test('和命令导入的是同一回事：换一次上传再来都忽略', async () => {
  const events = [numbered('PDZA202600000110')]
  expect(await send(events)).toMatchObject({ data: { accepted: 1 } })
  expect(await send(events)).toMatchObject({ data: { accepted: 0, ignored: 1 } })
  expect(await policyFeed(cloud).tell(...events)).toMatchObject({ accepted: 0, ignored: 1 })
})

test('同一个编号换了内容：按新的内容办，也记一笔', async () => {
  const importId = newNonce()
  await send([numbered('PDZA202600000120')], { importId })
  expect(await send([numbered('PDZA202600000121')], { importId })).toMatchObject({ data: { accepted: 1 } })
  expect(await entriesOf(cloud, 'policies.import', importId)).toHaveLength(2)
})

test.each<[string, Person]>([
  ['审核', reviewer],
  ['财务', finance],
  ['分析', analyst],
  ['网点', branchPerson],
  ['只管一个网点的管理员', ofOneBranch],
  ['客户', person('guest')],
])('%s不能导入，什么都没有变', async (_name, by) => {
  const before = await stored()
  expect(await send([numbered('PDZA202600000130')], { by })).toMatchObject({ ok: false, code: 'not-allowed' })
  expect(await stored()).toEqual(before)
})

const crowd = (count: number, changes: EventMessage = {}) => Array.from({ length: count }, () => eventMessage(changes))

test.each<[string, () => { events: unknown[]; importId?: string; part?: number }]>([
  ['一条都没有', () => ({ events: [] })],
  ['太多条', () => ({ events: crowd(MOST_EVENTS + 1) })],
  ['超过 1 MB', () => ({ events: crowd(MOST_EVENTS, { holderName: '王'.repeat(3_000) }) })],
  ['编号里有点，像别人的消息', () => ({ events: crowd(1), importId: 'import.1' })],
  ['第 0 部分', () => ({ events: crowd(1), part: 0 })],
])('%s：整个拒绝，什么都没有变', async (_name, input) => {
  const before = await stored()
  const { events, ...rest } = input()
  expect(await send(events, rest)).toMatchObject({ ok: false, code: 'input-invalid' })
  expect(await stored()).toEqual(before)
})
