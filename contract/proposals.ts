import * as v from 'valibot'
import { operation } from './operation'
import { reasonSchema } from './reason'
import { countSchema, instantSchema } from './scalars'
import { memberRefusals } from './staff'

/** What two people decide together. */
export const proposalKinds = {
  'staff-change': '人员变更',
  'terms-change': '条款更改',
  deletion: '删除个人信息',
} as const
export const proposalKindSchema = v.picklist(['staff-change', 'terms-change', 'deletion'])
export type ProposalKind = keyof typeof proposalKinds

/** One thing that it changes, as it is shown: `before` null where there was nothing. */
export const changedLineSchema = v.object({
  label: v.string(),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
})
export type ChangedLine = v.InferOutput<typeof changedLineSchema>

const personSchema = v.object({ account: v.string(), name: v.string(), role: v.string() })
const decidedSchema = v.object({ ...personSchema.entries, at: instantSchema })

/** Why this person may not approve it now. */
export const approvalHindranceSchema = v.picklist(['own', 'concerns-yourself', 'approved-before', 'decided', 'expired'])

export const proposalSchema = v.object({
  proposalId: v.string(),
  kind: proposalKindSchema,
  /** What it is about, in Chinese: 林演示（审核）。 */
  title: v.string(),
  changes: v.array(changedLineSchema),
  reason: v.string(),
  proposedBy: personSchema,
  proposedAt: instantSchema,
  expiresAt: instantSchema,
  state: v.picklist(['open', 'done', 'refused', 'withdrawn', 'expired']),
  needed: countSchema,
  approvals: v.array(decidedSchema),
  closed: v.nullable(v.object({ ...decidedSchema.entries, why: v.string() })),
  /** Null while it was not carried out: also after the last approval, for a moment or until somebody tries again. */
  tookEffectAt: v.nullable(instantSchema),
  /** Null: whoever asks may approve it now. */
  hindrance: v.nullable(approvalHindranceSchema),
})
export type ShownProposal = v.InferOutput<typeof proposalSchema>

/** Those that the role may approve, the latest first. */
export const listProposals = operation({
  name: 'proposal.list',
  door: 'staff',
  input: v.strictObject({
    open: v.boolean(),
    /** Only those proposed before: the last one of the page before. */
    before: v.optional(v.nullable(instantSchema), null),
  }),
  output: v.object({ proposals: v.array(proposalSchema), more: v.boolean(), now: instantSchema }),
  refusals: ['not-signed-in', 'not-allowed'],
})

const decisionRefusals = [
  'not-signed-in',
  'not-allowed',
  'proposal-unknown',
  'proposal-decided',
  'proposal-expired',
  'busy',
] as const

/** Why a change of some kind cannot take effect as things stand now. */
export const effectRefusals = [
  ...memberRefusals,
  'campaign-not-published',
  'terms-unfavourable',
  'terms-moved-on',
  'deletion-unknown',
  'bank-account-in-use',
] as const

/** With the last approval the change is carried out. Asked again by whoever approved, it carries out what a crash left undone. */
export const approveProposal = operation({
  name: 'proposal.approve',
  door: 'staff',
  input: v.strictObject({ proposalId: v.string() }),
  output: v.object({ state: proposalSchema.entries.state, stillNeeded: countSchema }),
  refusals: [
    ...decisionRefusals,
    'proposal-own',
    'proposal-concerns-yourself',
    'proposal-approved-before',
    'proposal-proposer-left',
    ...effectRefusals,
  ],
})

export const refuseProposal = operation({
  name: 'proposal.refuse',
  door: 'staff',
  input: v.strictObject({ proposalId: v.string(), reason: reasonSchema }),
  output: v.object({}),
  refusals: [...decisionRefusals, 'proposal-own'],
})

/** By who proposed it. */
export const withdrawProposal = operation({
  name: 'proposal.withdraw',
  door: 'staff',
  input: v.strictObject({ proposalId: v.string(), reason: reasonSchema }),
  output: v.object({}),
  refusals: decisionRefusals,
})
