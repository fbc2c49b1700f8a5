import type { PolicyBenefit } from '../benefit/benefit'
import { refusedByRule } from '../benefit/status'

/** Whether the customer has it or still expects it: not refused, expired or clawed back. */
export const isStanding = ({ status }: PolicyBenefit): boolean =>
  status.kind === 'pending' || status.kind === 'approved' || status.kind === 'fulfilled'

/** A person has answered for it, or it has been given: an event changes nothing of it but asks for a review. */
export const isFixed = ({ status }: PolicyBenefit): boolean => status.kind === 'approved' || status.kind === 'fulfilled'

/** Decided by a rule alone: it may be decided again when the facts change. */
export const mayBeDecidedAgain = ({ status, decision }: PolicyBenefit): boolean =>
  status.kind === 'pending' || (refusedByRule({ status }) && decision.kind === 'not-granted')
