import type { Instant } from '#values/days'
import { collection, command } from './collection'

export type StaffRole = 'admin' | 'reviewer' | 'finance' | 'branch' | 'workshop' | 'analyst'

/** Somebody who works for the campaign. */
export interface StaffMember {
  /** The WeChat account (accounts.ts): the openid itself is not kept. */
  _id: string
  name: string
  role: StaffRole
  /** The one branch whose affairs this person sees and does; null for all of them. A branch person always has one. */
  branchCode: string | null
  /** Of a workshop person; null for the others. */
  workshopId: string | null
  /** False for somebody who has left: the entry stays, for what they have signed. */
  active: boolean
  appointedAt: Instant
}

const staff = collection<StaffMember>('staff')

/** One database operation. */
export const findStaff = (account: string): Promise<StaffMember | null> => staff.find(account)

export const listStaff = (): Promise<StaffMember[]> => staff.listAll({})

/** Takes somebody on, or changes who they are. */
export async function putStaff({ _id, ...member }: StaffMember): Promise<void> {
  if (await staff.add({ _id, ...member })) return
  await staff.updateWhere({ _id }, member)
}

/** Who the active admins are, in one document: of two changes at the same moment neither takes the last one away. */
interface Admins {
  _id: string
  accounts: string[]
}

const admins = collection<Admins>('staffAdmins')
const ADMINS = 'admins'

export const countAdmins = async (): Promise<number> => (await admins.find(ADMINS))?.accounts.length ?? 0

export async function isLastAdmin(account: string): Promise<boolean> {
  const accounts = (await admins.find(ADMINS))?.accounts ?? []
  return accounts.length === 1 && accounts[0] === account
}

/** After the entry says so: an admin who is not in the list yet does not count as one who could stay behind. */
export async function joinAdmins(account: string): Promise<void> {
  if (await admins.add({ _id: ADMINS, accounts: [account] })) return
  await admins.updateWhere({ _id: ADMINS }, { accounts: command.addToSet(account) })
}

/** Before the entry says so. False for the last one, who stays. */
export async function leaveAdmins(account: string): Promise<boolean> {
  const another = { 'accounts.1': command.exists(true) }
  const left = await admins.updateWhere(
    { _id: ADMINS, accounts: account, ...another },
    { accounts: command.pull(account) },
  )
  return left === 1 || !(await admins.find(ADMINS))?.accounts.includes(account)
}
