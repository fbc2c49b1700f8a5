import { type Fen, fen } from '#values/money'
import type { LoyaltyGrade } from '#values/vehicle-words'
import { offers } from '../benefit/offers'
import type { Terms } from '../campaign/terms'
import type { ClaimsLastYear } from '../policy/policy'
import { everyClaims, everyGrade, premiumsOf, renewalFacts, renewalWords } from './cases'
import { askMoreClaims, entriesFor, PolicyLaws, restOnClaims, totalOf } from './policy-laws'
import { Law, type LawProof } from './proof'

/**
 * §5.2 Every renewal: each premium of last year with each number of claims and each grade, the new premium the same; and
 * one in each tier with new premiums so small that what is given meets its limit.
 */
export function proveRenewals(terms: Terms): LawProof[] {
  const each = new PolicyLaws('续保', '§5.2', renewalWords)
  const claimsLaw = new Law('续保：出险次数更多，得到的不会更多', '§5.2')
  const unknown = new Law('续保：出险次数未知时没有金额', '§5.2')
  for (const { previous, premium } of [...premiumsOf(terms).map(unchanged), ...smallAfterEachTier(terms)]) {
    for (const grade of everyGrade) proveOne(terms, { previous, premium, grade }, { each, claimsLaw, unknown })
  }
  return [...each.proofs, claimsLaw.proof, unknown.proof]
}

interface Renewal {
  previous: Fen
  premium: Fen
  grade: LoyaltyGrade | null
}

function proveOne(
  terms: Terms,
  { previous, premium, grade }: Renewal,
  { each, claimsLaw, unknown }: { each: PolicyLaws; claimsLaw: Law; unknown: Law },
): void {
  const factsWith = (claims: ClaimsLastYear) =>
    renewalFacts(terms, previous, { commercialPremiumFen: premium, claimsLastYear: claims, loyaltyGrade: grade })
  const totals = new Map<ClaimsLastYear, number>()
  for (const claims of everyClaims) {
    const facts = factsWith(claims)
    const entries = entriesFor(terms, facts)
    each.ask(facts, entries)
    totals.set(claims, totalOf(entries))
    if (claims !== 'unknown') continue
    for (const { rule, amountFen } of entries) {
      if (!restOnClaims.includes(rule)) continue
      unknown.holds(amountFen === null, () => `${renewalWords(facts)}：${offers[rule].title} 列出了 ${amountFen} 分`)
    }
  }
  askMoreClaims(claimsLaw, totals, () => renewalWords(factsWith(0)))
}

const unchanged = (premium: Fen) => ({ previous: premium, premium })

/** A premium of last year in each tier, and a new one around the worth of each gift: there what is given meets its limit. */
function smallAfterEachTier({ renewalRebate, gift }: Terms): { previous: Fen; premium: Fen }[] {
  const starts = new Set([...renewalRebate.noClaimTiers, ...gift.tiers].map(({ premiumFromFen }) => premiumFromFen))
  const small = new Set(gift.tiers.flatMap(({ costFen }) => [costFen - 1, costFen, costFen + 1]))
  return [...starts].flatMap((previous) =>
    [...small].filter((amount) => amount >= 0).map((amount) => ({ previous, premium: fen(amount) })),
  )
}
