import type { Terms } from '#rules/campaign/terms'
import type { Day } from '#values/days'
import { type Fen, fen } from '#values/money'
import { fact, part, result, type StatementLine } from '../benefit/statement'
import { decideNewCustomerDiscount } from '../new-customer-discount/new-customer-discount'
import { type Rating, ratePremium, type VehicleToRate } from './rating'

type Known = Exclude<Rating, { kind: 'unavailable' }>
type Quoted = Pick<Known, 'table' | 'compulsoryPremiumFen'> & { statement: StatementLine[] }

export type Quote =
  | ({ kind: 'quoted'; commercialPremiumFen: Fen; discountFen: Fen; payableFen: Fen } & Quoted)
  /** 待核实: no figure but that of compulsory cover, until the claims are known. */
  | ({ kind: 'to-verify' } & Quoted)
  | { kind: 'unavailable' }

type QuoteTerms = Pick<Terms, 'newCustomerDiscount' | 'referralReward' | 'rounding'>

/**
 * “先试算保费，再减新客户的折扣；结果仅供参考，以核心系统出单为准。” (§5.1.1)
 * What a new customer would pay on the day for commercial cover, invited by whom (masked) or by nobody; compulsory cover stands apart and is never discounted.
 */
export function quoteForNewCustomer(
  terms: QuoteTerms,
  vehicle: VehicleToRate,
  on: Day,
  invitedBy: string | null,
): Quote {
  const rating = ratePremium(terms, vehicle, on)
  if (rating.kind === 'unavailable') return rating
  const { table, compulsoryPremiumFen } = rating
  const invited = invitedBy !== null && terms.referralReward.enabled ? `，由 ${invitedBy} 推荐` : ''
  const facts = [...rating.facts, fact('客户', `按新客户试算${invited}`, '§4', '是不是新客户，投保时核实')]
  if (rating.kind === 'to-verify') {
    const missing = fact('商业险保费', '待核实', '§5.1.1', '上年出险次数还不知道，核实后才能试算。')
    return { kind: 'to-verify', table, compulsoryPremiumFen, statement: [...facts, missing] }
  }
  const { commercialPremiumFen, parts } = rating
  const standing = { kind: 'new' } as const
  const discount = decideNewCustomerDiscount(terms, { commercialPremiumFen, standing, invitedBy })
  const discountFen = discount.amountFen ?? fen(0)
  const payableFen = fen(commercialPremiumFen - discountFen)
  const off = discount.statement.flatMap(({ kind, label, amountFen, clause, note }) =>
    kind === 'part' ? [part(label, fen(-amountFen), clause ?? '§5.1.1', note ?? '')] : [],
  )
  const statement = [
    ...facts,
    ...parts,
    ...off,
    result('优惠后商业险保费', payableFen, '§5.1.1', '试算仅供参考，以出单时核心系统的保费为准'),
    ...discount.statement.filter(({ kind }) => kind === 'advice'),
  ]
  return { kind: 'quoted', table, commercialPremiumFen, discountFen, payableFen, compulsoryPremiumFen, statement }
}
