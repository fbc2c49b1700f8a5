import * as v from 'valibot'
import { operation } from './operation'
import { benefitStatusSchema } from './prizes'
import { invitationStateSchema } from './referral'
import { countSchema, daySchema, fenSchema, instantSchema } from './scalars'

/** One whom the referrer brought: the tree has this level and no other. Masked. */
export const staffInviteeSchema = v.object({
  invitationId: v.string(),
  who: v.string(),
  state: invitationStateSchema,
  openedAt: instantSchema,
  reward: v.nullable(
    v.object({
      status: benefitStatusSchema,
      /** Why it comes to nothing; null where something is given. */
      notGiven: v.nullable(v.string()),
      amountFen: v.nullable(fenSchema),
      dueOn: v.nullable(daySchema),
      risk: v.nullable(v.object({ score: countSchema, needsLook: v.boolean(), reasons: v.array(v.string()) })),
    }),
  ),
})
export type StaffInvitee = v.InferOutput<typeof staffInviteeSchema>

/** A referrer by the code that was given away. */
export const staffReferrerSchema = v.object({
  code: v.string(),
  who: v.string(),
  branchName: v.string(),
  /** Null where the referrer came by no channel. */
  channelName: v.nullable(v.string()),
  madeAt: instantSchema,
  invitees: v.array(staffInviteeSchema),
})
export type StaffReferrer = v.InferOutput<typeof staffReferrerSchema>

/** Which of the invited are asked for; nothing said is everybody, also a referrer who has invited nobody yet. */
const referralFilterSchema = v.strictObject({
  state: v.optional(invitationStateSchema),
  branchCode: v.optional(v.pipe(v.string(), v.maxLength(20))),
  /** Words of why it comes to nothing, or of a reason of risk. */
  reason: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))),
  /** Only those whose risk a person has to look at. */
  risky: v.optional(v.boolean(), false),
  /** Opened on this day or later. */
  fromOn: v.optional(daySchema),
  /** Opened on this day or earlier. */
  untilOn: v.optional(daySchema),
})
export type ReferralFilter = v.InferOutput<typeof referralFilterSchema>

/**
 * 推荐: who invited whom, with state, reasons and risk, a page at a time; with a filter, only the invited whom it lets through
 * and who invited them. A page may then be short, or empty, and not the last. A branch person sees the own branch's referrers.
 */
export const listReferrals = operation({
  name: 'referrals.list',
  door: 'staff',
  input: v.strictObject({
    filter: v.optional(referralFilterSchema, {}),
    /** Where the page before ended. */
    cursor: v.nullable(v.pipe(v.string(), v.maxLength(32))),
  }),
  output: v.object({
    items: v.array(staffReferrerSchema),
    next: v.nullable(v.string()),
    /** Those that this person may choose from. */
    branches: v.array(v.object({ branchCode: v.string(), name: v.string() })),
    now: instantSchema,
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published'],
})
