import * as v from 'valibot'
import type { effectRefusals, ProposalKind } from '#contract/proposals'
import type { CallBy } from '#pipeline/handler'
import type { Refusal } from '#pipeline/refuse'
import type { StaffRole } from '#store/staff'

type StaffCall = CallBy<{ staff: readonly StaffRole[] }>
type Hindered = Refusal<(typeof effectRefusals)[number]> | null

/** What becomes of a kind of proposal once enough people have approved it. */
export interface ProposalEffect {
  readonly kind: ProposalKind
  /** Who may propose, see, approve and refuse it. */
  readonly roles: readonly StaffRole[]
  /** Why it could not take effect as things stand; null when it could. Asked before each approval. */
  hindered(payload: unknown): Promise<Hindered>
  /**
   * Carries it out, and logs what changed. The same again changes nothing more, and logs nothing twice: after a crash it is
   * done again.
   */
  takeEffect(payload: unknown, call: StaffCall, reason: string, proposalId: string): Promise<Hindered>
}

/** An effect whose payload is what its schema says. @throws Error when a stored payload is not */
export function proposalEffect<const Payload extends v.GenericSchema>(
  kind: ProposalKind,
  roles: readonly StaffRole[],
  payloadSchema: Payload,
  of: {
    hindered(payload: v.InferOutput<Payload>): Promise<Hindered>
    takeEffect(payload: v.InferOutput<Payload>, call: StaffCall, reason: string, proposalId: string): Promise<Hindered>
  },
): ProposalEffect {
  return {
    kind,
    roles,
    hindered: (payload) => of.hindered(v.parse(payloadSchema, payload)),
    takeEffect: (payload, call, reason, proposalId) =>
      of.takeEffect(v.parse(payloadSchema, payload), call, reason, proposalId),
  }
}
