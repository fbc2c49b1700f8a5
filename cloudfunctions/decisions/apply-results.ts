import { isSettled, type LineOutcome } from '#rules/payout/payout'
import type { ResultRow } from '#rules/payout/read-results'
import { settled } from '#rules/payout/settle'
import { findPolicyBenefit, moveBenefit } from '#store/benefits'
import { changeLine, type PayoutLine } from '#store/payouts'

/** How often somebody else may change a benefit at the same moment. */
const ATTEMPTS = 20

/**
 * Writes the bank's answers, or WeChat's: first on the line, then on the benefit. Broken off between the two, the same again does
 * the rest, and what is done stays as it is.
 */
export async function applyResults(lines: readonly PayoutLine[], rows: readonly ResultRow[]): Promise<void> {
  const byNumber = new Map(lines.map((line) => [line.number, line]))
  for (const { number, outcome } of rows) {
    const line = byNumber.get(number)
    if (!line) throw new Error(`there is no line ${number}`)
    const before = line.state
    // Whoever imports another file at the same moment has written it: its answer counts.
    if (!isSettled(before) && !(await changeLine(line, outcome))) continue
    await settleBenefit(line, outcomeOf(before, outcome))
  }
}

/** What stands on the line counts, not what is said again. */
const outcomeOf = (before: PayoutLine['state'], said: LineOutcome): LineOutcome =>
  before.kind === 'paid' || before.kind === 'failed' ? before : said

async function settleBenefit({ benefitId, batchId }: PayoutLine, outcome: LineOutcome): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const benefit = await findPolicyBenefit(benefitId)
    const after = benefit && settled(benefit, batchId, outcome)
    if (!benefit || !after || (await moveBenefit(after, benefit))) return
  }
  throw new Error('a benefit changes faster than its payment can be written')
}

/** How many lines are paid, failed, and neither yet. */
export function countsOf(lines: readonly PayoutLine[]): Record<'paid' | 'failed' | 'unknown', number> {
  const of = (kind: PayoutLine['state']['kind']) => lines.filter(({ state }) => state.kind === kind).length
  return { paid: of('paid'), failed: of('failed'), unknown: lines.filter(({ state }) => !isSettled(state)).length }
}
