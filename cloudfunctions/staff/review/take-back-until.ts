import type { Benefit } from '#rules/benefit/benefit'
import { mayBeTakenBack, TAKE_BACK_WITHIN_MS } from '#rules/benefit/status'
import type { StaffMember } from '#store/staff'
import type { Instant } from '#values/days'

/** Until when this person may take the own decision back; null where it is another's, or stands. */
export function takeBackUntilAt(benefit: Benefit, { _id }: Pick<StaffMember, '_id'>, now: Instant): Instant | null {
  const { status } = benefit
  if (status.kind === 'pending' || status.by !== _id || !mayBeTakenBack(benefit, now)) return null
  return status.at + TAKE_BACK_WITHIN_MS
}
