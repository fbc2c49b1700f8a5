import type { PrizeCollection } from '#store/prize-collections'
import type { StaffMember } from '#store/staff'

/** Whoever does one branch alone sees what is fetched there, the others everything. */
export const isOfBranch = (
  { branchCode }: Pick<StaffMember, 'branchCode'>,
  details: Pick<PrizeCollection, 'way' | 'branchCode'>,
): boolean => branchCode === null || (details.way === 'in-person' && details.branchCode === branchCode)
