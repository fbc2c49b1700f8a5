import * as v from 'valibot'
import { campaignHeadSchema } from './campaign'
import { operation } from './operation'
import { instantSchema } from './scalars'
import { staffRoleSchema } from './staff'

/** What every page of the console stands in: who is signed in, and of which campaign all of it speaks. */
export const openConsole = operation({
  name: 'console.open',
  door: 'staff',
  input: v.object({}),
  output: v.object({
    /** Null until terms are published: then there is only what prepares them. */
    campaign: v.nullable(campaignHeadSchema),
    now: instantSchema,
    me: v.object({
      staffId: v.string(),
      name: v.string(),
      role: staffRoleSchema,
      /** Of a branch person: only what is of this branch is shown. */
      branchName: v.nullable(v.string()),
    }),
  }),
  refusals: ['not-signed-in', 'not-allowed'],
})
