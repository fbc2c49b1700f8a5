import { randomBytes } from 'node:crypto'
import { confirmLogin, lookAtLogin } from '#contract/console-login'
import { readMyData } from '#contract/my-data'
import type { InputOf } from '#contract/operation'
import { approveProposal } from '#contract/proposals'
import { appointStaff, proposeStaffChange } from '#contract/staff'
import type { LocalCloud } from '#localcloud/local-cloud'
import { ask } from './ask'
import { admins, newcomer, type StaffPerson, team } from './people'

/** By the number that 我的信息 shows the person. */
async function entryOf(cloud: LocalCloud, person: StaffPerson): Promise<InputOf<typeof appointStaff>> {
  const { kept } = await ask(cloud, person, readMyData, {})
  const account = kept.find(({ what }) => what === '您的编号')?.value ?? ''
  const { name, role, branchCode, workshopId } = person
  return { account, name, role, ...(branchCode && { branchCode }), ...(workshopId && { workshopId }) }
}

/** The invented campaign team: two admins named at set-up, everybody else proposed by one and approved by the other. */
export async function appointTeam(cloud: LocalCloud): Promise<void> {
  const [proposer, approver] = admins
  for (const admin of admins) await ask(cloud, null, appointStaff, await entryOf(cloud, admin))
  for (const person of team) {
    const proposalId = await propose(cloud, proposer, person, '活动筹备组成员')
    await ask(cloud, approver, approveProposal, { proposalId })
  }
}

async function propose(cloud: LocalCloud, by: StaffPerson, person: StaffPerson, reason: string): Promise<string> {
  const request = { change: await entryOf(cloud, person), reason, requestKey: randomBytes(16).toString('hex') }
  return (await ask(cloud, by, proposeStaffChange, request)).proposalId
}

/** The second admin proposes one more: the first, or whoever tries the console as the first, decides. */
export async function proposeNewcomer(cloud: LocalCloud): Promise<void> {
  await propose(cloud, admins[1], newcomer, '接替休假的同事，审核东城营业部')
}

/** Who may be chosen at the console's login: those who have something to do there. */
export const deskTeam: readonly StaffPerson[] = [...admins, ...team].filter(({ role }) => role !== 'workshop')

/** As if this person had scanned the code on the screen, read the number and confirmed: by the same operations. */
export async function confirmAs(cloud: LocalCloud, key: string, ticketId: string, number: string): Promise<void> {
  const person = deskTeam.find((one) => one.key === key)
  if (!person) throw new Error(`nobody of the demonstration's staff is ${key}`)
  await ask(cloud, person, lookAtLogin, { ticketId })
  await ask(cloud, person, confirmLogin, { ticketId, number })
}
