import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportAudit } from '#contract/audit-log'
import { approveProposal, listProposals, refuseProposal, withdrawProposal } from '#contract/proposals'
import { listStaff, proposeStaffChange } from '#contract/staff'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { accountNumberOf, changeOf, chen, propose, takeOnStaff, zhao } from './staff-people'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await takeOnStaff(cloud)
})
afterAll(() => cloud.stop())

const memberOf = async (who: ReturnType<typeof person>) =>
  (await cloud.get(listStaff, {}, chen)).members.find(({ account }) => account === accountNumberOf(who))
const acts = async () => {
  const entries = []
  for (let after = 0; ; ) {
    const page = (await cloud.get(exportAudit, { after }, null)).entries
    entries.push(...page)
    if (page.length === 0) return entries
    after = page.at(-1)?.number ?? after
  }
}

test('一位管理员提出登记，另一位同意，当场生效', async () => {
  const newcomer = person('newcomer')
  const proposalId = await propose(cloud, chen, newcomer, { name: '新审核', role: 'reviewer', branchCode: 'SF0101' })
  expect(await memberOf(newcomer)).toBeUndefined()
  const { proposals } = await cloud.get(listProposals, { open: true }, zhao)
  expect(proposals[0]).toMatchObject({
    proposalId,
    title: '登记 新审核',
    changes: [
      { label: '姓名', before: null, after: '新审核' },
      { label: '角色', before: null, after: '审核' },
      { label: '网点', before: null, after: '示范市中心营业部（演示）' },
      { label: '状态', before: null, after: '在职' },
    ],
    reason: '岗位调整',
    proposedBy: { name: '陈管理' },
    state: 'open',
    hindrance: null,
  })
  expect(await cloud.get(approveProposal, { proposalId }, zhao)).toEqual({ state: 'done', stillNeeded: 0 })
  expect(await memberOf(newcomer)).toMatchObject({ role: 'reviewer', branchCode: 'SF0101', active: true })
  expect((await acts()).slice(-4).map(({ what, who }) => [what, who.name])).toEqual([
    ['proposal.open', '陈管理'],
    ['proposal.approve', '赵管理'],
    ['staff.change', '赵管理'],
    ['proposal.take-effect', '赵管理'],
  ])
})

test('换角色、停用：日志里有之前和之后', async () => {
  const clerk = person('clerk')
  await cloud.get(approveProposal, { proposalId: await propose(cloud, chen, clerk, { role: 'analyst' }) }, zhao)
  await cloud.get(approveProposal, { proposalId: await propose(cloud, zhao, clerk, { role: 'finance' }) }, chen)
  const ends = await propose(cloud, chen, clerk, { role: 'finance', active: false })
  await cloud.get(approveProposal, { proposalId: ends }, zhao)
  expect(await memberOf(clerk)).toMatchObject({ role: 'finance', active: false })
  const changes = (await acts()).filter(
    ({ what, object }) => what === 'staff.change' && object.id === accountNumberOf(clerk),
  )
  expect(changes.map(({ before, after }) => [before?.role ?? null, after?.role, after?.active])).toEqual([
    [null, 'analyst', true],
    ['analyst', 'finance', true],
    ['finance', 'finance', false],
  ])
})

test('同一次请求再来一遍：还是同一项提议', async () => {
  const request = { change: changeOf(person('twice')), reason: '岗位调整', requestKey: newNonce() }
  const first = await cloud.get(proposeStaffChange, request, chen)
  expect(await cloud.get(proposeStaffChange, request, chen)).toEqual(first)
})

test('另一位驳回，写明理由；提出人自己撤回', async () => {
  const refused = await propose(cloud, chen, person('nobody'))
  await cloud.get(refuseProposal, { proposalId: refused, reason: '人员不在本部门' }, zhao)
  const withdrawn = await propose(cloud, chen, person('nobody'))
  await cloud.get(withdrawProposal, { proposalId: withdrawn, reason: '填错了编号' }, chen)
  const { proposals } = await cloud.get(listProposals, { open: false }, chen)
  expect(
    proposals
      .slice(0, 2)
      .map(({ state, closed }) => [state, closed?.name, closed?.why])
      .sort(),
  ).toEqual([
    ['refused', '赵管理', '人员不在本部门'],
    ['withdrawn', '陈管理', '填错了编号'],
  ])
})
