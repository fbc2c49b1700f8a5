import type { Terms } from '#rules/campaign/terms'
import { type Fen, fen } from '#values/money'
import type { Benefit, BenefitStatus, BudgetLine } from '../benefit/benefit'

/** What the ledger's entries of one line, form and status cost together. */
export interface LedgerSum {
  line: BudgetLine
  form: Benefit['form']
  status: BenefitStatus['kind']
  costFen: number
}

export interface LineStanding {
  line: BudgetLine
  plannedFen: Fen
  /** Decided and not yet given; null where the ledger does not know: the line's costs arise elsewhere. */
  promisedFen: Fen | null
  /** Given, also what was taken back afterwards and has left the house all the same. */
  paidFen: Fen | null
  /** Of `paidFen`: taken back, and to be got back from whoever has it. */
  toRecoverFen: Fen | null
}

/** Money and things: a discount, a set-off or a service ends with the policy, and nothing of it is out of the house. */
const leavesTheHouse: ReadonlySet<Benefit['form']> = new Set(['cash', 'gift', 'goods', 'coupon'])

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

/**
 * “九项预算，计划多少、答应出去多少、已经给了多少。” (§8) What was refused or has expired costs nothing; money that was paid stays
 * spent until it is back, also when the benefit was taken back (§5.2.2).
 */
export function budgetStanding(budget: Terms['budget'], sums: readonly LedgerSum[]): LineStanding[] {
  const costOf = (counts: (sum: LedgerSum) => boolean): Fen =>
    fen(sums.filter(counts).reduce((total, { costFen }) => total + costFen, 0))
  return lines.map(([line, planned, known]) => {
    if (!known) return { line, plannedFen: budget[planned], promisedFen: null, paidFen: null, toRecoverFen: null }
    const of = (...kinds: LedgerSum['status'][]) => costOf((sum) => sum.line === line && kinds.includes(sum.status))
    const toRecoverFen = costOf(
      (sum) => sum.line === line && sum.status === 'clawed-back' && leavesTheHouse.has(sum.form),
    )
    return {
      line,
      plannedFen: budget[planned],
      promisedFen: of('pending', 'approved'),
      paidFen: fen(of('fulfilled') + toRecoverFen),
      toRecoverFen,
    }
  })
}
