import type { StatementLine } from '#contract/offers'
import type { Benefit } from '#rules/benefit/benefit'

/** How an entry's amount came about. A prize's lines are facts: nothing is reckoned there. */
export function statementOf(benefit: Benefit): StatementLine[] {
  if (benefit.rule !== 'prize-draw') return benefit.statement
  return benefit.statement.map(({ label, value }) => ({
    kind: 'fact',
    label,
    value,
    clause: null,
    amountFen: null,
    note: null,
  }))
}
