import type { ProposalKind } from '#contract/proposals'
import { deletionEffect } from '../customers/carry-out-deletion'
import { termsChange } from '../publishing/terms-change'
import { staffChange } from '../roster/staff-change'
import type { ProposalEffect } from './effect'

/** Every kind of proposal and what it does. */
const effects: Readonly<Record<ProposalKind, ProposalEffect>> = {
  'staff-change': staffChange,
  'terms-change': termsChange,
  deletion: deletionEffect,
}

/** @throws Error when a stored proposal is of a kind that there is not */
export function effectOf(kind: string): ProposalEffect {
  const effect = Object.values(effects).find((one) => one.kind === kind)
  if (!effect) throw new Error(`no effect of proposals of kind ${kind}`)
  return effect
}

/** The kinds that somebody with this role may see. */
export const kindsFor = (role: string): ProposalKind[] =>
  Object.values(effects).flatMap(({ kind, roles }) => (roles.some((one) => one === role) ? [kind] : []))
