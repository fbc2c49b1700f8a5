import type { InputOf } from '#contract/operation'
import { proposeStaffChange } from '#contract/staff'
import { accountOf } from '#store/accounts'
import { type CampaignCloud, newNonce, type Person, person } from './campaign-cloud'
import { appoint } from './policy-book'

/** Plainly invented people of the roster. */
export const [chen, zhao, wu] = ['admin-chen', 'admin-zhao', 'admin-wu'].map(person) as [Person, Person, Person]
export const reviewer = person('reviewer-qian')
export const finance = person('finance-sun')
export const branchPerson = person('branch-he')
export const analyst = person('analyst-xu')

export const accountNumberOf = ({ openid }: Person): string => accountOf(openid)

/** Two admins, and one of each other role. */
export async function takeOnStaff(cloud: CampaignCloud): Promise<void> {
  await appoint(cloud, { openid: chen.openid, name: '陈管理', role: 'admin' })
  await appoint(cloud, { openid: zhao.openid, name: '赵管理', role: 'admin' })
  await appoint(cloud, { openid: reviewer.openid, name: '钱审核', role: 'reviewer' })
  await appoint(cloud, { openid: finance.openid, name: '孙财务', role: 'finance' })
  await appoint(cloud, { openid: analyst.openid, name: '徐分析', role: 'analyst' })
  await appoint(cloud, { openid: branchPerson.openid, name: '何网点', role: 'branch', branchCode: 'SF0101' })
}

type Change = Partial<InputOf<typeof proposeStaffChange>['change']>

/** A change of somebody's entry: a reviewer by default. */
export const changeOf = (who: Person, change: Change = {}) => ({
  account: accountNumberOf(who),
  name: '吴演示',
  role: 'reviewer' as const,
  ...change,
})

/** Proposed by one admin; what another may approve. */
export async function propose(cloud: CampaignCloud, by: Person, who: Person, change: Change = {}): Promise<string> {
  const input = { change: changeOf(who, change), reason: '岗位调整', requestKey: newNonce() }
  return (await cloud.get(proposeStaffChange, input, by)).proposalId
}
