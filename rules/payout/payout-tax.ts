import type { Terms } from '#rules/campaign/terms'
import type { Fen } from '#values/money'
import type { PolicyBenefit } from '../benefit/benefit'
import { prizeTax } from '../prize-collection/tax'
import type { PayoutAmounts } from './payout'

/** What the tax on cash depends on. */
export type TaxTerms = {
  operations: Pick<Terms['operations'], 'referralCashTaxed'>
  prizeDraw: Pick<Terms['prizeDraw'], 'tax'>
}

/** “推荐奖励按条款代扣个税；保费返还是降价，不扣税。” (§5.2.2, §5.3.2) */
export const payoutTax = (
  terms: TaxTerms,
  { rule, amountFen }: { rule: PolicyBenefit['rule']; amountFen: Fen },
): PayoutAmounts =>
  prizeTax(terms, {
    taxable: rule === 'referral-reward' && terms.operations.referralCashTaxed,
    valueFen: amountFen,
  })
