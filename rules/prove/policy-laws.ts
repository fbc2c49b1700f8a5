import { formatFen } from '#values/money'
import type { PolicyBenefit, PolicyRule } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { addsUp } from '../benefit/statement'
import type { Terms } from '../campaign/terms'
import type { ClaimsLastYear } from '../policy/policy'
import { decidePolicyEvent } from '../policy-event/decide-policy-event'
import type { PolicyEventFacts } from '../policy-event/facts'
import { isStanding } from '../policy-event/standing'
import { claimsWords } from './cases'
import { Law, type LawProof } from './proof'

/** The entries that a policy of which nothing was known brings into the ledger. */
export const entriesFor = (terms: Terms, facts: PolicyEventFacts): PolicyBenefit[] =>
  decidePolicyEvent(terms, facts).map(({ benefit }) => benefit)

export const totalOf = (entries: readonly PolicyBenefit[]): number =>
  entries.filter(isStanding).reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

/** What holds for each policy alone: never above its premium, each statement adds up to its amount, and says what would have changed it. */
export class PolicyLaws {
  private readonly withinPremium: Law
  private readonly statements: Law
  private readonly advised: Law

  constructor(
    kind: string,
    clause: string,
    private readonly words: (facts: PolicyEventFacts) => string,
  ) {
    this.withinPremium = new Law(`${kind}：优惠合计不超过保费，每一项都不是负数`, clause)
    this.statements = new Law(`${kind}：每一项的明细加起来等于金额`, clause)
    this.advised = new Law(`${kind}：没给的，写明怎样才有`, clause)
  }

  ask(facts: PolicyEventFacts, entries: readonly PolicyBenefit[]): void {
    const { words } = this
    const total = totalOf(entries)
    const premium = facts.policy.commercialPremiumFen
    const fits = total <= premium && entries.every(({ amountFen }) => amountFen === null || amountFen >= 0)
    this.withinPremium.holds(fits, () => `${words(facts)}：优惠合计 ${total} 分，保费 ${premium} 分`)
    for (const { rule, statement, amountFen, decision } of entries) {
      const of = () =>
        `${words(facts)}：${offers[rule].title} ${amountFen === null ? '待核实' : formatFen(amountFen)} 与明细不符`
      this.statements.holds(addsUp(statement, amountFen), of)
      const advised = decision.kind !== 'not-granted' || statement.some((line) => line.kind === 'advice')
      this.advised.holds(advised, () => `${words(facts)}：${offers[rule].title} 没给，也没有写明怎样才有`)
    }
  }

  get proofs(): LawProof[] {
    return [this.withinPremium.proof, this.statements.proof, this.advised.proof]
  }
}

/** Answers for one policy by its claims, and the law that more of them never pay more. */
export function askMoreClaims(law: Law, answers: ReadonlyMap<ClaimsLastYear, number>, words: () => string): void {
  let before: { claims: ClaimsLastYear; amount: number } | null = null
  for (const [claims, amount] of answers) {
    if (claims === 'unknown') continue
    const least = before
    const say = () =>
      `${words()}：${claimsWords(claims)}得 ${amount} 分，多于${claimsWords(least?.claims ?? 0)}的 ${least?.amount} 分`
    law.holds(least === null || amount <= least.amount, say)
    before = { claims, amount }
  }
}

/** The rules whose figure needs the claims: unknown is never zero. */
export const restOnClaims: readonly PolicyRule[] = ['renewal-discount', 'renewal-rebate']
