import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveProposal, listProposals, refuseProposal, withdrawProposal } from '#contract/proposals'
import { appointStaff, listStaff, proposeStaffChange } from '#contract/staff'
import { entriesOf, expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { appoint, change, storedIn } from './policy-book'
import {
  accountNumberOf,
  analyst,
  branchPerson,
  changeOf,
  chen,
  finance,
  propose,
  reviewer,
  takeOnStaff,
  wu,
  zhao,
} from './staff-people'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await takeOnStaff(cloud)
})
afterAll(() => cloud.stop())

const refused = (code: string) => ({ ok: false, code })
const activeAdmins = async () =>
  (await storedIn(cloud, 'staff'))
    .map((text) => JSON.parse(text) as { role: string; active: boolean })
    .filter(({ role, active }) => role === 'admin' && active).length

test('不是管理员：看不到名册，提不出变更，也决定不了', async () => {
  const proposalId = await propose(cloud, chen, person('new'))
  const request = { change: changeOf(person('self'), { role: 'admin' }), reason: '自己提', requestKey: newNonce() }
  for (const who of [reviewer, finance, branchPerson, analyst, person('stranger')]) {
    expect(await cloud.ask(listStaff, {}, who)).toMatchObject(refused('not-allowed'))
    expect(await cloud.ask(proposeStaffChange, request, who)).toMatchObject(refused('not-allowed'))
    const answer = await cloud.ask(approveProposal, { proposalId }, who)
    expect(['not-allowed', 'proposal-unknown']).toContain(answer.ok ? 'ok' : answer.code)
  }
  // 审核和财务有自己的提议可批，但看不到人员的。
  expect((await cloud.get(listProposals, { open: true }, reviewer)).proposals).toEqual([])
  expect(await cloud.ask(listStaff, {}, null)).toMatchObject(refused('not-signed-in'))
})

test('自己提的自己不能同意，也不能驳回；别人提的自己不能撤回', async () => {
  const proposalId = await propose(cloud, chen, person('new'))
  expect(await cloud.ask(approveProposal, { proposalId }, chen)).toMatchObject(refused('proposal-own'))
  expect(await cloud.ask(refuseProposal, { proposalId, reason: '不需要' }, chen)).toMatchObject(refused('proposal-own'))
  expect(await cloud.ask(withdrawProposal, { proposalId, reason: '不需要' }, zhao)).toMatchObject(
    refused('not-allowed'),
  )
})

test('关系到自己的，自己不能同意：别人提的也不行', async () => {
  const proposalId = await propose(cloud, chen, zhao, { name: '赵管理', role: 'reviewer' })
  expect(await cloud.ask(approveProposal, { proposalId }, zhao)).toMatchObject(refused('proposal-concerns-yourself'))
})

test('两位管理员同时同意同一项：恰好一次生效，另一位知道已经定了', async () => {
  await appoint(cloud, { openid: wu.openid, name: '吴管理', role: 'admin' })
  for (let round = 0; round < 5; round += 1) {
    const proposalId = await propose(cloud, chen, person(`raced-${round}`))
    const answers = await Promise.all([zhao, wu].map((who) => cloud.ask(approveProposal, { proposalId }, who)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.find(({ ok }) => !ok)).toMatchObject(refused('proposal-decided'))
  }
})

test('同意和撤回同时来：只有一个算，撤回了的没有生效', async () => {
  for (let round = 0; round < 5; round += 1) {
    const newcomer = person(`either-${round}`)
    const proposalId = await propose(cloud, chen, newcomer)
    const [yes, back] = await Promise.all([
      cloud.ask(approveProposal, { proposalId }, zhao),
      cloud.ask(withdrawProposal, { proposalId, reason: '填错了' }, chen),
    ])
    expect(yes.ok).not.toBe(back.ok)
    const { members } = await cloud.get(listStaff, {}, chen)
    expect(members.some(({ account }) => account === accountNumberOf(newcomer))).toBe(yes.ok)
  }
})

test('定了而没有生效时实例被杀：再同意一次，补上', async () => {
  const newcomer = person('left-undone')
  const proposalId = await propose(cloud, chen, newcomer)
  const approval = { account: accountNumberOf(zhao), name: '赵管理', role: 'admin', at: cloud.clock.now() }
  await change(cloud, 'proposals', proposalId, { state: 'done', approvals: [approval], version: 2 })
  expect(await cloud.ask(approveProposal, { proposalId }, wu)).toMatchObject(refused('proposal-decided'))
  expect(await cloud.get(approveProposal, { proposalId }, zhao)).toEqual({ state: 'done', stillNeeded: 0 })
  const { members } = await cloud.get(listStaff, {}, chen)
  expect(members.find(({ account }) => account === accountNumberOf(newcomer))).toMatchObject({ active: true })
  expect(await cloud.ask(approveProposal, { proposalId }, zhao)).toMatchObject({ ok: false })
})

test('同意的途中断在哪一次写入之前：再同意一次就办成，提议的每一步和人员变更在日志里各有一条', async () => {
  for (let after = 0; after < 5; after += 1) {
    const newcomer = person(`broken-off-${after}`)
    const proposalId = await propose(cloud, chen, newcomer)
    const crash = { kind: 'crash', effect: 'before' } as const
    cloud.setFaults([{ action: 'database.insertDocument', function: 'staff', after, times: 1, fault: crash }])
    await cloud.ask(approveProposal, { proposalId }, zhao).catch(() => null)
    cloud.setFaults([])
    await cloud.ask(approveProposal, { proposalId }, zhao)
    for (const what of ['proposal.open', 'proposal.approve', 'proposal.take-effect'] as const) {
      expect(await entriesOf(cloud, what, proposalId)).toHaveLength(1)
    }
    expect(await entriesOf(cloud, 'staff.change', accountNumberOf(newcomer))).toHaveLength(1)
  }
})

test('驳回、撤回写下了、没有记进日志：同样的请求再来就记上一条，回答一样；换个理由就是已经定了', async () => {
  const [no, back] = [await propose(cloud, chen, person('no')), await propose(cloud, chen, person('back'))]
  const reason = '人员不在本部门'
  const refuseIt = () => cloud.get(refuseProposal, { proposalId: no, reason }, zhao)
  await expectLoggedOnce(cloud, refuseIt, 'proposal.refuse', no)
  const withdrawIt = () => cloud.get(withdrawProposal, { proposalId: back, reason }, chen)
  await expectLoggedOnce(cloud, withdrawIt, 'proposal.withdraw', back)
  expect(await cloud.ask(refuseProposal, { proposalId: no, reason: '另有安排' }, zhao)).toMatchObject(
    refused('proposal-decided'),
  )
})

test('提出人已经离开：他提的不再能同意', async () => {
  const proposalId = await propose(cloud, wu, person('by-wu'))
  await appoint(cloud, { openid: wu.openid, name: '吴管理', role: 'admin', active: false })
  expect(await cloud.ask(approveProposal, { proposalId }, chen)).toMatchObject(refused('proposal-proposer-left'))
  await appoint(cloud, { openid: wu.openid, name: '吴管理', role: 'admin' })
})

describe('最后一位管理员', () => {
  test('三位里两位同时各停用一位：至少留下一位；最后一位谁也停用不了，部署凭证也不行', async () => {
    const ends = (by: Person, who: Person) => propose(cloud, by, who, { name: '将停用', role: 'admin', active: false })
    const [endsZhao, endsWu, endsChen] = [await ends(chen, zhao), await ends(zhao, wu), await ends(wu, chen)]
    await Promise.all([
      cloud.ask(approveProposal, { proposalId: endsZhao }, wu),
      cloud.ask(approveProposal, { proposalId: endsWu }, chen),
      cloud.ask(approveProposal, { proposalId: endsChen }, zhao),
    ])
    expect(await activeAdmins()).toBeGreaterThan(0)
    for (const who of [chen, zhao, wu]) {
      const end = { account: accountNumberOf(who), name: '将停用', role: 'admin' as const, active: false }
      await cloud.ask(appointStaff, { ...end, emergency: '测试' }, null)
    }
    expect(await activeAdmins()).toBe(1)
  })
})
