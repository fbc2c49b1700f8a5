import type { FourEyes } from '#rules/four-eyes/four-eyes'
import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** Somebody of staff, as the proposal shows them whatever becomes of them later. */
export interface Proposer {
  account: string
  name: string
  role: string
}

/** A change that wants a second person. What it changes stands in `payload`, by its kind. */
export interface Proposal {
  _id: string
  kind: string
  payload: object
  /** What it is about and what it changes, as it is shown. */
  title: string
  changes: { label: string; before: string | null; after: string | null }[]
  reason: string
  proposedBy: Proposer
  proposedAt: Instant
  /** Accounts that it is about. */
  concerns: string[]
  needed: number
  approvals: (Proposer & { at: Instant })[]
  state: 'open' | 'done' | 'refused' | 'withdrawn'
  /** Who refused or withdrew it, and why. */
  closed: (Proposer & { at: Instant; why: string }) | null
  expiresAt: Instant
  /** When the change was carried out; null while it was not, also when it was decided a moment ago. */
  tookEffectAt: Instant | null
  version: number
}

const proposals = collection<Proposal>('proposals')

export const findProposal = (id: string): Promise<Proposal | null> => proposals.find(id)

/** False when the same request has opened it before. */
export const addProposal = (proposal: Proposal): Promise<boolean> => proposals.add(proposal)

/** What the rule asks of a proposal. */
export const fourEyesOf = ({ proposedBy, concerns, approvals, needed, state, expiresAt }: Proposal): FourEyes => ({
  proposedBy: proposedBy.account,
  concerns,
  approvals: approvals.map(({ account, at }) => ({ by: account, at })),
  needed,
  open: state === 'open',
  expiresAt,
})

/** Writes one approval, and the decision with the last one: false when the proposal changed since it was read. */
export async function approveProposal(
  { _id, version }: Proposal,
  by: Proposer & { at: Instant },
  stillNeeded: number,
): Promise<boolean> {
  const decided = stillNeeded === 0 ? { state: 'done' } : {}
  const updated = await proposals.updateWhere(
    { _id, version, state: 'open' },
    { approvals: command.push([by]), version: command.inc(1), ...decided },
  )
  return updated === 1
}

/** Refused or withdrawn: false when the proposal changed since it was read. */
export async function closeProposal(
  { _id, version }: Proposal,
  state: 'refused' | 'withdrawn',
  closed: Proposal['closed'],
): Promise<boolean> {
  const updated = await proposals.updateWhere(
    { _id, version, state: 'open' },
    { state, closed: command.set(closed), version: command.inc(1) },
  )
  return updated === 1
}

/** Marks a decided proposal as carried out, once. */
export async function markTookEffect(id: string, at: Instant): Promise<boolean> {
  const updated = await proposals.updateWhere({ _id: id, state: 'done', tookEffectAt: null }, { tookEffectAt: at })
  return updated === 1
}

/** Open ones, or those that are not open any more; the latest first, those proposed before `before`. */
export const listProposals = (
  kinds: readonly string[],
  open: boolean,
  before: Instant | null,
  limit: number,
): Promise<Proposal[]> =>
  proposals.list(
    {
      kind: command.in([...kinds]),
      state: open ? 'open' : command.neq('open'),
      ...(before === null ? {} : { proposedAt: command.lt(before) }),
    },
    { orderBy: ['proposedAt', 'desc'], limit },
  )

/** Those of a kind that wait for somebody. */
export const listOpenProposals = (kind: string): Promise<Proposal[]> => proposals.list({ kind, state: 'open' })
