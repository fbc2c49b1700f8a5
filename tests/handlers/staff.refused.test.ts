import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approveProposal, listProposals, refuseProposal, withdrawProposal } from '#contract/proposals'
import { appointStaff, proposeStaffChange } from '#contract/staff'
import { DAY_MS } from '#values/days'
import { type CampaignCloud, newNonce, onEighthDay, person, runningCampaign } from './campaign-cloud'
import { change } from './policy-book'
import { accountNumberOf, changeOf, chen, propose, takeOnStaff, zhao } from './staff-people'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
  await takeOnStaff(cloud)
})
afterAll(() => cloud.stop())

const refused = (code: string) => ({ ok: false, code })

describe('提出变更', () => {
  const ask = (change: Parameters<typeof changeOf>[1], reason = '岗位调整') =>
    cloud.ask(proposeStaffChange, { change: changeOf(person('new'), change), reason, requestKey: newNonce() }, chen)

  test.each<[string, Parameters<typeof changeOf>[1], string]>([
    ['网点人员没有网点', { role: 'branch' }, 'branch-needed'],
    ['条款里没有的网点', { role: 'branch', branchCode: 'SF9999' }, 'branch-unknown'],
    ['审核限定在条款里没有的网点', { branchCode: 'SF9999' }, 'branch-unknown'],
    ['维修厂人员没有维修厂', { role: 'workshop' }, 'workshop-unknown'],
    ['条款里没有的维修厂', { role: 'workshop', workshopId: 'elsewhere' }, 'workshop-unknown'],
    ['编号不对', { account: 'x' }, 'input-invalid'],
  ])('%s', async (_name, change, code) => expect(await ask(change)).toMatchObject(refused(code)))

  test('没有写理由', async () => expect(await ask({}, ' ')).toMatchObject(refused('input-invalid')))

  test('和现在一样', async () => {
    const same = changeOf(zhao, { name: '赵管理', role: 'admin' })
    const request = { change: same, reason: '岗位调整', requestKey: newNonce() }
    expect(await cloud.ask(proposeStaffChange, request, chen)).toMatchObject(refused('staff-unchanged'))
  })
})

describe('决定', () => {
  test('已经同意、驳回、撤回的，不能再变', async () => {
    const done = await propose(cloud, chen, person('one'))
    await cloud.get(approveProposal, { proposalId: done }, zhao)
    const [no, back] = [await propose(cloud, chen, person('two')), await propose(cloud, chen, person('three'))]
    await cloud.get(refuseProposal, { proposalId: no, reason: '不需要' }, zhao)
    await cloud.get(withdrawProposal, { proposalId: back, reason: '不需要' }, chen)
    for (const proposalId of [no, back]) {
      expect(await cloud.ask(approveProposal, { proposalId }, zhao)).toMatchObject(refused('proposal-decided'))
    }
    for (const proposalId of [done, no, back]) {
      const reason = '改主意了'
      expect(await cloud.ask(refuseProposal, { proposalId, reason }, zhao)).toMatchObject(refused('proposal-decided'))
      expect(await cloud.ask(withdrawProposal, { proposalId, reason }, chen)).toMatchObject(refused('proposal-decided'))
    }
  })

  test('同意后中断、没有办成的，过了期谁也不能再办', async () => {
    const who = person('left-undone')
    const proposalId = await propose(cloud, chen, who)
    await cloud.get(approveProposal, { proposalId }, zhao)
    await change(cloud, 'proposals', proposalId, { tookEffectAt: null })
    cloud.clock.set(onEighthDay + 7 * DAY_MS - 60_000)
    expect(await cloud.ask(approveProposal, { proposalId }, chen)).toMatchObject({ ok: true })
    await change(cloud, 'proposals', proposalId, { tookEffectAt: null })
    cloud.clock.set(onEighthDay + 7 * DAY_MS + 60_000)
    expect(await cloud.ask(approveProposal, { proposalId }, chen)).toMatchObject(refused('proposal-decided'))
    cloud.clock.set(onEighthDay)
  })

  test('七天没有人同意就过期，列表里也这样写', async () => {
    const proposalId = await propose(cloud, chen, person('late'))
    cloud.clock.set(onEighthDay + 8 * DAY_MS)
    expect(await cloud.ask(approveProposal, { proposalId }, zhao)).toMatchObject(refused('proposal-expired'))
    expect(await cloud.ask(refuseProposal, { proposalId, reason: '不需要' }, zhao)).toMatchObject(
      refused('proposal-expired'),
    )
    const { proposals } = await cloud.get(listProposals, { open: true }, zhao)
    expect(proposals.find((one) => one.proposalId === proposalId)).toMatchObject({
      state: 'expired',
      hindrance: 'expired',
    })
    cloud.clock.set(onEighthDay)
  })

  test('没有这项提议', async () => {
    expect(await cloud.ask(approveProposal, { proposalId: 'made-up' }, zhao)).toMatchObject(refused('proposal-unknown'))
  })
})

describe('部署凭证', () => {
  test('有了两位管理员，没有写明紧急原因就不能登记', async () => {
    const change = { account: accountNumberOf(person('more')), name: '更多', role: 'admin' as const }
    expect(await cloud.ask(appointStaff, change, null)).toMatchObject(refused('staff-two-people'))
    expect(await cloud.ask(appointStaff, { ...change, emergency: '管理员失联' }, null)).toMatchObject({ ok: true })
  })
})
