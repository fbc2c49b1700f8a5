import { formatFen } from '#values/money'
import type { Terms } from '../campaign/terms'
import { isInTier } from '../policy/previous-premium'
import { premiumsOf } from './cases'
import { Law, type LawProof } from './proof'

/** §5.2.2, §5.2.3 Every premium falls into exactly one tier: no gap, no overlap. */
export function proveTiers(terms: Terms): LawProof[] {
  const tables = [
    { name: '返还', clause: '§5.2.2', tiers: terms.renewalRebate.noClaimTiers },
    { name: '礼品', clause: '§5.2.3', tiers: terms.gift.tiers },
  ]
  return tables.map(({ name, clause, tiers }) => {
    const law = new Law(`每个保费正好对应一个${name}档次，不重叠、不留空`, clause)
    for (const premium of premiumsOf(terms)) {
      const inside = tiers.filter((tier) => isInTier(tier, premium)).length
      law.holds(inside === 1, () => `上年保费 ${formatFen(premium)} 落在 ${inside} 个${name}档次里`)
    }
    return law.proof
  })
}
