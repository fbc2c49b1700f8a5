import { percentText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { addDays, type Day, formatDay } from '#values/days'
import { type Fen, fen, formatFen } from '#values/money'
import { shareOf } from '#values/share'
import { give, giveNothing, notOpen, premiumFact, type RuleAnswer, toVerify } from '../benefit/answer'
import { offers } from '../benefit/offers'
import { advice, fact, part, type StatementLine } from '../benefit/statement'
import type { CustomerStanding } from '../new-customer-discount/new-customer'
import { claimsText } from '../policy/claims'
import type { ClaimsLastYear } from '../policy/policy'

const offer = offers['first-year-rebate']

type RebateTerms = Pick<Terms, 'firstYearRebate' | 'rounding' | 'period'>

export interface PromiseFacts {
  /** Of the first year, before its discount. */
  commercialPremiumFen: Fen
  standing: CustomerStanding
  coverEndsOn: Day
}

/**
 * “首年没出险、次年按时续保，返还首年保费的一部分，抵扣次年保费，不付现金。” (§5.1.2)
 * The promise at issue of the first policy: how much it will be, on which conditions and until when.
 */
export function promiseFirstYearRebate(terms: RebateTerms, facts: PromiseFacts): RuleAnswer {
  const { firstYearRebate } = terms
  const { commercialPremiumFen: premium, standing, coverEndsOn } = facts
  if (!firstYearRebate.enabled) return notOpen(offer)
  if (standing.kind === 'existing') {
    return giveNothing(offer, standing.why, [premiumFact(premium)], [advice(standing.advice, '§4')])
  }
  const amountFen = promisedFen(terms, premium)
  const expiresOn = lastStartOn(terms, coverEndsOn)
  return give(offer, {
    amountFen,
    facts: [premiumFact(premium), fact('条件一', '不出险', offer.clause, claimFreeText(terms))],
    parts: [part('返还', amountFen, offer.clause, shareText(terms, premium))],
    note: `次年保单最迟 ${formatDay(expiresOn, true)}（含当日）起保时抵扣次年商业险保费，不付现金`,
    advice: [],
    expiresOn,
    ifNothing: '按条款计算，返还为零',
  })
}

export interface SetOffFacts {
  /** Of the first policy: before its discount, its last day, and how often it was in a claim. */
  first: {
    commercialPremiumFen: Fen
    coverEndsOn: Day
    claims: ClaimsLastYear
  }
  /** Of the renewed policy. */
  renewal: {
    coverStartsOn: Day
    /** What is left to pay of its commercial premium after today's discount: the most that can be set off. */
    premiumLeftFen: Fen
  }
}

/**
 * The decision at next year's renewal, by the terms of the promise: the set-off, never more than what is left to pay; or
 * nothing, with the reason and what would have changed it. Unknown claims give no figure.
 */
export function decideFirstYearRebate(terms: RebateTerms, { first, renewal }: SetOffFacts): RuleAnswer {
  const promised = promisedFen(terms, first.commercialPremiumFen)
  const latestOn = lastStartOn(terms, first.coverEndsOn)
  const facts = [
    fact('首年商业险保费', formatFen(first.commercialPremiumFen)),
    fact('次年起保', formatDay(renewal.coverStartsOn, true), offer.clause, `最迟 ${formatDay(latestOn, true)}`),
  ]
  if (renewal.coverStartsOn > latestOn) {
    const why = `次年保单 ${formatDay(renewal.coverStartsOn, true)}起保，晚于 ${formatDay(latestOn, true)}`
    const help = `${formatDay(latestOn, true)}或以前起保、没有出险的，可抵扣 ${formatFen(promised)}。`
    return giveNothing(offer, why, facts, [advice(help, offer.clause)])
  }
  const claims = claimsThatCount(terms, first.claims)
  const span = claimFreeText(terms)
  const known = [...facts, fact('首年出险', claims === 'unknown' ? '待核实' : claimsText(claims), offer.clause, span)]
  if (claims === 'unknown') return toVerify(offer, [`${span}的出险次数`], known)
  if (claims > 0) {
    const help = `${span}没有出险的，可抵扣 ${formatFen(promised)}。`
    return giveNothing(offer, `${span}${claimsText(claims)}`, known, [advice(help, offer.clause)])
  }
  return setOff(terms, first.commercialPremiumFen, renewal.premiumLeftFen, known)
}

function setOff(terms: RebateTerms, firstPremium: Fen, left: Fen, facts: StatementLine[]): RuleAnswer {
  const promised = promisedFen(terms, firstPremium)
  const amountFen = promised < left ? promised : left
  const parts = [part('返还', promised, offer.clause, shareText(terms, firstPremium))]
  const most = `次年商业险保费优惠后 ${formatFen(left)}，最多抵扣到 0`
  if (amountFen < promised) parts.push(part('超出次年保费的部分', fen(amountFen - promised), offer.clause, most))
  return give(offer, {
    amountFen,
    facts,
    parts,
    note: `抵扣后次年商业险保费 ${formatFen(fen(left - amountFen))}`,
    advice: left === 0 ? [advice('次年优惠后还有商业险保费要付的，才能抵扣。', offer.clause)] : [],
    ifNothing: '次年没有可以抵扣的商业险保费',
  })
}

/**
 * A year without a claim had none in the campaign either; a claim in the year may have come after it, and the core system does
 * not tell: so no campaign file with `campaign-period` passes its check.
 */
const claimsThatCount = ({ firstYearRebate }: RebateTerms, claims: ClaimsLastYear): ClaimsLastYear =>
  firstYearRebate.claimFree === 'first-year' || claims === 0 ? claims : 'unknown'

function promisedFen({ firstYearRebate, rounding }: RebateTerms, premium: Fen): Fen {
  const amount = shareOf(premium, firstYearRebate.rateBps, 10_000, rounding)
  return amount < premium ? amount : premium
}

/** The day after the cover's end, and as many more as the terms leave for renewing. Also the promise's last day. */
const lastStartOn = ({ firstYearRebate }: RebateTerms, coverEndsOn: Day): Day =>
  addDays(coverEndsOn, firstYearRebate.renewWithinDays + 1)

const claimFreeText = ({ firstYearRebate, period }: RebateTerms): string =>
  firstYearRebate.claimFree === 'first-year' ? '首年保险期间' : `首年起保到 ${formatDay(period.endsOn, true)}`

const shareText = ({ firstYearRebate }: RebateTerms, premium: Fen): string =>
  `首年商业险保费 ${formatFen(premium)} 的 ${percentText(firstYearRebate.rateBps)}`
