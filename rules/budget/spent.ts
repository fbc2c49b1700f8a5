import type { Terms } from '#rules/campaign/terms'
import { type Fen, fen } from '#values/money'
import type { Benefit, BudgetLine } from '../benefit/benefit'

/** One line of the budget (§8): what was planned, and what the ledger says. */
export interface SpentLine {
  line: BudgetLine
  plannedFen: Fen
  /** Given, and not asked back. */
  givenFen: Fen
  /** Approved and still to be given. */
  owedFen: Fen
  /** Expected, and not decided yet. */
  expectedFen: Fen
  /** Entries whose cost is not known yet (待核实). Unknown is never zero. */
  unknown: number
}

/** In the plan's order. */
const lineNames = [
  'premium-discounts',
  'premium-rebates',
  'service-packs',
  'gifts',
  'referral-rewards',
  'prizes-and-draw-platform',
  'promotion',
  'staff',
  'other',
] as const satisfies readonly BudgetLine[]

const planned: Readonly<Record<BudgetLine, (budget: Terms['budget']) => Fen>> = {
  'premium-discounts': ({ premiumDiscountsFen }) => premiumDiscountsFen,
  'premium-rebates': ({ premiumRebatesFen }) => premiumRebatesFen,
  'service-packs': ({ servicePacksFen }) => servicePacksFen,
  gifts: ({ giftsFen }) => giftsFen,
  'referral-rewards': ({ referralRewardsFen }) => referralRewardsFen,
  'prizes-and-draw-platform': ({ prizesFen }) => prizesFen,
  promotion: ({ promotionFen }) => promotionFen,
  staff: ({ staffFen }) => staffFen,
  other: ({ otherFen }) => otherFen,
}

type Spent = Pick<Benefit, 'budgetLine' | 'costFen' | 'status'>

/**
 * “预算九项，计划对实际，一分不差：每一项权益只算在一项预算里，收回的不算。” (§8)
 * The nine lines in the plan's order. Promotion, staff and the rest are costs of running it, which the ledger does not know.
 */
export function spentByLine({ budget }: Pick<Terms, 'budget'>, ledger: readonly Spent[]): SpentLine[] {
  return lineNames.map((line) => {
    const own = ledger.filter(({ budgetLine, status }) => budgetLine === line && isStanding(status.kind))
    const sum = (kind: Spent['status']['kind']): Fen =>
      fen(own.reduce((total, { status, costFen }) => total + (status.kind === kind ? (costFen ?? 0) : 0), 0))
    return {
      line,
      plannedFen: planned[line](budget),
      givenFen: sum('fulfilled'),
      owedFen: sum('approved'),
      expectedFen: sum('pending'),
      unknown: own.filter(({ costFen }) => costFen === null).length,
    }
  })
}

const isStanding = (kind: Spent['status']['kind']): boolean =>
  kind === 'pending' || kind === 'approved' || kind === 'fulfilled'
