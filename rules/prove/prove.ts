import type { Terms } from '../campaign/terms'
import { proveNewCustomers, proveSetOffs } from './new-customers'
import type { LawProof } from './proof'
import { proveQuotes } from './quotes'
import { proveReferrals } from './referrals'
import { proveRenewals } from './renewals'
import { proveTiers } from './tiers'

/**
 * Asks the offers' laws of every tier, both sides of every boundary, every number of claims and every grade that a campaign
 * file can tell apart (§5.1 to §5.3). Where tiers leave a gap the rules cannot answer at all: then only the gaps are told.
 */
export function proveRules(terms: Terms): LawProof[] {
  const tiers = proveTiers(terms)
  if (tiers.some(({ violations }) => violations.length > 0)) return tiers
  return [
    ...tiers,
    ...proveRenewals(terms),
    ...proveNewCustomers(terms),
    ...proveSetOffs(terms),
    ...proveQuotes(terms),
    ...proveReferrals(terms),
  ]
}
