import { addDays } from '#values/days'
import { type Fen, fen, formatFen } from '#values/money'
import { addsUp } from '../benefit/statement'
import type { Terms } from '../campaign/terms'
import { decideFirstYearRebate } from '../first-year-rebate/first-year-rebate'
import type { ClaimsLastYear } from '../policy/policy'
import type { PolicyEventFacts } from '../policy-event/facts'
import { claimsWords, everyClaims, factsOf, policyOf, premiumsOf } from './cases'
import { askMoreClaims, entriesFor, PolicyLaws } from './policy-laws'
import { Law, type LawProof } from './proof'

const words = ({ policy, invitedBy }: PolicyEventFacts): string =>
  `新保，保费 ${formatFen(policy.commercialPremiumFen)}，${invitedBy === null ? '自己投保' : '老客户推荐'}`

/** §5.1 Every new policy, invited or not. */
export function proveNewCustomers(terms: Terms): LawProof[] {
  const each = new PolicyLaws('新客户', '§5.1', words)
  for (const commercialPremiumFen of premiumsOf(terms)) {
    for (const invitedBy of [null, '李**']) {
      const facts = factsOf(policyOf(terms, { commercialPremiumFen }), invitedBy)
      each.ask(facts, entriesFor(terms, facts))
    }
  }
  return each.proofs
}

/** §5.1.2 Every set-off at next year's renewal, in time and a day late, with much and with nothing left to pay. */
export function proveSetOffs(terms: Terms): LawProof[] {
  const most = new Law('首年返还：抵扣不超过次年还要付的保费，明细加起来等于金额', '§5.1.2')
  const claimsLaw = new Law('首年返还：出险次数更多，得到的不会更多', '§5.1.2')
  const late = new Law('首年返还：没有按时续保的不抵扣', '§5.1.2')
  const { endsOn } = terms.period
  const latestOn = addDays(endsOn, terms.firstYearRebate.renewWithinDays + 1)
  for (const commercialPremiumFen of premiumsOf(terms)) {
    for (const premiumLeftFen of new Set([fen(0), fen(1), commercialPremiumFen])) {
      const setOff = (claims: ClaimsLastYear, coverStartsOn = latestOn) =>
        decideFirstYearRebate(terms, {
          first: { commercialPremiumFen, coverEndsOn: endsOn, claims, claimsInCampaign: claims },
          renewal: { coverStartsOn, premiumLeftFen },
        })
      const say = (claims: ClaimsLastYear) =>
        `${caseWords(commercialPremiumFen, premiumLeftFen)}，${claimsWords(claims)}`
      const amounts = new Map<ClaimsLastYear, number>()
      for (const claims of everyClaims) {
        const { amountFen, statement } = setOff(claims)
        const fits = amountFen === null ? claims === 'unknown' : amountFen >= 0 && amountFen <= premiumLeftFen
        most.holds(fits && addsUp(statement, amountFen), () => `${say(claims)}：抵扣 ${amountFen} 分`)
        amounts.set(claims, amountFen ?? 0)
      }
      askMoreClaims(claimsLaw, amounts, () => caseWords(commercialPremiumFen, premiumLeftFen))
      const tooLate = setOff(0, addDays(latestOn, 1)).amountFen
      late.holds(tooLate === 0, () => `${say(0)}，晚一天起保：抵扣 ${tooLate} 分`)
    }
  }
  return [most.proof, claimsLaw.proof, late.proof]
}

const caseWords = (first: Fen, left: Fen): string => `首年保费 ${formatFen(first)}，次年还要付 ${formatFen(left)}`
