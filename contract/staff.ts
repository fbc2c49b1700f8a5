import * as v from 'valibot'
import { operation } from './operation'
import { reasonSchema } from './reason'
import { instantSchema, pseudonymSchema, requestKeySchema } from './scalars'

export const staffRoleSchema = v.picklist(['admin', 'reviewer', 'finance', 'branch', 'workshop', 'analyst'])

/** Who somebody of staff is to be: `active: false` ends it. */
export const memberSchema = v.strictObject({
  /** What 我的信息 shows the person as 您的编号: a pseudonym, so that no openid has to be told. */
  account: pseudonymSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20)),
  role: staffRoleSchema,
  /** The one branch whose affairs this person sees; without it all of them. A branch person always has one. The terms must list it. */
  branchCode: v.optional(v.string()),
  /** A workshop person's; the terms must list it. */
  workshopId: v.optional(v.string()),
  active: v.optional(v.boolean(), true),
})

/** Why a member's place cannot be as it is said. */
export const memberRefusals = [
  'campaign-not-published',
  'branch-needed',
  'branch-unknown',
  'workshop-unknown',
  'staff-last-admin',
] as const

/**
 * Takes a member of staff on, changes the role, or ends it. Only tools with the environment's credentials may: for set-up, until
 * there are two admins. From then on they decide in the console, and this is for emergencies alone, with a reason.
 */
export const appointStaff = operation({
  name: 'staff.appoint',
  door: 'staff',
  input: v.strictObject({
    ...memberSchema.entries,
    /** Why it cannot wait for two admins. Needed once there are two active admins. */
    emergency: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))),
  }),
  output: v.object({}),
  refusals: ['not-allowed', 'staff-two-people', ...memberRefusals],
})

/** The roster, for admins: everybody who is or was in it. */
export const listStaff = operation({
  name: 'staff.list',
  door: 'staff',
  input: v.object({}),
  output: v.object({
    members: v.array(
      v.object({
        account: pseudonymSchema,
        name: v.string(),
        role: staffRoleSchema,
        branchCode: v.nullable(v.string()),
        workshopId: v.nullable(v.string()),
        active: v.boolean(),
        appointedAt: instantSchema,
      }),
    ),
    branches: v.array(v.object({ branchCode: v.string(), name: v.string() })),
    workshops: v.array(v.object({ workshopId: v.string(), name: v.string() })),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published'],
})

/** Proposes to take somebody on, to change who they are, or to end it (`active: false`): another admin decides. */
export const proposeStaffChange = operation({
  name: 'staff.propose',
  door: 'staff',
  input: v.strictObject({ change: memberSchema, reason: reasonSchema, requestKey: requestKeySchema }),
  output: v.object({ proposalId: v.string() }),
  refusals: ['not-signed-in', 'not-allowed', 'staff-unchanged', ...memberRefusals],
})
