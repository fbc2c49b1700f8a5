import type { Call } from '#pipeline/handler'
import { takeFrom } from '#store/limits'
import type { StaffMember } from '#store/staff'

/** Whatever is opened, of a policy or of a prize: enough for a day's work, too few to copy a list. */
const CLEAR_FIELDS = { what: 'customer-unmask', most: 60 }

/** Counts one more value that this person sees in the clear; false when today's are used up. */
export const takeClearField = ({ _id }: StaffMember, { now }: Pick<Call, 'now'>): Promise<boolean> =>
  takeFrom(CLEAR_FIELDS, _id, now)
