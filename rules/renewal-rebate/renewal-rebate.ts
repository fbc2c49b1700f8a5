import { percentText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { addBusinessDays } from '#values/business-days'
import type { Day } from '#values/days'
import { type Bps, bps, type Fen, formatFen, formatYuan } from '#values/money'
import { shareOf } from '#values/share'
import { give, giveNothing, notOpen, type RuleAnswer, toVerify } from '../benefit/answer'
import { offers } from '../benefit/offers'
import { advice, part, type StatementLine } from '../benefit/statement'
import { claimsFact, claimsText, MANY_CLAIMS } from '../policy/claims'
import type { ClaimsLastYear } from '../policy/policy'
import { type PreviousPremium, previousPremiumFact, tierOf, tierText } from '../policy/previous-premium'

const offer = offers['renewal-rebate']

export interface RenewalRebateFacts {
  /** Last year's, before its own discount. */
  previousPremiumFen: PreviousPremium
  claimsLastYear: ClaimsLastYear
  /** The day on which the renewed policy was issued: the time to pay begins here. */
  issuedOn: Day
}

type RebateTerms = Pick<Terms, 'renewalRebate' | 'rounding' | 'workingDays'>

/**
 * “上年没出险，按上年保费的档次返还；出险一次、两次按各自的比例；三次及以上不返还。返还打到客户指定的银行卡。” (§5.2.2)
 * Paid in cash within the terms' working days from the issue.
 * @throws BeyondCalendarError when those days are not known; a checked campaign file never gets there within its period
 */
export function decideRenewalRebate(terms: RebateTerms, facts: RenewalRebateFacts): RuleAnswer {
  const { previousPremiumFen: premium, claimsLastYear: claims } = facts
  if (!terms.renewalRebate.enabled) return notOpen(offer)
  const known = [previousPremiumFact(premium), claimsFact(claims)]
  if (premium === 'unknown' || claims === 'unknown') {
    const missing = [
      ...(premium === 'unknown' ? ['上年商业险保费'] : []),
      ...(claims === 'unknown' ? ['上年出险次数'] : []),
    ]
    return toVerify(offer, missing, known)
  }
  const help = whatWouldHelp(terms, premium, claims)
  if (claims >= MANY_CLAIMS) return giveNothing(offer, '上年出险 3 次及以上，不返还', known, help)

  const { rateBps, note } = rateFor(terms, premium, claims)
  const amountFen = rebateFen(terms, premium, rateBps)
  const { renewalRebate, workingDays } = terms
  const dueOn = addBusinessDays(facts.issuedOn, renewalRebate.paidWithinWorkingDays, workingDays.overrides)
  return give(offer, {
    amountFen,
    facts: known,
    parts: [part(claims === 0 ? '未出险返还' : `${claimsText(claims)}返还`, amountFen, offer.clause, note)],
    note: `出单后 ${renewalRebate.paidWithinWorkingDays} 个工作日内，打到您指定的收款账户`,
    advice: help,
    dueOn,
    ifNothing: '按条款计算，返还为零',
  })
}

const rebateFen = ({ rounding }: RebateTerms, premium: Fen, rateBps: Bps): Fen => {
  const amount = shareOf(premium, rateBps, 10_000, rounding)
  return amount < premium ? amount : premium
}

function rateFor({ renewalRebate: terms }: RebateTerms, premium: Fen, claims: number): { rateBps: Bps; note: string } {
  const of = `上年商业险保费 ${formatFen(premium)} 的`
  if (claims === 0) {
    const tier = terms.noClaimTiers[tierOf(terms.noClaimTiers, premium)]
    if (!tier) throw new Error('a tier that was found is not there')
    return { rateBps: tier.rateBps, note: `${of} ${percentText(tier.rateBps)}（${tierText(tier)}这一档）` }
  }
  const rateBps = claims < MANY_CLAIMS ? (claims === 1 ? terms.oneClaimRateBps : terms.twoClaimsRateBps) : bps(0)
  return { rateBps, note: `${of} ${percentText(rateBps)}` }
}

function whatWouldHelp(terms: RebateTerms, premium: Fen, claims: number): StatementLine[] {
  const { noClaimTiers } = terms.renewalRebate
  const at = tierOf(noClaimTiers, premium)
  const [tier, above] = [noClaimTiers[at], noClaimTiers[at + 1]]
  if (claims === 0) {
    if (!tier || !above || above.rateBps <= tier.rateBps) return []
    const sentence = `上年保费满 ${formatYuan(above.premiumFromFen)} 的，按 ${percentText(above.rateBps)} 返还。`
    return [advice(sentence, offer.clause)]
  }
  const now = rebateFen(terms, premium, rateFor(terms, premium, claims).rateBps)
  const best = rebateFen(terms, premium, rateFor(terms, premium, 0).rateBps)
  if (best <= now) return []
  const given = now === 0 ? '没有返还' : `返还 ${formatFen(now)}`
  return [advice(`上年${claimsText(claims)}，${given}；未出险可返还 ${formatFen(best)}。`, offer.clause)]
}
