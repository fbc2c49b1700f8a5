import { percentText, zheText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { type Fen, fen, formatFen } from '#values/money'
import { shareOf } from '#values/share'
import { give, notOpen, premiumFact, type RuleAnswer, toVerify } from '../benefit/answer'
import { offers } from '../benefit/offers'
import { advice, part, type StatementLine } from '../benefit/statement'
import { claimsFact, claimsText, MANY_CLAIMS } from '../policy/claims'
import type { ClaimsLastYear } from '../policy/policy'

const offer = offers['renewal-discount']

export interface RenewalDiscountFacts {
  /** Of the renewed policy, before the discount. */
  commercialPremiumFen: Fen
  claimsLastYear: ClaimsLastYear
}

type DiscountTerms = Pick<Terms, 'renewalDiscount' | 'rounding'>

/**
 * “续保先打基准折扣；上年没出险在基准上再减，出险一次少减一点，两次按基准，三次及以上在基准上加。” (§5.2.1)
 * The discount is premium × (1 − base × (1 ∓ adjustment)), rounded once as the terms state, never less than nothing.
 */
export function decideRenewalDiscount(terms: DiscountTerms, facts: RenewalDiscountFacts): RuleAnswer {
  const { renewalDiscount, rounding } = terms
  const { commercialPremiumFen: premium, claimsLastYear: claims } = facts
  if (!renewalDiscount.enabled) return notOpen(offer)
  const known = [premiumFact(premium), claimsFact(claims)]
  if (claims === 'unknown') return toVerify(offer, ['上年出险次数'], known)

  const amountFen = discountFen(terms, premium, claims)
  const baseFen = atMost(premium, shareOf(premium, 10_000 - renewalDiscount.baseDiscountBps, 10_000, rounding))
  const base = zheText(renewalDiscount.baseDiscountBps)
  const parts = [part('续保基准折扣', baseFen, offer.clause, `商业险保费 ${formatFen(premium)} 按 ${base}`)]
  // The total is rounded, once; the adjustment is what is left of it, so that the lines add up.
  const adjusted = fen(amountFen - baseFen)
  const adjustment = adjustmentOf(terms, claims)
  if (adjustment) parts.push(part(adjustment.label, adjusted, offer.clause, adjustment.note))
  return give(offer, {
    amountFen,
    facts: known,
    parts,
    note: `优惠后商业险保费 ${formatFen(fen(premium - amountFen))}`,
    advice: whatWouldHelp(terms, premium, claims, amountFen),
    ifNothing: '按条款计算，折扣为零',
  })
}

function discountFen(terms: DiscountTerms, premium: Fen, claims: number): Fen {
  const paid = Math.min(paidShare(terms, claims), 100_000_000)
  return atMost(premium, shareOf(premium, 100_000_000 - paid, 100_000_000, terms.rounding))
}

/** What is paid of the premium, in hundred-millionths: basis points of basis points, so that nothing is a fraction. */
function paidShare({ renewalDiscount: terms }: DiscountTerms, claims: number): number {
  if (claims === 0) return terms.baseDiscountBps * (10_000 - terms.noClaimCutBps)
  if (claims === 1) return terms.baseDiscountBps * (10_000 - terms.oneClaimCutBps)
  if (claims < MANY_CLAIMS) return terms.baseDiscountBps * 10_000
  return terms.baseDiscountBps * (10_000 + terms.threeOrMoreClaimsRaiseBps)
}

function adjustmentOf(
  { renewalDiscount: terms }: DiscountTerms,
  claims: number,
): { label: string; note: string } | null {
  if (claims === 0) return { label: '上年未出险再减', note: `基准折后保费再减 ${percentText(terms.noClaimCutBps)}` }
  if (claims === 1) return { label: '上年出险 1 次减', note: `基准折后保费减 ${percentText(terms.oneClaimCutBps)}` }
  if (claims < MANY_CLAIMS) return null
  const raise = percentText(terms.threeOrMoreClaimsRaiseBps)
  return { label: '上年出险 3 次及以上加', note: `基准折后保费加 ${raise}，不高于原价` }
}

function whatWouldHelp(terms: DiscountTerms, premium: Fen, claims: number, amountFen: Fen): StatementLine[] {
  const more = fen(discountFen(terms, premium, 0) - amountFen)
  if (more <= 0) return []
  const how = claims < MANY_CLAIMS ? (claims === 1 ? '在基准上少减' : '按基准折扣计算') : '在基准折扣上加价'
  return [advice(`上年${claimsText(claims)}，${how}；未出险可再减 ${formatFen(more)}。`, offer.clause)]
}

/** Rounding up to whole yuan could pass a premium with odd fen. */
const atMost = (premium: Fen, amount: Fen): Fen => (amount < premium ? amount : premium)
