import {
  approveProposal as approveOperation,
  listProposals as listOperation,
  refuseProposal as refuseOperation,
  type ShownProposal,
  withdrawProposal as withdrawOperation,
} from '#contract/proposals'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { decideApproval } from '#rules/four-eyes/four-eyes'
import {
  approveProposal as approve,
  closeProposal,
  findProposal,
  fourEyesOf,
  listProposals as listKept,
  markTookEffect,
  type Proposal,
} from '#store/proposals'
import { findStaff, type StaffRole } from '#store/staff'
import type { Instant } from '#values/days'
import { effectOf, kindsFor } from '../proposals/effects'
import { proposerOf } from '../proposals/open'

/** Whoever may approve some kind; which kinds, the effect says. */
const deciders = forStaff('admin', 'reviewer', 'finance')
type StaffCall = CallBy<{ staff: readonly StaffRole[] }>

const PAGE = 20
/** How often somebody else may decide at the same moment. */
const ATTEMPTS = 5
/** A change that was decided and not carried out for so long was left by a crash. */
const LEFT_MS = 60_000

export const listProposals = handle(listOperation, deciders, async ({ open, before }, { now, staff }) => {
  const found = await listKept(kindsFor(staff.role), open, before, PAGE + 1)
  const proposals = found.slice(0, PAGE).map((proposal) => shownTo(proposal, staff._id, now))
  return { proposals, more: found.length > PAGE, now }
})

function shownTo(proposal: Proposal, account: string, now: Instant): ShownProposal {
  const { _id, kind, title, changes, reason, proposedBy, proposedAt, expiresAt, needed, approvals, closed } = proposal
  const decision = decideApproval(fourEyesOf(proposal), account, now)
  const ran = proposal.state === 'open' && now >= expiresAt
  return {
    proposalId: _id,
    kind: effectOf(kind).kind,
    ...{ title, changes, reason, proposedBy, proposedAt, expiresAt, needed, approvals, closed },
    state: ran ? 'expired' : proposal.state,
    tookEffectAt: proposal.tookEffectAt,
    hindrance: decision.kind === 'refused' ? decision.reason : null,
  }
}

/** The proposal, for somebody who may see its kind. */
async function findFor(proposalId: string, { staff }: StaffCall): Promise<Proposal | null> {
  const proposal = await findProposal(proposalId)
  return proposal && kindsFor(staff.role).some((kind) => kind === proposal.kind) ? proposal : null
}

const objectOf = ({ _id }: Proposal) => ({ kind: 'proposal', id: _id }) as const

/** The write alone decides who was the last one; whoever lost looks at what stands then. */
export const approveProposal = handle(approveOperation, deciders, async ({ proposalId }, call) => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const proposal = await findFor(proposalId, call)
    if (!proposal) return refuse('proposal-unknown')
    await logApproval(proposal, call)
    if (isLeftUndone(proposal, call)) return carryOut(proposal, call)
    const decision = decideApproval(fourEyesOf(proposal), call.staff._id, call.now)
    if (decision.kind === 'refused') return refuse(`proposal-${decision.reason}`)
    const { kind, payload } = proposal
    const proposer = await findStaff(proposal.proposedBy.account)
    const effect = effectOf(kind)
    if (!proposer?.active || !effect.roles.includes(proposer.role)) return refuse('proposal-proposer-left')
    const hindered = await effect.hindered(payload)
    if (hindered) return hindered
    const { stillNeeded } = decision
    const approval = { ...proposerOf(call.staff), at: call.now }
    if (!(await approve(proposal, approval, stillNeeded))) continue
    await logApproval({ ...proposal, approvals: [...proposal.approvals, approval] }, call)
    return stillNeeded === 0 ? carryOut(proposal, call) : { state: 'open' as const, stillNeeded }
  }
  return refuse('busy')
})

/** Once for each who approves; nothing when this person did not. */
async function logApproval(proposal: Proposal, call: StaffCall): Promise<void> {
  const before = proposal.approvals.findIndex(({ account }) => account === call.staff._id)
  if (before < 0) return
  await audit(call, {
    what: 'proposal.approve',
    object: objectOf(proposal),
    before: { state: 'open', approvals: before },
    after: { state: before + 1 < proposal.needed ? 'open' : 'done', approvals: before + 1 },
    why: proposal.reason,
    deed: call.staff._id,
  })
}

/**
 * Decided, but not carried out: this person's own request before, or somebody's a while ago, broke off. After its end it is
 * asked for anew: what two people wanted then is nobody's to carry out alone later.
 */
function isLeftUndone({ state, tookEffectAt, approvals, expiresAt }: Proposal, { staff, now }: StaffCall): boolean {
  if (state !== 'done' || tookEffectAt !== null || now >= expiresAt) return false
  const decidedAt = approvals.at(-1)?.at ?? now
  return approvals.some(({ account }) => account === staff._id) || now - decidedAt > LEFT_MS
}

/** Logged once it was carried out and before it is marked so: what broke off in between is carried out and logged again, once. */
async function carryOut(proposal: Proposal, call: StaffCall) {
  const { _id, kind, payload, reason } = proposal
  const hindered = await effectOf(kind).takeEffect(payload, call, reason, _id)
  if (hindered) return hindered
  await audit(call, {
    what: 'proposal.take-effect',
    object: objectOf(proposal),
    after: { kind },
    why: reason,
    deed: 'take-effect',
  })
  await markTookEffect(_id, call.now)
  return { state: 'done' as const, stillNeeded: 0 }
}

export const refuseProposal = handle(refuseOperation, deciders, async ({ proposalId, reason }, call) => {
  const proposal = await findFor(proposalId, call)
  if (!proposal) return refuse('proposal-unknown')
  if (proposal.proposedBy.account === call.staff._id) return refuse('proposal-own')
  return close(proposal, 'refused', reason, call)
})

export const withdrawProposal = handle(withdrawOperation, deciders, async ({ proposalId, reason }, call) => {
  const proposal = await findFor(proposalId, call)
  if (!proposal) return refuse('proposal-unknown')
  if (proposal.proposedBy.account !== call.staff._id) return refuse('not-allowed')
  return close(proposal, 'withdrawn', reason, call)
})

type Closing = 'refused' | 'withdrawn'

/** The same person's same request again finds it closed, and is answered the same. */
async function close(proposal: Proposal, state: Closing, why: string, call: StaffCall) {
  const { closed, expiresAt } = proposal
  if (proposal.state === state && closed?.account === call.staff._id && closed.why === why) {
    await logClosing(proposal, state, why, call)
    return {}
  }
  if (proposal.state !== 'open') return refuse('proposal-decided')
  if (call.now >= expiresAt) return refuse('proposal-expired')
  // An approval came between: what stands now is for a person to look at.
  if (!(await closeProposal(proposal, state, { ...proposerOf(call.staff), at: call.now, why })))
    return refuse('proposal-decided')
  await logClosing(proposal, state, why, call)
  return {}
}

/** Once for the proposal: it is closed once. */
const logClosing = (proposal: Proposal, state: Closing, why: string, call: StaffCall): Promise<void> =>
  audit(call, {
    what: state === 'refused' ? 'proposal.refuse' : 'proposal.withdraw',
    object: objectOf(proposal),
    before: { state: 'open' },
    after: { state },
    why,
    deed: 'close',
  })
