import type { ParsedInputOf } from '#contract/operation'
import type { appointStaff, memberRefusals } from '#contract/staff'
import type { AuditFacts } from '#pipeline/audit'
import { readMachineClock } from '#pipeline/clock'
import { type Refusal, refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import { endSessions } from '#store/console-sessions'
import { findStaff, joinAdmins, leaveAdmins, putStaff, type StaffMember } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

export type MemberChange = Omit<ParsedInputOf<typeof appointStaff>, 'emergency'>
type MemberRefusal = Refusal<(typeof memberRefusals)[number]>

/** What the log says of a member. */
export const factsOf = ({ name, role, branchCode, workshopId, active }: StaffMember): AuditFacts => ({
  staffName: name,
  role,
  branchCode,
  workshopId,
  active,
})

/** The place that a change names, as the terms in force have it: a refusal where they do not. */
export async function placeOf({ role, branchCode, workshopId }: MemberChange) {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { branches, servicePack }: Terms = inForce.terms
  if (role === 'branch' && branchCode === undefined) return refuse('branch-needed')
  if (branchCode !== undefined && !branches.some((branch) => branch.branchCode === branchCode)) {
    return refuse('branch-unknown')
  }
  const atWorkshop = role === 'workshop'
  if (atWorkshop && !servicePack.workshops.some((workshop) => workshop.workshopId === workshopId)) {
    return refuse('workshop-unknown')
  }
  return { branchCode: branchCode ?? null, workshopId: atWorkshop ? (workshopId ?? null) : null }
}

/**
 * Makes somebody's entry say what the change says. The same again changes nothing more. The last active admin stays one.
 */
export async function changeMember(
  change: MemberChange,
  now: Instant,
): Promise<MemberRefusal | { before: StaffMember | null; after: StaffMember }> {
  const { account, name, role, active } = change
  const place = await placeOf(change)
  if ('code' in place) return place
  const before = await findStaff(account)
  const staysAdmin = role === 'admin' && active
  if (!staysAdmin && !(await leaveAdmins(account))) return refuse('staff-last-admin')
  const after = { _id: account, name, role, ...place, active, appointedAt: before?.appointedAt ?? now }
  await putStaff(after)
  // Their next request would find the roster's word anyway; this ends what is listed as alive.
  if (!active) await endSessions(account, null, readMachineClock())
  if (staysAdmin) await joinAdmins(account)
  return { before, after }
}
