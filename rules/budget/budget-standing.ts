import type { Terms } from '#rules/campaign/terms'
import { type Fen, fen } from '#values/money'
import type { BenefitStatus, BudgetLine } from '../benefit/benefit'

/** What the ledger's entries of one line and status cost together. */
export interface LedgerSum {
  line: BudgetLine
  status: BenefitStatus['kind']
  costFen: number
}

export interface LineStanding {
  line: BudgetLine
  plannedFen: Fen
  /** Decided and not yet given; null where the ledger does not know: the line's costs arise elsewhere. */
  promisedFen: Fen | null
  /** Given. */
  paidFen: Fen | null
}

/** The plan's nine lines in its order (§8), where their plan stands, and whether the ledger knows their costs. */
const lines = [
  ['premium-discounts', 'premiumDiscountsFen', true],
  ['premium-rebates', 'premiumRebatesFen', true],
  ['service-packs', 'servicePacksFen', true],
  ['gifts', 'giftsFen', true],
  ['referral-rewards', 'referralRewardsFen', true],
  ['prizes-and-draw-platform', 'prizesFen', true],
  ['promotion', 'promotionFen', false],
  ['staff', 'staffFen', false],
  ['other', 'otherFen', false],
] as const

/** “九项预算，计划多少、答应出去多少、已经给了多少。” (§8) What was refused, has expired or was taken back costs nothing. */
export function budgetStanding(budget: Terms['budget'], sums: readonly LedgerSum[]): LineStanding[] {
  const costOf = (line: BudgetLine, ...kinds: LedgerSum['status'][]): Fen =>
    fen(
      sums
        .filter((sum) => sum.line === line && kinds.includes(sum.status))
        .reduce((total, { costFen }) => total + costFen, 0),
    )
  return lines.map(([line, planned, known]) => ({
    line,
    plannedFen: budget[planned],
    promisedFen: known ? costOf(line, 'pending', 'approved') : null,
    paidFen: known ? costOf(line, 'fulfilled') : null,
  }))
}
