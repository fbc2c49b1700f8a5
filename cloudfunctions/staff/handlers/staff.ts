import type { ChangedLine } from '#contract/proposals'
import { listStaff as listOperation, proposeStaffChange as proposeOperation } from '#contract/staff'
import { staffRoleTexts } from '#contract/staff-words'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import { findStaff, listStaff as listMembers, type StaffMember } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { openProposal } from '../proposals/open'
import { placeOf } from '../roster/change-member'

const admins = forStaff('admin')

export const listStaff = handle(listOperation, admins, async () => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { branches, servicePack } = inForce.terms
  const members = await listMembers()
  return {
    members: members.map(({ _id, name, role, branchCode, workshopId, active, appointedAt }) => ({
      account: _id,
      ...{ name, role, branchCode, workshopId, active, appointedAt },
    })),
    branches: branches.map(({ branchCode, name }) => ({ branchCode, name })),
    workshops: servicePack.workshops.map(({ workshopId, name }) => ({ workshopId, name })),
  }
})

export const proposeStaffChange = handle(proposeOperation, admins, async ({ change, reason, requestKey }, call) => {
  const place = await placeOf(change)
  if ('code' in place) return place
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const before = await findStaff(change.account)
  const { name, role, active } = change
  const changes = linesOf(inForce.terms, before, { name, role, active, ...place })
  if (changes.length === 0) return refuse('staff-unchanged')
  return openProposal(call, {
    kind: 'staff-change',
    title: titleOf(before, change),
    changes,
    payload: change,
    reason,
    concerns: [change.account],
    needed: 1,
    requestKey,
  })
})

function titleOf(before: StaffMember | null, { name, active }: Pick<StaffMember, 'name' | 'active'>): string {
  if (!before?.active) return active ? `登记 ${name}` : `停用 ${name}`
  return active ? `变更 ${name}` : `停用 ${name}`
}

type Described = Pick<StaffMember, 'name' | 'role' | 'branchCode' | 'workshopId' | 'active'>

/** What differs, in the words of the page. */
function linesOf(terms: Terms, before: Described | null, after: Described): ChangedLine[] {
  const shown = describe(terms)
  const [was, becomes] = [before && shown(before), shown(after)]
  return Object.entries(becomes).flatMap(([label, value]) =>
    was?.[label] === value ? [] : [{ label, before: was?.[label] ?? null, after: value }],
  )
}

function describe({ branches, servicePack }: Terms) {
  const branchName = (code: string | null) => branches.find(({ branchCode }) => branchCode === code)?.name ?? '全部网点'
  const workshopName = (id: string | null) =>
    servicePack.workshops.find(({ workshopId }) => workshopId === id)?.name ?? '无'
  return ({ name, role, branchCode, workshopId, active }: Described): Record<string, string> => ({
    姓名: name,
    角色: staffRoleTexts[role],
    ...(role === 'workshop' ? { 维修厂: workshopName(workshopId) } : { 网点: branchName(branchCode) }),
    状态: active ? '在职' : '停用',
  })
}
