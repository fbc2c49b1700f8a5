import type { StaffMember } from '#store/staff'

/** @throws Error when somebody of a branch has none: the roster does not let that in */
export function branchOf({ branchCode }: Pick<StaffMember, 'branchCode'>): string {
  if (branchCode === null) throw new Error('a branch person without a branch')
  return branchCode
}
