import * as v from 'valibot'
import { type CallOutcome, callOutcomes } from '#values/call-outcomes'
import { leadKindSchema } from './leads'
import { operation } from './operation'
import { reasonSchema } from './reason'
import { channelSchema, countSchema, daySchema, fenSchema, instantSchema, requestKeySchema } from './scalars'
import { drivingRegionSchema, usageNatureSchema, vehicleTypeSchema } from './vehicle'

export const leadStateSchema = v.picklist(['open', 'contacted'])
export const callOutcomeSchema = v.picklist(Object.keys(callOutcomes) as [CallOutcome, ...CallOutcome[]])
const leadIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(160))

/** One booking as staff see it: masked. */
export const leadItemSchema = v.object({
  leadId: v.string(),
  kind: leadKindSchema,
  state: leadStateSchema,
  name: v.string(),
  phone: v.string(),
  /** Of the bound vehicle, or as it was given with the quote; null where neither is known. */
  plate: v.nullable(v.string()),
  quoted: v.nullable(
    v.object({
      vehicleType: vehicleTypeSchema,
      usageNature: usageNatureSchema,
      drivingRegion: drivingRegionSchema,
      payableFen: v.nullable(fenSchema),
    }),
  ),
  branchName: v.string(),
  /** Null where the customer came by no channel. */
  channelName: v.nullable(v.string()),
  bookedAt: instantSchema,
  /** The branch calls by this day, which is included. */
  callsUntilOn: daySchema,
  overdue: v.boolean(),
  /** Who called when and what came of it, the first one first. */
  calls: v.array(
    v.object({ at: instantSchema, by: v.string(), outcome: callOutcomeSchema, note: v.nullable(v.string()) }),
  ),
})
export type LeadItem = v.InferOutput<typeof leadItemSchema>

const leadFilterSchema = v.strictObject({
  state: v.optional(leadStateSchema, 'open'),
  kind: v.optional(leadKindSchema),
  branchCode: v.optional(v.pipe(v.string(), v.maxLength(20))),
  channel: v.optional(channelSchema),
  /** Only what was promised by an earlier day. */
  overdue: v.optional(v.boolean(), false),
})
export type LeadFilter = v.InferInput<typeof leadFilterSchema>

/**
 * 预约 for those who call back, a page at a time: what waits by the earliest promised day first, what is dealt with by the
 * latest. Somebody of a branch sees the own branch's, whatever was asked for. (staff door)
 */
export const listLeads = operation({
  name: 'leads.list',
  door: 'staff',
  input: v.strictObject({
    filter: v.optional(leadFilterSchema, {}),
    /** Where the page before ended. */
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(180))), null),
  }),
  output: v.object({
    items: v.array(leadItemSchema),
    next: v.nullable(v.string()),
    /** Those that this person may choose from. */
    branches: v.array(v.object({ branchCode: v.string(), name: v.string() })),
    channels: v.array(v.object({ channelId: v.string(), name: v.string() })),
    now: instantSchema,
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published'],
})

/** Whom to call, in the clear: logged, and told to whose booking it is. (staff door) */
export const revealLead = operation({
  name: 'leads.reveal',
  door: 'staff',
  input: v.strictObject({ leadId: leadIdSchema, why: reasonSchema }),
  output: v.object({
    name: v.string(),
    phone: v.string(),
    /** As it was given with the quote; that of a bound vehicle stands in the policy. */
    plate: v.nullable(v.string()),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'lead-unknown', 'too-many-look-ups'],
})

/**
 * 登记联系: what came of a call. The same request key again answers the same. Nobody reached, and the booking waits for the next
 * try. (staff door)
 */
export const noteCall = operation({
  name: 'leads.contacted',
  door: 'staff',
  input: v.strictObject({
    leadId: leadIdSchema,
    outcome: callOutcomeSchema,
    /** What the next one should know; numbers, plates and addresses are taken out. */
    note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100, '备注最多 100 字')), ''),
    requestKey: requestKeySchema,
  }),
  output: v.object({ state: leadStateSchema, calledAt: instantSchema, triesLeft: countSchema }),
  refusals: ['not-signed-in', 'not-allowed', 'lead-unknown', 'lead-changed'],
})
