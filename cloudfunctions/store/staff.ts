import type { Instant } from '#values/days'
import { collection } from './collection'

export type StaffRole = 'admin' | 'reviewer' | 'finance' | 'branch' | 'workshop' | 'analyst'

/** Somebody who works for the campaign. */
export interface StaffMember {
  /** The WeChat account (accounts.ts): the openid itself is not kept. */
  _id: string
  name: string
  role: StaffRole
  /** Of a branch person; null for the others. */
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

/** Takes somebody on, or changes who they are. */
export async function putStaff({ _id, ...member }: StaffMember): Promise<void> {
  if (await staff.add({ _id, ...member })) return
  await staff.updateWhere({ _id }, member)
}
