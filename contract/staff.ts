import * as v from 'valibot'
import { operation } from './operation'
import { pseudonymSchema } from './scalars'

export const staffRoleSchema = v.picklist(['admin', 'reviewer', 'finance', 'branch', 'workshop', 'analyst'])

/** Takes a member of staff on, changes the role, or ends it (`active: false`). Only tools with the environment's credentials may. */
export const appointStaff = operation({
  name: 'staff.appoint',
  door: 'staff',
  input: v.strictObject({
    /** What 我的信息 shows the person as 您的编号: a pseudonym, so that no openid has to be told. */
    account: pseudonymSchema,
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20)),
    role: staffRoleSchema,
    /** A branch person's; the terms must list it. */
    branchCode: v.optional(v.string()),
    /** A workshop person's; the terms must list it. */
    workshopId: v.optional(v.string()),
    active: v.optional(v.boolean(), true),
  }),
  output: v.object({}),
  refusals: ['not-allowed', 'campaign-not-published', 'branch-unknown', 'workshop-unknown'],
})
