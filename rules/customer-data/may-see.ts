/** 员工这样说：网点只看本网点的客户；谁都只看工作需要的那一项。 (个人信息保护法 §6) */

export type StaffRole = 'admin' | 'reviewer' | 'finance' | 'branch' | 'workshop' | 'analyst'
export type ClearField = 'name' | 'phone' | 'id-number' | 'plate' | 'vin' | 'bank-card'

const seen: Readonly<Record<StaffRole, readonly ClearField[]>> = {
  admin: ['name', 'phone', 'id-number', 'plate', 'vin'],
  reviewer: ['name', 'phone', 'id-number', 'plate', 'vin'],
  finance: ['name', 'phone', 'bank-card'],
  branch: ['name', 'phone', 'plate'],
  workshop: [],
  analyst: [],
}

/** What somebody with this role may be shown in the clear, one at a time and with a reason. */
export const mayUnmask = (role: StaffRole): readonly ClearField[] => seen[role]

/** Whose work needs policies one by one: figures need none of their numbers. */
export const maySeePolicyNumbers = (role: StaffRole): boolean => role !== 'analyst' && role !== 'workshop'

/** Whether a customer with policies of these branches is theirs to look at. Whoever does one branch alone sees that one alone. */
export const isTheirs = (
  { role, branchCode }: { role: StaffRole; branchCode: string | null },
  branchCodes: readonly string[],
): boolean => (branchCode === null ? role !== 'branch' : branchCodes.includes(branchCode))
