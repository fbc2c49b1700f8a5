import { maySeePolicyNumbers } from '#rules/customer-data/may-see'
import { outwardIdOf, sealText, unseal } from '#store/secrets'
import type { StaffMember } from '#store/staff'

/**
 * An entry's id as this person is told it. A policy number stands in it: whoever may see none gets it sealed, and can ask for the
 * entry by that all the same.
 */
export const entryNameFor = ({ role }: Pick<StaffMember, 'role'>, id: string): string =>
  maySeePolicyNumbers(role) ? id : sealText(id)

/** What it is called in a file that is taken out: the same each time. */
export const entryNumberFor = ({ role }: Pick<StaffMember, 'role'>, id: string): string =>
  maySeePolicyNumbers(role) ? id : outwardIdOf(id)

/** The id behind what this person names; null where it is none that they were told. */
export function entryNamedBy({ role }: Pick<StaffMember, 'role'>, name: string): string | null {
  if (maySeePolicyNumbers(role)) return name
  try {
    return unseal(name).toString()
  } catch {
    return null
  }
}
