import type { PolicyBenefit } from '#rules/benefit/benefit'
import { offers } from '#rules/benefit/offers'
import type { Terms } from '#rules/campaign/terms'
import type { Policy } from '#rules/policy/policy'
import { tierOf, tierText } from '#rules/policy/previous-premium'
import { isStanding } from '#rules/policy-event/standing'
import { type Fen, fen } from '#values/money'

/** What one campaign file gives for one clause, tier of last year's premium and branch, beside the other. */
export interface Difference {
  clause: string
  title: string
  tier: string
  branchCode: string
  fen: { here: Fen; against: Fen }
  /** Benefits with an amount, and those that wait for a fact. */
  given: { here: number; against: number }
  toVerify: { here: number; against: number }
}

type Side = 'here' | 'against'

/**
 * The two ledgers side by side.
 * @param terms whose tiers the rows are sorted by: both sides by the same ones
 */
export function differences(
  terms: Terms,
  policies: readonly Policy[],
  ledgers: Readonly<Record<Side, readonly PolicyBenefit[]>>,
): Difference[] {
  const byNumber = new Map(policies.map((policy) => [policy.policyNumber, policy]))
  const rows = new Map<string, Difference>()
  const count = (side: Side, entry: PolicyBenefit): void => {
    if (!isStanding(entry)) return
    const { clause, title } = offers[entry.rule]
    const tier = tierName(terms, byNumber, entry.policyNumber)
    const { branchCode } = entry
    const key = [clause, tier, branchCode].join('\n')
    const row = rows.get(key) ?? {
      clause,
      title,
      tier,
      branchCode,
      fen: noAmount(),
      given: noCount(),
      toVerify: noCount(),
    }
    rows.set(key, row)
    if (entry.amountFen === null) row.toVerify[side] += 1
    else {
      row.given[side] += 1
      row.fen[side] = fen(row.fen[side] + entry.amountFen)
    }
  }
  for (const entry of ledgers.here) count('here', entry)
  for (const entry of ledgers.against) count('against', entry)
  return [...rows.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

const noAmount = (): Difference['fen'] => ({ here: fen(0), against: fen(0) })
const noCount = (): Difference['given'] => ({ here: 0, against: 0 })

function tierName(terms: Terms, policies: ReadonlyMap<string, Policy>, policyNumber: string): string {
  const policy = policies.get(policyNumber)
  if (policy?.businessKind !== 'renewal') return '新客户'
  const previous = policies.get(policy.previousPolicyNumber ?? '')
  if (!previous) return '上年保费未知'
  const tiers = terms.renewalRebate.noClaimTiers
  const tier = tiers[tierOf(tiers, previous.commercialPremiumFen)]
  return tier ? `上年保费 ${tierText(tier)}` : '上年保费未知'
}

/** The rows added up by one of their words. */
export function addedUpBy(rows: readonly Difference[], wordOf: (row: Difference) => string) {
  const sums = new Map<string, Pick<Difference, 'fen' | 'given' | 'toVerify'>>()
  for (const row of rows) {
    const sum = sums.get(wordOf(row)) ?? { fen: noAmount(), given: noCount(), toVerify: noCount() }
    for (const side of ['here', 'against'] as const) {
      sum.fen[side] = fen(sum.fen[side] + row.fen[side])
      sum.given[side] += row.given[side]
      sum.toVerify[side] += row.toVerify[side]
    }
    sums.set(wordOf(row), sum)
  }
  return sums
}
