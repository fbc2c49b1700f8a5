import type { ChangedLine, ProposalKind } from '#contract/proposals'
import { audit } from '#pipeline/audit'
import type { CallBy } from '#pipeline/handler'
import { addProposal } from '#store/proposals'
import type { StaffMember, StaffRole } from '#store/staff'
import { DAY_MS } from '#values/days'

/** Whoever was to approve and did not within this time is asked anew. */
const OPEN_FOR_MS = 7 * DAY_MS

export interface NewProposal {
  kind: ProposalKind
  title: string
  changes: ChangedLine[]
  payload: object
  reason: string
  /** Accounts that it is about: none of them may approve it. */
  concerns: string[]
  /** How many must approve, beside who proposes. */
  needed: number
  requestKey: string
}

export const proposerOf = ({ _id, name, role }: StaffMember) => ({ account: _id, name, role })

/** Opens a proposal and logs it; the same request again is the same proposal. */
export async function openProposal(
  call: CallBy<{ staff: readonly StaffRole[] }>,
  { requestKey, ...proposal }: NewProposal,
): Promise<{ proposalId: string }> {
  const proposalId = `${call.staff._id}.${requestKey}`
  await addProposal({
    ...proposal,
    _id: proposalId,
    proposedBy: proposerOf(call.staff),
    proposedAt: call.now,
    approvals: [],
    state: 'open',
    closed: null,
    expiresAt: call.now + OPEN_FOR_MS,
    tookEffectAt: null,
    version: 1,
  })
  const { kind, needed, reason } = proposal
  await audit(call, {
    what: 'proposal.open',
    object: { kind: 'proposal', id: proposalId },
    after: { kind, state: 'open', count: needed },
    why: reason,
    deed: 'open',
  })
  return { proposalId }
}
